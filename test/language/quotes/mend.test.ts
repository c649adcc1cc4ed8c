import { expect, test } from "vitest";
import { mended } from "../../../src/language/quotes/mend.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import { sieved } from "../../support/sieved.ts";

/** The content of "said" once it is mended. */
function said(text: string, content: string): string[] {
  return mended(readDocument(text), sieved(text, "said", null, content)).flatMap((each) =>
    each.content.map((span) => text.slice(...span)),
  );
}

test("a least number is said as a whole", () => {
  expect(said("Rescuers said at least 40 were missing.", "least 40 were missing")).toEqual([
    "at least 40 were missing",
  ]);
  expect(said("Rescuers said that least was known.", "least was known")).toEqual(["least was known"]);
});
