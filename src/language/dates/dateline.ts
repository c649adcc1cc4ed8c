// The day a text says it was published, for texts that come without one: a line of its own near the top with a full date.
import type { Published } from "../../model/dates.ts";
import type { Span } from "../../model/text.ts";
import { Script } from "../text/script.ts";
import { dayOf } from "./calendar.ts";
import { readTimes } from "./read.ts";

const LINES = 6;
const LONGEST = 80;
const NEVER: Published = { value: null, precision: "unknown" };
/** What may stand beside the date on its line. */
const BESIDE =
  /\b(?:published|updated|posted|last|modified|first|on|at|by|date|dateline|edt|est|gmt|utc|et|ist|bst)\b/gi;

/** The publication as stated, else as a date line among the first paragraphs gives it. */
export function publishedOr(published: Published, text: string, paragraphs: readonly Span[]): Published {
  if (published.precision !== "unknown") return published;
  for (const [start, end] of paragraphs.slice(0, LINES)) {
    const day = end - start <= LONGEST ? dateLine(text.slice(start, end)) : null;
    if (day !== null) return { value: day, precision: "day" };
  }
  return published;
}

/** The day of "Nov 18, 2021" or "Updated: Thursday, 18 November 2021, 10:05"; null for a line that says more. */
function dateLine(line: string): string | null {
  const compact = /^\s*(\d{4})(\d\d)(\d\d)\s*$/.exec(line);
  if (compact) {
    const day = dayOf(Number(compact[1]), Number(compact[2]), Number(compact[3]));
    return day === null ? null : day.toString();
  }
  let rest = line;
  let found: string | null = null;
  for (const { span, value } of readTimes(new Script(line), NEVER)) {
    rest = rest.replace(line.slice(...span), " ");
    if (/^\d{4}-\d\d-\d\d/.test(value)) found ??= value.slice(0, 10);
  }
  return /\p{L}{2}/u.test(rest.replace(BESIDE, " ")) ? null : found;
}
