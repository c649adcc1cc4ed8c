// Words that are old, habitual or told as background: nothing says when, and the publication day would be a guess.
import type { Span } from "../../model/text.ts";

const HABIT =
  "often|frequently|repeatedly|regularly|routinely|famously|always|usually|sometimes|long|consistently|constantly|never tires? of";
const PAST =
  "once|previously|formerly|historically|in the past|over the years|for (?:years|decades|months)|years ago|used to|at one point|at various times";

/** In the clause of saying, beside the cue: "has long said", "once wrote", "had mocked". */
const BESIDE = new RegExp(
  `\\b(?:${HABIT}|${PAST})\\b|\\b(?:has|have|had|'ve|’ve)\\s+(?:also\\s+|since\\s+|even\\s+|been\\s+|not\\s+)*$`,
  "i",
);
const AFTER = new RegExp(`^\\W*(?:\\S+\\s+){0,3}?(?:${HABIT}|${PAST})\\b`, "i");

/** Do the words right around a cue say that it happened at no one time, or long ago? */
export function isBackground(text: string, cue: Span, sentence: Span): boolean {
  const before = text.slice(Math.max(sentence[0], cue[0] - 40), cue[0]);
  const words = text.slice(cue[0], cue[1]);
  const after = text.slice(cue[1], Math.min(sentence[1], cue[1] + 40));
  const clause = before.slice(Math.max(before.lastIndexOf("”"), before.lastIndexOf('"'), 0));
  return (
    BESIDE.test(clause) || /^(?:has|have|had|used to)\b/i.test(words) || AFTER.test(after.split(/["“”]/, 1)[0] ?? "")
  );
}
