import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findNames } from "../../src/language/names.ts";
import { readDocument } from "../../src/language/text/read.ts";
import type { KnownSpeaker } from "../../src/model/speaker.ts";

function namesIn(text: string, known: readonly KnownSpeaker[] = []) {
  return findNames(readDocument(text), known);
}

function entity(text: string, name: string) {
  const found = namesIn(text).entities.find((each) => each.name === name);
  if (!found) throw new Error(`${name} was not found among ${namesIn(text).entities.map((each) => each.name)}`);
  return found;
}

describe("people and bodies", () => {
  test("all forms of a name are one person, by the longest of them", () => {
    const names = namesIn(
      "Angela Merkel came first. Mrs. Merkel waved; Angela Dorothea Merkel, 67, was tired. “MERKEL!” they cried.",
    );
    const people = names.entities.filter(({ kind, count }) => kind === "person" && count > 0);
    expect(people.map(({ name, gender, count }) => ({ name, gender, count }))).toEqual([
      { name: "Angela Dorothea Merkel", gender: "female", count: 4 },
    ]);
  });

  test("each mention stands where the text has it, titles apart", () => {
    const text = "On Monday Russian Foreign Minister Sergey Lavrov left. Lavrov's plane was late.";
    const { mentions } = namesIn(text);
    expect(
      mentions.map(({ span, whole, possessive }) => [text.slice(...span), text.slice(...whole), possessive]),
    ).toEqual([
      ["Sergey Lavrov", "Russian Foreign Minister Sergey Lavrov", false],
      ["Lavrov", "Lavrov", true],
    ]);
  });

  test("short given names and initials are the same person's", () => {
    expect(namesIn("Joseph R. Biden Jr. won. Joe Biden smiled.").entities).toHaveLength(1);
    expect(namesIn("Laurence H. Tribe wrote. Laurence Tribe taught.").entities).toHaveLength(1);
    expect(namesIn("George W. Bush spoke. George H. W. Bush listened.").entities).toHaveLength(2);
    expect(namesIn("Donald Trump spoke. Donald Trump Jr. listened.").entities).toHaveLength(2);
    expect(namesIn("Bill Clinton spoke. Hillary Clinton listened.").entities).toHaveLength(2);
  });

  test.each([
    ["by title", "Mr. Schultz left.", "Schultz", "male"],
    ["by given name", "Liz Wahl left.", "Liz Wahl", "female"],
    ["by role", "Spokeswoman Jean Smart left.", "Jean Smart", "female"],
    ["by a pronoun nearby", "Ming Pei left before anyone saw her.", "Ming Pei", "female"],
    ["not at all", "Ming Pei left.", "Ming Pei", null],
  ])("gender %s", (_, text, name, gender) => {
    expect(entity(text, name).gender).toBe(gender);
  });

  test("what is a body, a place, a day or a plain word is no person", () => {
    const { entities } = namesIn(
      "On Tuesday the Department of Health and Human Services wrote to the University of Michigan in Ann Arbor. However, Congress met.",
    );
    expect(entities.filter(({ kind }) => kind === "person")).toEqual([]);
    expect(entities.filter(({ kind }) => kind === "group").map(({ name }) => name)).toEqual([
      "Department of Health and Human Services",
      "University of Michigan",
      "Congress",
    ]);
  });

  test("a body's short form and its initials are the body", () => {
    const { entities } = namesIn(
      "The United Nations Security Council met. The Security Council voted. The International Atomic Energy Agency agreed; the IAEA left.",
    );
    expect(entities.map(({ name, count }) => [name, count])).toEqual([
      ["United Nations Security Council", 2],
      ["International Atomic Energy Agency", 2],
    ]);
  });

  test("roles are kept, former ones as such", () => {
    expect(entity("Former President Jimmy Carter built houses.", "Jimmy Carter").roles).toEqual(["former president"]);
    expect(entity("Sen. Harry Reid (D-Nev.) left.", "Harry Reid")).toMatchObject({
      roles: ["senator"],
      party: "Democratic",
    });
    expect(entity("Russian President Vladimir Putin left.", "Vladimir Putin").country).toBe("Russia");
  });

  test("a name in capitals is shown as a name", () => {
    expect(namesIn("WALLACE: Good evening.\n\nMr. Wallace smiled.").entities.map(({ name }) => name)).toEqual([
      "Wallace",
    ]);
  });

  test("no capitals, no names; any text at all is read", () => {
    expect(namesIn("nobody is named here.").entities).toEqual([]);
    expect(namesIn("").mentions).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => {
        for (const { span, whole } of namesIn(text).mentions) {
          expect(whole[0]).toBeLessThanOrEqual(span[0]);
          expect(span[0]).toBeLessThan(span[1]);
          expect(span[1]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("a million letters of capitals take time in proportion", () => {
    const time = (size: number): number => {
      const document = readDocument("Aa ".repeat(size / 3));
      const begun = performance.now();
      findNames(document, []);
      return performance.now() - begun;
    };
    time(9_000);
    expect(time(300_000)).toBeLessThan(60 * Math.max(10, time(30_000)));
  });
});
