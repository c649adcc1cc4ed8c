// A rough part of speech from a word's form alone: closed classes by list, the rest by shape and ending.

export type WordClass = number;

const LISTS: readonly (readonly [name: string, words: string])[] = [
  [
    "determiner",
    "the a an this these those every each some any no another all both either neither such what whatever which whichever",
  ],
  ["possessive", "my your his her its our their whose"],
  [
    "subject",
    "i he she we they it you who there everyone everybody someone somebody anyone anybody nobody nothing something anything everything",
  ],
  ["object", "me him us them whom himself herself itself themselves ourselves myself yourself one ones"],
  ["that", "that"],
  ["to", "to"],
  ["of", "of"],
  [
    "preposition",
    "in on at by for from with about against between into through during before after above below under over among toward towards upon across behind beyond near since until within without despite amid amidst alongside regarding concerning per via throughout around off out up down like unlike as than",
  ],
  ["conjunction", "and or but nor yet plus &"],
  ["subordinator", "if whether because although though while whereas unless once so lest how why when where"],
  ["be", "is are was were be been being am 's 're 'm"],
  ["have", "has have had having 've"],
  ["do", "do does did doing done"],
  [
    "modal",
    "will would can could may might must shall should cannot can't won't wouldn't couldn't shouldn't mustn't ain't 'll 'd gonna",
  ],
  ["negated", "isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't"],
  ["not", "not never n't"],
  [
    "adverb",
    "also just only even still already again too very now then here today yesterday tomorrow often always once later earlier recently soon however instead rather quite perhaps maybe almost nearly well back ever far much more most less least further publicly repeatedly",
  ],
  [
    "day",
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec",
  ],
];

const CLOSED: ReadonlyMap<string, number> = new Map(
  LISTS.flatMap(([, words], index) => words.split(" ").map((word) => [word, index + 1] as const)),
);
const OPEN = LISTS.length + 1;

export const CLASS = {
  edge: 0,
  that: LISTS.findIndex(([name]) => name === "that") + 1,
  subordinator: LISTS.findIndex(([name]) => name === "subordinator") + 1,
  finite: LISTS.findIndex(([name]) => name === "be") + 1,
  modal: LISTS.findIndex(([name]) => name === "negated") + 1,
  comma: OPEN,
  dot: OPEN + 1,
  colon: OPEN + 2,
  dash: OPEN + 3,
  bracket: OPEN + 4,
  otherMark: OPEN + 5,
  number: OPEN + 6,
  capital: OPEN + 7,
  capitals: OPEN + 8,
  ly: OPEN + 9,
  ing: OPEN + 10,
  ed: OPEN + 11,
  noun: OPEN + 12,
  adjective: OPEN + 13,
  plural: OPEN + 14,
  word: OPEN + 15,
  quote: OPEN + 16,
  loose: OPEN + 17,
} as const;

/** The class of a token; `lower` is its lower-case form with straight apostrophes. A later list wins: "may" is a month. */
export function classOf(token: string, lower: string): WordClass {
  const closed = CLOSED.get(lower);
  if (closed !== undefined) return closed;
  const code = token.charCodeAt(0);
  if (code < 48 || (code > 57 && code < 65)) return markClass(token);
  if (code <= 57) return CLASS.number;
  if (token === "[" || token === "]" || token === "{" || token === "}") return CLASS.bracket;
  if (token === "—" || token === "–") return CLASS.dash;
  if (token === "…") return CLASS.dot;
  if (token !== lower) return token.length > 1 && token === token.toUpperCase() ? CLASS.capitals : CLASS.capital;
  if (!/^\p{L}/u.test(token)) return CLASS.otherMark;
  return endingClass(lower);
}

function markClass(token: string): WordClass {
  if (token === ",") return CLASS.comma;
  if (token === ":") return CLASS.colon;
  if (token[0] === "." || token === "!" || token === "?" || token === ";") return CLASS.dot;
  if (token[0] === "-") return CLASS.dash;
  if (token === "(" || token === ")") return CLASS.bracket;
  if (token[0] === "$") return CLASS.number;
  return CLASS.otherMark;
}

function endingClass(word: string): WordClass {
  if (word.endsWith("ly")) return CLASS.ly;
  if (word.endsWith("ing")) return CLASS.ing;
  if (word.endsWith("ed")) return CLASS.ed;
  if (/(?:tion|sion|ment|ness|ity|ance|ence|ship|ism|er|or)$/.test(word)) return CLASS.noun;
  if (/(?:ous|ful|ive|able|ible|al|ic|ish|less|ary)$/.test(word)) return CLASS.adjective;
  if (word.length > 3 && word.endsWith("s") && !word.endsWith("ss")) return CLASS.plural;
  return CLASS.word;
}
