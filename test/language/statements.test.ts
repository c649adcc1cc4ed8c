// Which quotes are one utterance, and what day their wordings give it.
import { describe, expect, it } from "vitest";
import { linkStatement, sameStatement, statementDate, type Wording } from "../../src/language/statements.ts";
import type { SayingDate } from "../../src/model/dates.ts";

const on = (value: string, evidence: SayingDate["evidence"] = "stated"): SayingDate => ({
  value,
  precision: "day",
  evidence,
});
const UNKNOWN: SayingDate = { value: null, precision: "unknown", evidence: "none" };
const aWeekday = (value: string): SayingDate => ({ value, precision: "weekday", evidence: "weekday" });

function wording(
  content: string,
  said: SayingDate = on("2024-03-05"),
  published: string | null = "2024-03-06",
): Wording {
  return {
    kind: content.startsWith("“") ? "direct" : content.includes("“") ? "mixed" : "indirect",
    content,
    said,
    published,
  };
}

const HARBOUR = wording(
  "“We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again.”",
);

describe("one utterance", () => {
  it.each<[string, Wording]>([
    [
      "the same words",
      wording("“We will rebuild the harbour stone by stone, and nobody will pay a toll for crossing it again.”"),
    ],
    ["cut at the end", wording("“We will rebuild the harbour stone by stone,”")],
    ["cut in the middle", wording("“We will rebuild the harbour stone by stone … nobody will pay a toll”")],
    ["with other marks and a straight apostrophe", wording('"We will rebuild the harbour stone by stone"')],
    [
      "another translation",
      wording("“Stone by stone we shall rebuild this harbour; no one is going to pay tolls for crossing any more.”"),
    ],
    ["a phrase lifted out", wording("the port would be restored “stone by stone” within five years")],
    ["reported speech of it", wording("that the harbour would be rebuilt and no toll paid for crossing")],
  ])("is told by %s", (_, other) => {
    expect(sameStatement(HARBOUR, other)).toBe(true);
    expect(sameStatement(other, HARBOUR)).toBe(true);
  });

  it.each<[string, Wording]>([
    ["other words on the same matter", wording("“The harbour belongs to those who work in it, and to nobody else.”")],
    ["the same words a month later", wording(HARBOUR.content, on("2024-04-05"), "2024-04-06")],
    ["other numbers", wording("that a toll of 30 crowns would be paid")],
    ["no shared word", wording("“Good evening, and thank you all for coming.”")],
  ])("is not told by %s", (_, other) => {
    expect(sameStatement(HARBOUR, other)).toBe(false);
  });

  it("tells two counts of the same thing apart", () => {
    const a = wording("that 14 percent of the ships were late in the north");
    expect(sameStatement(a, wording("that 41 percent of the ships were late in the north"))).toBe(false);
  });

  it("takes a slogan on two days for two statements", () => {
    const today = wording("“Bread, peace and open doors,”", on("2024-03-05"));
    expect(sameStatement(today, wording("“Bread, peace and open doors!”", on("2024-03-05")))).toBe(true);
    expect(sameStatement(today, wording("“Bread, peace and open doors!”", on("2024-03-08"), "2024-03-08"))).toBe(false);
  });

  it("joins a wording that only names the weekday to the one whose date is that weekday", () => {
    const thursday = wording(HARBOUR.content, aWeekday("Tuesday"), null);
    expect(sameStatement(HARBOUR, thursday)).toBe(true);
    expect(
      sameStatement(HARBOUR, wording("“We will rebuild the harbour,” and no toll", aWeekday("Sunday"), null)),
    ).toBe(false);
  });

  it("does not stretch a named weekday by a day, nor today's news beyond two days", () => {
    const news = wording(HARBOUR.content, on("2021-11-18", "published"), "2021-11-18");
    expect(sameStatement(news, wording(HARBOUR.content, aWeekday("Tuesday"), null))).toBe(true);
    expect(sameStatement(news, wording(HARBOUR.content, aWeekday("Monday"), null))).toBe(false);
  });

  it("is fast on very long contents", () => {
    const long = wording(`“${"stone by stone and toll by toll ".repeat(10_000)}”`);
    const started = performance.now();
    sameStatement(long, long);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe("linking", () => {
  const candidates = [
    { id: 1, quotes: [wording("“The harbour belongs to those who work in it.”")] },
    { id: 2, quotes: [HARBOUR] },
  ];
  it("joins the statement it is most like", () => {
    expect(linkStatement(wording("“rebuild the harbour stone by stone,”"), candidates)).toEqual({
      kind: "joins",
      id: 2,
    });
  });
  it("opens one where none is like it", () => {
    expect(linkStatement(wording("“I have nothing to add to that.”"), candidates)).toEqual({ kind: "opens" });
  });
  it("does not join a statement another of whose wordings is of another day", () => {
    const held = [
      { id: 3, quotes: [wording(HARBOUR.content, UNKNOWN, null), wording(HARBOUR.content, on("2024-01-01"))] },
    ];
    expect(linkStatement(HARBOUR, held)).toEqual({ kind: "opens" });
  });
});

describe("the day of a statement", () => {
  it.each<[string, Parameters<typeof statementDate>[0], SayingDate]>([
    ["none without wordings", [], UNKNOWN],
    [
      "a text's own day before a publication day",
      [
        { said: on("2021-11-18", "published"), published: "2021-11-18" },
        { said: on("2021-11-17", "weekday"), published: "2021-11-18" },
      ],
      on("2021-11-17", "weekday"),
    ],
    [
      "a weekday pinned by when another wording came out",
      [
        { said: aWeekday("Thursday"), published: null },
        { said: on("2021-11-18", "published"), published: "2021-11-18" },
      ],
      on("2021-11-18", "inferred"),
    ],
    [
      "the latest such weekday before that",
      [
        { said: on("2021-11-20", "published"), published: "2021-11-20" },
        { said: aWeekday("Thursday"), published: null },
      ],
      on("2021-11-18", "inferred"),
    ],
    ["an unpinned weekday stays one", [{ said: aWeekday("Sunday"), published: null }], aWeekday("Sunday")],
    [
      "a month stays a month",
      [{ said: { value: "2021-04", precision: "month", evidence: "stated" }, published: "2021-11-18" }],
      { value: "2021-04", precision: "month", evidence: "stated" },
    ],
    [
      "publication only, by the earliest",
      [
        { said: on("2021-11-19", "published"), published: "2021-11-19" },
        { said: on("2021-11-18", "published"), published: "2021-11-18" },
      ],
      on("2021-11-18", "published"),
    ],
  ])("%s", (_, wordings, expected) => {
    expect(statementDate(wordings)).toEqual(expected);
  });
});
