// Statements: are two quotes one utterance? Pairs of one speaker's quotes judged by reading, and pairs made by cutting.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { sameStatement, type Wording } from "../../src/language/statements.ts";
import type { SayingDate } from "../../src/model/dates.ts";
import type { QuoteKind } from "../../src/model/quote.ts";
import type { BenchTable } from "./table.ts";

interface Row {
  readonly date: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly content: readonly (readonly [number, number])[];
    readonly type: QuoteKind;
    readonly kind: string;
    readonly speakerName?: string | null;
    readonly said?: SayingDate;
  }[];
}

const NAME = "statements";
const FILE = "quotes/polnear/dev.jsonl";
/** Quotes shorter than this are not cut: half of them would be a phrase. */
const CUT_FROM_WORDS = 14;

/** Judged by reading: [row, quote, row, quote, 1 = the same utterance], all near pairs of one speaker in the file. */
const JUDGED: readonly (readonly [number, number, number, number, 0 | 1])[] = JSON.parse(
  readFileSync(new URL("statement-pairs.json", import.meta.url), "utf8"),
);

class Tally {
  hits = 0;
  wrong = 0;
  missed = 0;

  add(judged: boolean, isSame: boolean): void {
    if (judged && isSame) this.hits++;
    else if (judged) this.wrong++;
    else if (isSame) this.missed++;
  }

  get precision(): number {
    return this.hits / Math.max(1, this.hits + this.wrong);
  }

  get recall(): number {
    return this.hits / Math.max(1, this.hits + this.missed);
  }
}

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const file = sharedData === null ? null : new URL(FILE, sharedData);
  if (file === null || !existsSync(file)) return { name: NAME, data: [], rows: [], notes: [`${FILE} is not here.`] };
  const content = readFileSync(file, "utf8");
  const rows: readonly Row[] = content
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const read = new Tally();
  for (const [rowA, quoteA, rowB, quoteB, same] of JUDGED)
    read.add(sameStatement(wording(rows[rowA]!, quoteA), wording(rows[rowB]!, quoteB)), same === 1);
  const made = madePairs(rows);
  return {
    name: NAME,
    data: [{ file: FILE, fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 12) }],
    rows: [
      { name: "judged pairs, precision", value: read.precision, anchors: { must: 0.97, reach: 0.99 } },
      { name: "judged pairs, recall", value: read.recall, anchors: { must: 0.8, reach: 0.9 } },
      { name: "cut and neighbouring pairs, precision", value: made.precision, anchors: { must: 0.97, reach: 0.99 } },
      { name: "cut and neighbouring pairs, recall", value: made.recall, anchors: { must: 0.8, reach: 0.9 } },
    ],
    notes: [
      `judged: ${read.hits} right, ${read.wrong} wrong, ${read.missed} missed of ${JUDGED.length} near pairs`,
      `made: ${made.hits} right, ${made.wrong} wrong, ${made.missed} missed`,
    ],
  };
}

/** Same: a long direct quote and a cut of it. Different: it and the next direct quote of its speaker in that article. */
function madePairs(rows: readonly Row[]): Tally {
  const tally = new Tally();
  const judged = new Set(JUDGED.map(([rowA, a, rowB, b]) => `${rowA} ${a} ${rowB} ${b}`));
  rows.forEach((row, at) => {
    const direct = row.quotes.map((quote, index) => ({ quote, index })).filter(({ quote }) => quote.type === "direct");
    direct.forEach(({ quote, index }, place) => {
      const whole = wording(row, index);
      const words = whole.content.split(/\s+/);
      if (words.length >= CUT_FROM_WORDS) {
        const half = Math.ceil(words.length / 2);
        for (const cut of [words.slice(0, half), words.slice(half), [...words.slice(0, 5), "…", ...words.slice(-5)]])
          tally.add(sameStatement(whole, { ...whole, content: cut.join(" ") }), true);
      }
      const next = direct.slice(place + 1).find((other) => other.quote.speakerName === quote.speakerName);
      if (next === undefined || quote.speakerName == null || judged.has(`${at} ${index} ${at} ${next.index}`)) return;
      tally.add(sameStatement(whole, wording(row, next.index)), false);
    });
  });
  return tally;
}

function wording(row: Row, index: number): Wording {
  const quote = row.quotes[index]!;
  const published = row.date.slice(0, 10);
  return {
    kind: quote.type,
    content: quote.content.map(([start, end]) => row.text.slice(start, end)).join(" "),
    said: quote.said ?? { value: published, precision: "day", evidence: "published" },
    published,
  };
}
