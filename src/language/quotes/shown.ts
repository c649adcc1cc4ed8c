// What stands between quotation marks, or after a cue, without being anyone's words: rows, each with an example above.
import type { Span } from "../../model/text.ts";
import { lastFrom, spanAt } from "../text/spans.ts";
import { TELLING } from "./addressee.ts";
import type { Parts } from "./assemble.ts";
import { isClause } from "./clause.ts";

interface NotWords {
  readonly name: string;
  /** Against the text right before the content (or the cue, when it stands between), lower case. */
  readonly before?: RegExp;
  /** Against the text right after the content. */
  readonly after?: RegExp;
  readonly cue?: RegExp;
  /** At most so many words between the marks. */
  readonly words: number;
  /** Only where they are capitalised as a title is. */
  readonly isTitle?: true;
}

const WORKS =
  "film|movie|book|novel|play|show|series|song|album|single|poem|essay|article|column|podcast|programme|program|sitcom|drama|comedy|documentary|musical|opera|painting|memoir|bestseller|hit|episode|track|video|report|paper|study|ad|advert|spot|chapter|exhibition|game";
const SIGNS =
  "signs?|banners?|placards?|posters?|stickers?|t-shirts?|shirts?|hats?|caps?|billboards?|graffiti|plaques?|labels?|tattoos?|badges?|buttons?";

const NICKNAME = "nickname in a name";

const ROWS: readonly NotWords[] = [
  // the so-called “experts”
  { name: "so-called", before: /\bso[- ]called\s*$/, words: 5 },
  // the film “The Third Man”
  {
    name: "title of a work",
    before: new RegExp(`\\b(?:${WORKS})s?,?\\s*(?:called|titled|entitled|named)?,?\\s*$`),
    words: 12,
  },
  // a speech titled “A New Dawn”
  {
    name: "titled",
    before: /\b(?:entitled|titled|headlined|subtitled|captioned|starring in|co-wrote|directed),?\s*$/,
    words: 16,
  },
  // a co-author of “A New Dawn”
  {
    name: "whose work",
    before: /\b(?:co-)?(?:author|editor|writer|creator|director|producer|star|host|anchor)s? of\s*$/,
    words: 16,
    isTitle: true,
  },
  // told “Morning Bridge”      on CNN’s “Morning Bridge”
  {
    name: "programme",
    before: /\b(?:told|tells|on|(?:cnn|msnbc|nbc|cbs|abc|pbs|hbo|fox)(?: news)?['’]?s?)\s*$/,
    words: 5,
    isTitle: true,
  },
  // “Morning Bridge” host Jean Valjean
  {
    name: "whose programme",
    after: /^\s(?:star|co-star|host|creator|actor|actress|anchor)\b/i,
    words: 4,
    isTitle: true,
  },
  // “Rain holds up the ferry,” by the Herald’s Jean Valjean: “…
  { name: "headline", after: /^,?\s+by\s+(?:the\s)?\p{Lu}[\p{L}'’. ]{2,40}(?::|\shttp)/u, words: 24 },
  // “A New Dawn” by Jean Valjean
  { name: "title by somebody", after: /^,?\s+by\s+\p{Lu}/u, words: 16, isTitle: true },
  // Dwayne “The Rock” Johnson
  { name: NICKNAME, before: /\p{L}\s$/u, after: /^\s\p{Lu}\p{Ll}/u, words: 3 },
  // nicknamed “the Iron Lady”, known as “Bibi”
  {
    name: "nicknamed",
    cue: /\b(?:nicknamed|named|dubbed|known as|also known as|aka|codenamed|code-named|branded|christened)\b/,
    words: 6,
  },
  {
    name: "nicknamed, no cue",
    before:
      /\b(?:nicknamed|better known as|also known as|known as|a\.k\.a\.|aka|codenamed|code-named|code name|under the name|going by)\s*$/,
    words: 6,
  },
  // under the slogan “Peace and bread”
  {
    name: "slogan",
    before:
      /\b(?:slogans?|mottos?|catchphrases?|hashtags?|taglines?|mantras?|chants? of|chanting|chanted|chant|shouts of|cries of)(?:\s+(?:of|was|is|such as|like))?[,:]?\s*$/,
    words: 8,
  },
  // a banner reading “No war”
  {
    name: "sign",
    before: new RegExp(
      `\\b(?:${SIGNS})\\b[^.!?]{0,40}?\\b(?:reads?|reading|said|says|saying|bearing|with|declaring|emblazoned with|carrying)(?: the words?)?[,:]?\\s*$`,
    ),
    words: 12,
  },
  // the word “genocide”, the term “fake news”
  {
    name: "the word itself",
    before: /\bthe (?:words?|terms?|phrase|label|name|expression|acronym|nickname|moniker|title)\s*$/,
    words: 4,
  },
];

/** The row that says these are nobody's words, or null. */
export function notWords(text: string, { content, cue, source }: Parts, words: readonly Span[]): string | null {
  const first = words[0];
  if (!first || words.length > 1 || content.length > 1) return null;
  const span = content[0]!;
  // Other content around the marked words is reported speech in its own right.
  if (span[0] < first[0] - 4 && !/^(?:the|an?|his|her|its|their|as)\s/i.test(text.slice(span[0], first[0])))
    return null;
  return rowFor(text, first, cue, cue === null && source === null);
}

/**
 * The words somebody said, without those that a title, a nickname or a scare quote puts between marks in passing.
 * `content` is in text order.
 */
export function spokenWords(text: string, words: readonly Span[], content: readonly Span[]): Span[] {
  return words.filter((span) => inPassing(text, span, content) === null);
}

/** The row that says words between marks amid other content are nobody's; null when none does. */
export function inPassing(text: string, words: Span, content: readonly Span[]): string | null {
  const [start, end] = content[spanAt(content, words[0])]!;
  // Right at its start the content is the cue's business, which `notWords` looks at.
  const passing = start < words[0] - 4 && words[1] <= end;
  return passing ? rowFor(text, words, null, true) : null;
}

/** Content without pieces that are nothing but such words; `words` are those between marks. One piece is left alone. */
export function withoutTitles(text: string, content: readonly Span[], words: readonly Span[]): readonly Span[] {
  if (content.length < 2) return content;
  const kept = content.filter((piece) => {
    const marked = words[lastFrom(words, piece[1])];
    if (!marked || marked[0] < piece[0] || marked[1] > piece[1]) return true;
    if (piece[1] - piece[0] - (marked[1] - marked[0]) > MARKS) return true;
    return rowFor(text, marked, null, true) === null;
  });
  return kept.length > 0 && kept.length < content.length ? kept : content;
}
/** Two marks of two letters, and a comma and a full stop. */
const MARKS = 6;

const SMALL = /^(?:an?|the|of|in|on|at|to|for|and|or|but|with|by|from|as|is|vs)$/i;

/** "The Third Man", but not "We waited": capitals but for small words. */
function isTitle(words: string): boolean {
  const all = words.slice(0, 300).match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return all.length > 0 && all.every((word, at) => /^[\p{Lu}\p{N}]/u.test(word) || (at > 0 && SMALL.test(word)));
}

/** The first row that holds for words between marks, given the cue that introduces them. */
function rowFor(text: string, words: Span, cue: Span | null, mayBeName: boolean): string | null {
  const count = text.slice(words[0], Math.min(words[1], words[0] + 300)).split(/\s+/).length;
  const twin = text.slice(words[0] - 2, words[0]);
  const markStart = words[0] - (twin === "''" || twin === "``" ? 2 : 1);
  const lineStart = Math.max(text.lastIndexOf("\n", markStart - 1) + 1, markStart - 120);
  const fold = (end: number): string => text.slice(lineStart, Math.max(lineStart, end)).toLowerCase();
  const before = fold(markStart);
  const beforeCue = cue && cue[1] <= words[0] ? fold(cue[0]) : before;
  const after = text.slice(words[1], words[1] + 70).replace(/^[”"’'»]+/, "");
  const cueText = cue ? text.slice(...cue).toLowerCase() : "";
  const row = ROWS.find(
    (each) =>
      count <= each.words &&
      (each.isTitle !== true || isTitle(text.slice(...words))) &&
      (!each.cue || each.cue.test(cueText)) &&
      (!each.before || each.before.test(each.cue ? beforeCue : before)) &&
      (!each.after || each.after.test(after)) &&
      (each.name !== NICKNAME || (mayBeName && /\p{Lu}[\p{L}'’-]+\s$/u.test(text.slice(lineStart, markStart)))),
  );
  return row?.name ?? null;
}

const PRONOUN_ONLY = /^(?:which|what|who|whom|that|it|this|these|those|them|him|her|me|us|you|so|one|he|she|they|we)$/i;
// according to plan
const NO_VOICE =
  /^(?:the |this |that |their |its |his |her )?(?:plans?|schedule|custom|tradition|need|needs|size|age|type|rank|ability|taste|merit)$/i;
// Her warning comes as the ministers meet
const COMING_ONLY = /^(?:comes?|came|coming|follows?|followed|began|begins|ends?|ended)$/i;
const NAME_ONLY = /^(?:(?:the|an?|his|her|their|its)\s)?[\p{L}’'-]+(?:\s[\p{L}’'-]+){0,2}$/iu;
// cautioned the council and said it would fail
const CAUTIONING = /(?:^|\s)(?:caution|warn)(?:s|ed|ing)$/;
const SAYS_NEXT = /^\s(?:and|but)\s(?:also\s|then\s)?(?:sa(?:id|ys)|added|told)\b/;
// has maintained high-level contacts: kept up, not said
const KEEPING = /(?:^|\s)maintain(?:s|ed|ing)?$/;
const CUT_SHORT = /(?:^|\s)(?:of|the|a|an|to|for|with|by|in|on|at|and|or|but|from|as|his|her|their|its|that|than)$/i;

// which he denied      “the head of”
/** Content that tells nothing by itself, or was cut in the middle: not worth showing. */
export function noContent(text: string, { content, cue, source }: Parts, kind: string): string | null {
  if (kind !== "indirect") return null;
  const cueText = cue ? text.slice(...cue).toLowerCase() : "";
  if (cue && cueText === "according to" && NO_VOICE.test(source ? text.slice(...source) : wordsAfter(text, cue)))
    return "no voice";
  const whole = content
    .map((span) => text.slice(...span))
    .join(" ")
    .replace(/^[\s,;:]+|[\s,;:.]+$/g, "");
  if (PRONOUN_ONLY.test(whole)) return "only a pronoun";
  if (COMING_ONLY.test(whole)) return "only a coming";
  const follows = cue !== null && content[0]![0] - cue[1] <= 1 && content[0]![0] >= cue[1];
  const isAddressee =
    TELLING.test(cueText) ||
    (CAUTIONING.test(cueText) && SAYS_NEXT.test(text.slice(content.at(-1)![1], content.at(-1)![1] + 20)));
  if (follows && isAddressee && NAME_ONLY.test(whole)) return "only an addressee";
  if (follows && KEEPING.test(cueText) && !isClause(whole)) return "kept up";
  return CUT_SHORT.test(whole.slice(-12)) ? "cut short" : null;
}

function wordsAfter(text: string, cue: Span): string {
  return /^[^.,;:!?]*/.exec(text.slice(cue[1], cue[1] + 40))![0].trim();
}

/** Names of all rows, for the benchmark's hit counts. */
export const NOT_WORDS_ROWS: readonly string[] = [
  ...ROWS.map(({ name }) => name),
  "no voice",
  "only a pronoun",
  "only a coming",
  "only an addressee",
  "kept up",
  "cut short",
];
