import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayingDates, type Undated } from "../../../src/language/dates/saying.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import type { Published } from "../../../src/model/dates.ts";
import type { Span } from "../../../src/model/text.ts";
import { type Marked, SAYINGS } from "../cases/dates-sayings.ts";

const PUBLISHED: Published = { value: "2021-11-18T09:30:00Z", precision: "minute" };
const NEVER: Published = { value: null, precision: "unknown" };

interface Open {
  content: Span[];
  cue: Span[];
  mention: Span[];
}

/** Takes the marks out; a cue and a mention belong to the quoted words they share a sentence with. */
function unmarked(marked: string): { text: string; quotes: Undated[] } {
  let text = "";
  const spans: { kind: string; span: Span }[] = [];
  const open: number[] = [];
  for (const char of marked) {
    if ("{<[".includes(char)) open.push(text.length);
    else if ("}>]".includes(char)) spans.push({ kind: char, span: [open.pop() ?? 0, text.length] });
    else text += char;
  }
  const { sentences } = readDocument(text);
  const sentenceOf = ([start]: Span): number => sentences.findLastIndex(([from]) => from <= start);
  const by = Map.groupBy(spans, ({ span }) => sentenceOf(span));
  const quotes = [...by.values()].map((together): Undated => {
    const of = (kind: string): Span[] => together.filter((each) => each.kind === kind).map(({ span }) => span);
    const found: Open = { content: of("}"), cue: of(">"), mention: of("]") };
    return { kind: "direct", content: found.content, cue: found.cue, mention: found.mention };
  });
  return { text, quotes };
}

function dates({ text: marked, unpublished }: Marked): string[] {
  const { text, quotes } = unmarked(marked);
  return sayingDates(readDocument(text), quotes, unpublished ? NEVER : PUBLISHED).map(
    ({ value, evidence }) => `${value ?? "unknown"} ${evidence}`,
  );
}

describe("saying dates", () => {
  it.each(SAYINGS)("$name", ({ positive, negative }) => {
    expect(dates(positive)).toEqual(positive.said);
    expect(dates(negative)).toEqual(negative.said);
  });

  it("knows no more than the publication does", () => {
    const { text, quotes } = unmarked("[Roe] <said> {it was over}. On Monday [Poe] <said> {it was not}.");
    const said = sayingDates(readDocument(text), quotes, { value: "2021-11", precision: "month" });
    expect(said).toEqual([
      { value: "2021-11", precision: "month", evidence: "published" },
      { value: "Monday", precision: "weekday", evidence: "weekday" },
    ]);
  });

  it("answers in the order asked, whatever the order in the text", () => {
    const { text, quotes } = unmarked("[Roe] <said> on Monday {it was over}. [Poe] <said> on Tuesday {it was not}.");
    const said = sayingDates(readDocument(text), quotes.toReversed(), PUBLISHED);
    expect(said.map(({ value }) => value)).toEqual(["2021-11-16", "2021-11-15"]);
  });

  it("never dates words after their publication, for any text", () => {
    const piece = fc.constantFrom(
      "[Roe] <said> {it was so}",
      " on Monday",
      " last week",
      ". ",
      "\n\n",
      " will",
      " Dec. 3",
      " in 2035",
      " yesterday",
      " she added {no}",
      " tomorrow",
      " until Friday",
      ", who",
      " 2014",
      " in a 2014 interview",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const { text, quotes } = unmarked(pieces.join(""));
        for (const said of sayingDates(readDocument(text), quotes, PUBLISHED)) {
          if (said.value !== null) expect(said.value <= "2021-11-18").toBe(true);
          expect(said.value === null).toBe(said.precision === "unknown");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("stays linear in the number of quotations", () => {
    const unit = "{“We will,”} <said> [Jane Roe] on Monday. On Tuesday [she] <told> the hearing {it was over}.\n\n";
    const time = (count: number): number => {
      const { text, quotes } = unmarked(unit.repeat(count));
      const document = readDocument(text);
      const start = process.cpuUsage().user;
      sayingDates(document, quotes, PUBLISHED);
      return process.cpuUsage().user - start;
    };
    // The better of two: what else the machine is at must not count.
    const best = (count: number): number => Math.min(time(count), time(count));
    time(100);
    const small = Math.max(best(250), 4_000);
    expect(best(1000)).toBeLessThan(small * 13);
  });
});
