// Writings with a day of their own: whatever is cited from one was written then, wherever the text cites it.
import type { Span } from "../../model/text.ts";

/** What one text may call by several of these names, up to a comma, is one writing. */
const NAMES = (
  "article story piece,book memoir autobiography biography,email e-mail,study paper,analysis,cable,column,complaint,document,dossier," +
  "editorial,essay,indictment,lawsuit,letter,memo,op-ed,petition,poll,post,profile,report,ruling,survey,transcript"
)
  .split(",")
  .map((names) => names.split(" "));
const FIRST = new Map(NAMES.flatMap((names) => names.map((name) => [name, names[0]!] as const)));
const NOUNS = [...FIRST.keys()].join("|");

/** A 1995 story      her 2003 campaign memoir      a July 2014 report */
const BEHIND = new RegExp(`^\\s(?:[\\p{L}’'-]+\\s){0,2}?(${NOUNS})\\b`, "iu");
/** a letter dated 3 May      the report, which was released on Tuesday      a memo from 2011 */
const BEFORE = new RegExp(
  `\\b(${NOUNS}),?\\s(?:(?:that|which)\\s(?:was\\s)?)?(?:from|dated|(?:first\\s)?(?:published|released|issued|written|sent|posted|leaked|made public))\\s(?:(?:on|in|late|early|earlier)\\s)*$`,
  "iu",
);
/** the article      that Times story      his report */
const DEFINITE = new RegExp(`^(?:the|that|this|his|her|its|their)\\s(?:[\\p{L}’'.-]+\\s){0,3}?(${NOUNS})$`, "iu");
const FURTHEST = 60;

const firstOf = (noun: string | undefined): string | null =>
  noun === undefined ? null : (FIRST.get(noun.toLowerCase()) ?? null);

/** The writing whose day a time is; null when it is none's. `span`: where the time stands. */
export function writingOf(text: string, [start, end]: Span): string | null {
  const behind = BEHIND.exec(text.slice(end, end + FURTHEST))?.[1];
  return firstOf(behind ?? BEFORE.exec(text.slice(Math.max(0, start - FURTHEST), start))?.[1]);
}

/** The writing that a mention's head means as known already; null for any other voice. */
export function knownWriting(head: string): string | null {
  return firstOf(DEFINITE.exec(head)?.[1]);
}
