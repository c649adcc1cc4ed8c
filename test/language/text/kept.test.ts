// Answers kept by word: always the answer that was made, however many words come by.
import fc from "fast-check";
import { expect, it } from "vitest";
import { Kept } from "../../../src/language/text/kept.ts";

it("answers every word as it is told", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(40), { maxLength: 400 }), (asked) => {
      const kept = new Kept((word) => ({ word }), 10);
      for (const number of asked) expect(kept.of(`w${number}`).word).toBe(`w${number}`);
    }),
  );
});

it("makes the answer to what is asked again and again only once", () => {
  let made = 0;
  const kept = new Kept((word) => {
    if (word === "often") made += 1;
    return { word };
  }, 10);
  for (let rare = 0; rare < 200; rare += 1) {
    kept.of("often");
    kept.of(`rare ${rare}`);
  }
  expect(made).toBe(1);
});
