// Summaries: three sentences an article against reference summaries, by ROUGE.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { rankTexts } from "../../src/language/summary.ts";
import type { BenchTable } from "./table.ts";

interface Row {
  readonly sentences: readonly string[];
  readonly reference: readonly string[];
}

interface Rouge {
  rouge(system: readonly string[], reference: readonly string[]): { r1: number; r2: number; rl: number };
}

const NAME = "summaries";
const FILE = "summaries/realsumm.jsonl";

/** The data has no paragraphs: a quotation left open runs on to its mark. */
const NO_PARAGRAPHS: ReadonlySet<number> = new Set();

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const file = sharedData === null ? null : new URL(FILE, sharedData);
  if (sharedData === null || file === null || !existsSync(file))
    return { name: NAME, data: [], rows: [], notes: [`${FILE} is not here.`] };
  const { rouge } = (await import(new URL("summaries/rouge.mjs", sharedData).href)) as Rouge;
  const content = readFileSync(file, "utf8");
  const rows: readonly Row[] = content
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const started = performance.now();
  const chosen = rows.map(({ sentences }) =>
    [...rankTexts(sentences, NO_PARAGRAPHS, 3)].sort((a, b) => a - b).map((index) => sentences[index]!),
  );
  const elapsed = performance.now() - started;
  const scores = rows.map(({ reference }, index) => rouge(chosen[index]!, reference));
  const mean = (key: "r1" | "r2"): number => (100 * scores.reduce((sum, score) => sum + score[key], 0)) / scores.length;
  return {
    name: NAME,
    data: [{ file: FILE, fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 12) }],
    rows: [
      {
        name: "ROUGE-1, 3 sentences",
        value: mean("r1"),
        anchors: { must: 42, reach: 43.5, "Lead-3": 41, TextRank: 36.9, "centroid with position": 41.6 },
      },
      {
        name: "ROUGE-2, 3 sentences",
        value: mean("r2"),
        anchors: { must: 18.4, reach: 19.5, "Lead-3": 17.4, TextRank: 13.9, "centroid with position": 18 },
      },
      { name: "time an article", value: elapsed / rows.length, unit: "ms", lowerIsBetter: true, informative: true },
    ],
  };
}
