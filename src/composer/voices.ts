// Which voices are named in lists: people, and bodies with a name that stands alone. A country, a side or a word that was
// taken for a name says nothing there.
import type { VoiceKind } from "../model/quote.ts";

/** Bodies that everybody knows by one word. */
const BODIES = new Set(
  "Kremlin Pentagon Vatican Bundestag Knesset Duma Hamas Hezbollah Taliban Interpol Unicef".split(" "),
);
/** Two words with capitals; a single one is too often no name at all. */
const FULL_NAME = /^(?:\p{Lu}[\p{L}\p{N}'’.-]*)(?:\s+\p{Ll}{1,4})*\s+\p{Lu}/u;
/** Letters that stand for words: NATO. */
const LETTERS = /^\p{Lu}{3,7}$/u;

export function isNamedVoice(voice: VoiceKind, name: string): boolean {
  const bare = name.replace(/^the\s+/iu, "");
  if (voice === "person") return FULL_NAME.test(bare);
  if (voice !== "group" || /\s(?:and|or)\s/u.test(bare)) return false;
  return BODIES.has(bare) || FULL_NAME.test(bare) || LETTERS.test(bare);
}

/** Forms of address, which are nobody's role. */
const ADDRESS =
  /^(?:(?:dr|mr|mrs|ms|miss|mx|sir|dame|lord|lady|prof|professor|rev|fr|st|madam|mister|doctor)\.?\s*)+$/iu;

/** The role as the article gives it; null where it is only a form of address. */
export function shownRole(role: string | null): string | null {
  return role === null || ADDRESS.test(role) ? null : role;
}
