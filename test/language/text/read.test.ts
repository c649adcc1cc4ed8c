// Paragraphs, sentences, tokens and marked stretches, as every later step relies on them.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDocument } from "../../../src/language/text/read.ts";
import type { Span } from "../../../src/model/text.ts";

const sentences = (text: string): string[] => readDocument(text).sentences.map((span) => text.slice(...span));
const tokens = (text: string): string[] => readDocument(text).tokens.map((span) => text.slice(...span));
const marked = (text: string): string[] => readDocument(text).marks.map(({ inner }) => text.slice(...inner));

describe("sentences", () => {
  test("do not end at abbreviations", () => {
    expect(
      sentences("Gov. Jerry Brown met Sen. Feinstein in Washington, D.C. They spoke at 3 p.m. on Jan. 5."),
    ).toEqual(["Gov. Jerry Brown met Sen. Feinstein in Washington, D.C.", "They spoke at 3 p.m. on Jan. 5."]);
  });
  test("do not end within quotation marks", () => {
    expect(sentences("“It is late. It is safe,” the mayor said. The crowd left.")).toEqual([
      "“It is late. It is safe,” the mayor said.",
      "The crowd left.",
    ]);
  });
  test("keep a clause of saying after a question", () => {
    expect(sentences("“Why now?” Angela Merkel asked. Nobody knew.")).toEqual([
      "“Why now?” Angela Merkel asked.",
      "Nobody knew.",
    ]);
  });
  test("go on after a missing closer", () => {
    expect(sentences("“It is late, the mayor said. The crowd left.")).toHaveLength(2);
  });
});

describe("tokens", () => {
  test("keep words, numbers, initials and handles whole, and split clitics", () => {
    expect(tokens("Putin’s U.S. visit cost $1,000.50, @nato said.")).toEqual([
      "Putin",
      "’s",
      "U.S.",
      "visit",
      "cost",
      "$1,000.50",
      ",",
      "@nato",
      "said",
      ".",
    ]);
  });
});

describe("marks", () => {
  test("nest", () => {
    const { marks } = readDocument("“She read ‘The Trial’ aloud,” he said.");
    expect(marks.map(({ depth, style }) => [depth, style])).toEqual([
      [0, "double"],
      [1, "single"],
    ]);
  });
  test("tell which stretch runs on into the next paragraph", () => {
    const { marks } = readDocument("“One.\n\n“Two.”");
    expect(marks.map(({ continues, continued, closed }) => ({ continues, continued, closed }))).toEqual([
      { continues: true, continued: false, closed: false },
      { continues: false, continued: true, closed: true },
    ]);
  });
  test("closed only at the end, without opening again", () => {
    expect(marked("“One.\n\nTwo.”")).toEqual(["One.", "Two."]);
  });
  test("are not apostrophes, inches or decades", () => {
    expect(marked("The workers' 12\" rule of the '90s isn't the boss's.")).toEqual([]);
  });
});

const isIn = (text: string, [start, end]: Span): boolean => 0 <= start && start < end && end <= text.length;

test("whatever the text, spans are in order and lie within it", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "“",
      "”",
      '"',
      "'",
      "’",
      "‘",
      "''",
      "«",
      "»",
      "„",
      "word",
      "Word",
      " ",
      ". ",
      ", ",
      "\n",
      "\n\n",
      "s",
      "90",
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join("");
      const document = readDocument(text);
      for (const spans of [document.paragraphs, document.sentences, document.tokens]) {
        expect(spans.every((span) => isIn(text, span))).toBe(true);
        expect(spans.every((span, index) => index === 0 || spans[index - 1]![1] <= span[0])).toBe(true);
      }
      for (const { span, inner } of document.marks) {
        expect(span[0] <= inner[0] && inner[0] < inner[1] && inner[1] <= span[1] && span[1] <= text.length).toBe(true);
        expect(text.slice(...span)).not.toContain("\n");
      }
      expect(
        document.marks.every((mark, index) => index === 0 || document.marks[index - 1]!.span[0] <= mark.span[0]),
      ).toBe(true);
    }),
  );
});

test.each(["“", '"', "‘ a ", "“a” ", "''", "a. ", "a-", "(", "https://"])(
  "time is linear in a text of nothing but %j",
  (piece) => {
    const time = (count: number): number => {
      const text = piece.repeat(count);
      const started = process.cpuUsage();
      readDocument(text);
      const used = process.cpuUsage(started);
      return used.user + used.system;
    };
    time(4000);
    // The best of two at either length: a collection of all garbage falls into one of the long ones.
    const small = Math.min(time(8000), time(8000)) + 2000;
    expect(Math.min(time(64_000), time(64_000)) / small).toBeLessThan(40);
  },
);
