// Near-duplicates: pair F1 over captures of the same page by several extractors, excerpts and light rewrites.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { bands, sameShingles, shingleSet } from "../../src/sources/duplicates.ts";
import type { BenchTable } from "./table.ts";

interface Row {
  readonly page: string;
  readonly text: string;
}

const NAME = "duplicates";
const FILE = "duplicates/dev.jsonl";

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const file = sharedData === null ? null : new URL(FILE, sharedData);
  if (file === null || !existsSync(file)) return { name: NAME, data: [], rows: [], notes: [`${FILE} is not here.`] };
  const content = readFileSync(file, "utf8");
  const rows: Row[] = content
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const counts = { hits: 0, wrong: 0, missed: 0, found: 0 };
  const marks = rows.map((row) => new Set(bands(row.text)));
  const sets = rows.map((row) => shingleSet(row.text));
  for (let i = 0; i < rows.length; i++) {
    for (let j = i + 1; j < rows.length; j++) {
      const isSame = rows[i]!.page === rows[j]!.page;
      const judged = sameShingles(sets[i]!, sets[j]!);
      if (judged && isSame) {
        counts.hits++;
        if ([...marks[i]!].some((band) => marks[j]!.has(band))) counts.found++;
      } else if (judged) counts.wrong++;
      else if (isSame) counts.missed++;
    }
  }
  const { hits, wrong, missed, found } = counts;
  return {
    name: NAME,
    data: [{ file: FILE, fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 12) }],
    rows: [
      {
        name: "pair F1",
        value: (2 * hits) / (2 * hits + wrong + missed),
        anchors: { must: 0.985, "5-gram containment": 0.984, "5-gram Jaccard": 0.956, SimHash: 0.6 },
      },
      { name: "pairs found by fingerprint", value: found / hits, informative: true },
    ],
    notes: [`${hits} pairs right, ${wrong} wrong, ${missed} missed`],
  };
}
