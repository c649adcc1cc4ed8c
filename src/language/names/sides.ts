// Which country or party a phrase takes sides with: "Russian President", "GOP nominee", "(D-Calif.)".
import { COUNTRY_OF } from "../lexicon/places.ts";

const PARTIES: ReadonlyMap<string, string> = new Map(
  `republican Republican|gop Republican|democratic Democratic|democrat Democratic|libertarian Libertarian|green Green|labour Labour|tory Conservative|conservative Conservative|liberal Liberal|communist Communist`
    .split("|")
    .map((row) => row.split(" ") as [string, string]),
);

/** The country a phrase names by name, adjective or capital; null when none. */
export function sideOf(phrase: string): string | null {
  if (phrase === "") return null;
  for (const word of wordsOf(phrase)) {
    const country = COUNTRY_OF.get(word);
    if (country) return country;
  }
  return null;
}

/** The party a phrase names; null when none. "conservative" and "green" count only with a capital. */
export function partyOf(phrase: string): string | null {
  if (phrase === "") return null;
  const letter = /\(([RD])\b/.exec(phrase)?.[1];
  if (letter) return letter === "R" ? "Republican" : "Democratic";
  for (const word of phrase.split(/[\s-]+/)) {
    if (word[0] === word[0]?.toLowerCase()) continue;
    const party = PARTIES.get(word.toLowerCase());
    if (party) return party;
  }
  return null;
}

function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => word.replace(/['’]s$/, ""));
}
