// A daily digest for tests and measures: two sections of news, every morning at eight.
import { type Digest, NO_FILTERS } from "../../src/model/digest.ts";

/** The digest, with what a test wants otherwise. */
export function dailyDigest(changes: Partial<Digest> = {}): Digest {
  return {
    name: "daily",
    title: "Daily digest",
    summary: "The day",
    window: "P1D",
    schedule: { every: "day", at: "08:00", days: [1, 2, 3, 4, 5, 6, 7] },
    sections: [
      { section: "stories", limit: 4, sentences: 2, quotes: 1 },
      { section: "key-quotes", limit: 3 },
    ],
    filters: NO_FILTERS,
    needs: null,
    whenEmpty: "silent",
    ...changes,
  };
}

/** The sections of the digest that the program ships as "daily". */
export const ALL_SECTIONS: Digest["sections"] = [
  { section: "stories", limit: 4, sentences: 2, quotes: 1 },
  { section: "key-quotes", limit: 3 },
  { section: "on-this-date", limit: 2 },
  { section: "most-quoted", limit: 5 },
];
