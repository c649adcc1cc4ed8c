import { expect, test } from "vitest";
import { sourced } from "../../../src/language/quotes/sourced.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import { sieved } from "../../support/sieved.ts";

/** The source given to `content` with a cue for which none was found; null where nobody is. */
function sourceOf(text: string, cue: string, content: string): string | null {
  const { source } = sourced(readDocument(text), sieved(text, cue, null, content));
  return source && text.slice(...source);
}

test("who stands right behind the cue speaks", () => {
  expect(sourceOf("“It is late,” said a source close to the mayor.", "said", "“It is late,”")).toBe("a source close");
  expect(sourceOf("“It is late,” beamed Jean Valjean.", "beamed", "“It is late,”")).toBe("Jean Valjean");
  expect(sourceOf("“It is late,” said to be his motto, is cut in stone.", "said", "“It is late,”")).toBeNull();
});

test("so does whoever an account is according to, but not half a title between marks", () => {
  const content = "the bridge is late";
  expect(sourceOf(`According to the talk show host, ${content}.`, "According to", content)).toBe("the talk show host");
  expect(sourceOf(`According to her “new deal”, ${content}.`, "According to", content)).toBeNull();
});

/** Source and content, where what stands behind the cue was taken for content. */
function mendedOf(text: string, cue: string, source: string | null, ...contents: string[]) {
  const found = sourced(readDocument(text), sieved(text, cue, source, ...contents));
  return [found.source && text.slice(...found.source), ...found.content.map((span) => text.slice(...span))];
}

test("words behind said are who says it, not what is said", () => {
  const nurse = "“It is late,” said one nurse with knowledge of it. “It was late before.”";
  expect(
    mendedOf(nurse, "said", null, "“It is late,”", "one nurse with knowledge of it", "“It was late before.”"),
  ).toEqual(["one nurse with knowledge", "“It is late,”", "“It was late before.”"]);
  const council = "“It is late,” said European Council President Donald Tusk, summing up the talks.";
  expect(
    mendedOf(council, "said", "European Council", "“It is late,”", "President Donald Tusk, summing up the talks"),
  ).toEqual(["European Council President Donald Tusk", "“It is late,”"]);
  expect(sourceOf("“It is late,” said 9/11 widow Terry Strada.", "said", "“It is late,”")).toBe(
    "9/11 widow Terry Strada",
  );
  expect(sourceOf("“It is late,” said J.J. Cale, a singer.", "said", "“It is late,”")).toBe("J.J. Cale");
});

test("but words between marks behind it are said", () => {
  const text = "“It is late,” said the mayor, “and dark.”";
  expect(mendedOf(text, "said", "the mayor", "“It is late,”", "“and dark.”")).toEqual([
    "the mayor",
    "“It is late,”",
    "“and dark.”",
  ]);
});

/** The source found anew for a cue that the tagger gave to whoever stands before it in an aside. */
function subjectOf(text: string, source: string, cue: string, content: string): string {
  return mendedOf(text, cue, source, content)[0] as string;
}

test("behind an aside its subject speaks, title and all", () => {
  const council = "It rained. The council, which Angela Merkel called slow, rejected the plan.";
  expect(subjectOf(council, "Angela Merkel", "rejected", "the plan")).toBe("The council");
  const rival = "In brief, Sen. Ted Cruz, who once worked for Mr. Bush, said it was late.";
  expect(subjectOf(rival, "Mr. Bush", "said", "it was late")).toBe("Sen. Ted Cruz");
  const after = "He spoke after Mr. Macron, who had praised Ms. Merkel, noted that it was late.";
  expect(subjectOf(after, "Ms. Merkel", "noted", "it was late")).toBe("Mr. Macron");
});
