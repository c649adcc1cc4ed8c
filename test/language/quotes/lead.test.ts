import { expect, test } from "vitest";
import { withoutLead } from "../../../src/language/quotes/lead.ts";
import { sieved } from "../../support/sieved.ts";

/** What is left of `contents`, said with a cue in front of them. */
function left(text: string, cue: string, ...contents: string[]): string[] {
  return withoutLead(text, sieved(text, cue, null, ...contents)).content.map((span) => text.slice(...span));
}

test("whom it was said to is no part of what was said", () => {
  const told = "She told the channel's “Morning Bridge” that it was safe.";
  expect(left(told, "told", "the channel's “Morning Bridge” that it was safe")).toEqual(["that it was safe"]);
  const ministry = "She told the ministry it was safe.";
  expect(left(ministry, "told", "the ministry it was safe")).toEqual(["it was safe"]);
  const asked = "They asked the minister if it would open.";
  expect(left(asked, "asked", "the minister if it would open")).toEqual(["if it would open"]);
  expect(left(asked, "asked", "the minister", "if it would open")).toEqual(["if it would open"]);
});

test("nor is where it was said, or that a question was about something", () => {
  const said = "She said at a meeting in Riga, Latvia, that it was safe.";
  expect(left(said, "said", "at a meeting in Riga, Latvia, that it was safe")).toEqual(["that it was safe"]);
  const asked = "They asked Angela Merkel about the cracks.";
  expect(left(asked, "asked", "Angela Merkel about the cracks")).toEqual(["the cracks"]);
});

test("nor what words between marks are said of", () => {
  const said = "She said of the old bridge, “It is safe.”";
  expect(left(said, "said", "of the old bridge", "“It is safe.”")).toEqual(["“It is safe.”"]);
  expect(left("She said of the old that it was “safe.”", "said", "of the old that it was “safe.”")).toEqual([
    "of the old that it was “safe.”",
  ]);
});

test("but whoever does what is told is", () => {
  const told = "She told the ministry to wait.";
  expect(left(told, "told", "the ministry to wait")).toEqual(["the ministry to wait"]);
  const asked = "They asked whether questions about the cracks were fair.";
  expect(left(asked, "asked", "whether questions about the cracks were fair")).toEqual([
    "whether questions about the cracks were fair",
  ]);
  const said = "She said in the fact that it held lay the proof.";
  expect(left(said, "said", "in the fact that it held lay the proof")).toEqual([
    "in the fact that it held lay the proof",
  ]);
});

test("nor is a least number a place", () => {
  const said = "She said at least two were hurt and that it was safe.";
  expect(left(said, "said", "at least two were hurt and that it was safe")).toEqual([
    "at least two were hurt and that it was safe",
  ]);
});
