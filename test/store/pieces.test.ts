import fc from "fast-check";
import { expect, test } from "vitest";
import type { Span } from "../../src/model/text.ts";
import { contentText, piecesOf, wordsIn } from "../../src/store/pieces.ts";

test("marks beside the words are left out; everything else is kept as it stands", () => {
  const text = "She called it “a gift”, and then “a curse.”";
  const cut = piecesOf(text, {
    content: [[4, text.length]],
    words: [
      [15, 21],
      [34, 42],
    ],
  });
  expect(cut).toEqual([
    [
      { text: "called it ", words: false },
      { text: "a gift", words: true },
      { text: ", and then ", words: false },
      { text: "a curse.", words: true },
    ],
  ]);
  expect(wordsIn(cut)).toEqual(["a gift", "a curse."]);
  expect(contentText(cut)).toBe("called it a gift, and then a curse.");
});

test("whatever the spans, each piece is a stretch of the text, in order, and no letter outside marks is lost", () => {
  const span = fc.tuple(fc.integer({ min: -5, max: 60 }), fc.integer({ min: -5, max: 60 })) as fc.Arbitrary<Span>;
  const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "“", "”", "'", "\n", "é", "👍"), maxLength: 50 });
  fc.assert(
    fc.property(text, fc.array(span, { maxLength: 3 }), fc.array(span, { maxLength: 4 }), (body, content, words) => {
      const cut = piecesOf(body, { content, words });
      for (const pieces of cut) {
        let at = 0;
        for (const piece of pieces) {
          const found = body.indexOf(piece.text, at);
          expect(found).toBeGreaterThanOrEqual(0);
          at = found;
          expect(piece.text).not.toBe("");
        }
      }
      for (const word of wordsIn(cut))
        expect(words.some(([from, until]) => body.slice(Math.max(0, from), Math.max(0, until)).includes(word))).toBe(
          true,
        );
    }),
  );
});
