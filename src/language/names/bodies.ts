// The bodies and places of one text, by every form they may be mentioned by.
import { BODY_WORDS, OUTLETS } from "../lexicon/organisations.ts";
import type { Draft } from "./entities.ts";
import { keyOf } from "./keys.ts";
import { phraseKey } from "./known.ts";
import { joined, type Word } from "./words.ts";

export class Bodies {
  private readonly byKey = new Map<string, Draft>();

  /** The one a phrase names, as it stands in a text; undefined when none does. */
  named(phrase: string): Draft | undefined {
    return this.byKey.get(phraseKey(phrase));
  }

  /** `text` is how it is named first: its short forms mean it too, where they mean nothing else yet. */
  add(text: string, words: readonly Word[], draft: Draft): void {
    if (words.length > 1) this.addParts(words, draft);
    this.byKey.set(phraseKey(text), draft);
  }

  /** "the Security Council" for the United Nations Security Council, "IMF" for its initials. */
  private addParts(words: readonly Word[], draft: Draft): void {
    const capitals = words.filter((word) => word.capital);
    const initials = keyOf(capitals.map((word) => word.text[0]).join(""));
    if (initials.length > 1) this.addOnce(initials, draft);
    for (let from = 1; from < words.length; from++) {
      const rest = words.slice(from);
      if (!rest[0]!.capital) continue;
      const alone = rest.length === 1;
      if (alone && !BODY_WORDS.has(rest[0]!.lower) && !OUTLETS.has(rest[0]!.lower)) continue;
      this.addOnce(phraseKey(joined(rest)), draft);
    }
    if (words.length > 2 && words[1]!.lower === "of") this.addOnce(words[0]!.lower, draft);
  }

  private addOnce(key: string, draft: Draft): void {
    if (!this.byKey.has(key)) this.byKey.set(key, draft);
  }
}
