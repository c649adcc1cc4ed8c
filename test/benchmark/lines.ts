// Saved text: which lines of a whole page saved as text are its article. The scorer is trained afresh on four fifths
// of the pages and measured on the rest, five times over, so that no page is judged by weights that have seen it.
// `node test/benchmark/lines.ts` rebuilds the shipped weights from all pages: the same data gives the same file, which
// holds thresholds and log-odds only, no word of any page.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { cleanLine } from "../../src/sources/lines/clean.ts";
import { clutterRule } from "../../src/sources/lines/rules.ts";
import { bodyLines } from "../../src/sources/lines/scorer.ts";
import { type LabelledLines, trainLineScorer } from "../../src/sources/lines/training.ts";
import { readSaved } from "../../src/sources/saved/read.ts";
import { fingerprint, overall, shingleScore } from "./pages.ts";
import type { BenchTable } from "./table.ts";

interface Page {
  readonly gold: string;
  readonly lines: LabelledLines;
}

const NAME = "lines";
const FILE = "lines/dev.jsonl";
const BODIES = "pages/body.jsonl.gz";
const FOLDS = 5;

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  if (sharedData === null || [FILE, BODIES].some((file) => !existsSync(new URL(file, sharedData)))) {
    return { name: NAME, data: [], rows: [], notes: [`${FILE} and ${BODIES} are not here.`] };
  }
  const content = readFileSync(new URL(FILE, sharedData), "utf8");
  const pages = labelledPages(sharedData);
  const anchors = { must: 0.89, "all lines": 0.68, "long lines": 0.82, "prose window": 0.85, oracle: 0.98 };
  return {
    name: NAME,
    data: [{ file: FILE, fingerprint: fingerprint(content) }],
    rows: [
      { name: "shingle F1, cross-validated", value: crossValidated(pages), anchors },
      { name: "shingle F1 as shipped (trained on these)", value: asShipped(pages), anchors, informative: true },
    ],
  };
}

/** The labelled pages, each with the body that a person cut out of it. */
function labelledPages(sharedData: URL): Page[] {
  const golds = new Map<string, string>();
  for (const line of gunzipSync(readFileSync(new URL(BODIES, sharedData)))
    .toString("utf8")
    .trim()
    .split("\n")) {
    const { url, articleBody } = JSON.parse(line) as { url: string; articleBody: string };
    golds.set(url, articleBody);
  }
  return readFileSync(new URL(FILE, sharedData), "utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const row = JSON.parse(line) as { url: string; lines: [string, number][] };
      const lines = row.lines
        .map(([text, label]) => [cleanLine(text), label === 1] as const)
        .filter(([text]) => text !== "");
      return { gold: golds.get(row.url) ?? "", lines };
    });
}

function crossValidated(pages: readonly Page[]): number {
  const scores: (readonly [number, number])[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainLineScorer(pages.filter((_, i) => i % FOLDS !== fold).map((page) => page.lines));
    for (const page of pages.filter((_, i) => i % FOLDS === fold)) {
      const lines = page.lines.map(([line]) => line);
      const inside = bodyLines(lines, model);
      const body = lines.filter((line, i) => inside[i] && clutterRule(line) === null);
      scores.push(shingleScore(page.gold, body.join("\n")));
    }
  }
  return overall(scores);
}

function asShipped(pages: readonly Page[]): number {
  return overall(
    pages.map((page) => {
      const read = readSaved(page.lines.map(([line]) => line).join("\n"), []);
      return shingleScore(page.gold, read.kind === "article" ? read.article.body : "");
    }),
  );
}

if (import.meta.main) {
  const pages = labelledPages(new URL("../../../shared/data/", import.meta.url));
  const weights = new URL("../../src/sources/lines/weights/lines.json", import.meta.url);
  writeFileSync(weights, `${JSON.stringify(trainLineScorer(pages.map((page) => page.lines)))}\n`);
  console.log(`Trained on ${pages.length} pages.`);
}
