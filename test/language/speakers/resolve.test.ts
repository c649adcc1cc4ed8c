import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resolveSpeakers } from "../../../src/language/speakers/resolve.ts";
import { readDocument } from "../../../src/language/text/read.ts";
import { FLOATING } from "../cases/speakers-floating.ts";
import { NAMED } from "../cases/speakers-names.ts";
import { readMarked, type SpeakerExample } from "../cases/speakers-notation.ts";
import { PRONOUNS } from "../cases/speakers-pronouns.ts";
import { ROLES } from "../cases/speakers-roles.ts";

function resolved(example: SpeakerExample) {
  const { text, quotes } = readMarked(example.text);
  const published = example.published
    ? ({ value: example.published, precision: "day" } as const)
    : ({ value: null, precision: "unknown" } as const);
  return resolveSpeakers(readDocument(text), quotes, example.known ?? [], {
    published,
    byline: example.byline ?? null,
  });
}

function check(example: SpeakerExample): void {
  const voices = resolved(example);
  expect(voices.map(({ speaker }) => speaker)).toEqual(example.speakers);
  if (example.voices) expect(voices.map(({ voice }) => voice)).toEqual(example.voices);
  if (example.roles) expect(voices.map(({ role }) => role)).toEqual(example.roles);
}

describe("who speaks", () => {
  for (const { name, positive, negative } of [...NAMED, ...PRONOUNS, ...ROLES, ...FLOATING]) {
    test(name, () => check(positive));
    test(`${name}: not here`, () => check(negative));
  }
});

describe("any text at all", () => {
  test("is resolved without a fault, one voice a quote, roles verbatim", () => {
    const piece = fc.constantFrom(
      "Angela Merkel",
      "Mr. ",
      "Sen. ",
      "the ",
      "Trump’s ",
      " said ",
      "he ",
      "who ",
      "of ",
      ", 75,",
      " (R-Ohio)",
      "\n\n",
      "“",
      "”",
      ".",
      " and ",
      "PUTIN: ",
      "al-",
      "é",
      "🙂",
      " – ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.array(fc.nat(400), { maxLength: 8 }), (pieces, cuts) => {
        const text = pieces.join("");
        const at = (index: number): number => Math.min(text.length, cuts[index] ?? 0);
        const span = (index: number) =>
          [Math.min(at(index), at(index + 1)), Math.max(at(index), at(index + 1))] as const;
        const quotes = [0, 2, 4].map((index) => ({ content: [span(index)], cue: null, mention: [span(index + 2)] }));
        const voices = resolveSpeakers(readDocument(text), quotes, [], {
          published: { value: null, precision: "unknown" },
          byline: null,
        });
        expect(voices).toHaveLength(3);
        for (const { role } of voices) if (role !== null) expect(text).toContain(role);
      }),
      { numRuns: 200 },
    );
  });

  test("takes time in proportion to its length", () => {
    const paragraph = "Sen. Bernie Sanders met Gov. John Kasich in Ohio. “It was late,” he said. The senator left.\n\n";
    /** Processor milliseconds of this thread: what else the machine is at, and who sweeps up beside it, must not count. */
    const time = (copies: number): number => {
      const text = paragraph.repeat(copies);
      const quotes = Array.from({ length: copies }, (_, copy) => {
        const start = copy * paragraph.length + 51;
        return { content: [[start, start + 14] as const], cue: null, mention: [[start + 15, start + 17] as const] };
      });
      const document = readDocument(text);
      const begun = process.threadCpuUsage();
      resolveSpeakers(document, quotes, [], { published: { value: null, precision: "unknown" }, byline: null });
      const { user, system } = process.threadCpuUsage(begun);
      return (user + system) / 1000;
    };
    time(300);
    // Ten times as long a text; were each voice held against all others, it would be a hundred.
    const [short, long] = [time(400), Math.min(time(4000), time(4000))];
    expect(long).toBeLessThan(40 * Math.max(5, short));
  });
});
