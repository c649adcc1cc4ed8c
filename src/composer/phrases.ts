// Phrases a speaker comes back to: runs of the same words in several of their statements, with first and latest use.
import type { QuoteView } from "../store/contract/quotes.ts";

/** `times`: statements with the phrase. `text` is verbatim in the first of them. */
export interface Phrase {
  readonly text: string;
  readonly times: number;
  /** Uses whose day, month or year is told. */
  readonly dated: number;
  /** By the day said; null where no use of it is dated. */
  readonly first: QuoteView | null;
  readonly latest: QuoteView | null;
}

/** Words in a phrase; two at least. */
const LONGEST = 6;
/** A phrase is "repeated" from this many statements on. */
const REPEATED = 2;
/** Phrases may not begin or end with these: they would be cut out of something. */
const GRAMMAR = new Set(
  (
    "a an the and or but if so nor of in on at by for from to with without into upon over under about against between " +
    "as than that this these those there it its he him his she her they them their we us our i me my you your who whom " +
    "which what when where why how is are was were be been being am do does did have has had will would shall should " +
    "can could may might must not no just also only very more most all any some such it's we're don't i'm you're that's " +
    "going want think know get got go said say one up out now here because lot really close near far"
  ).split(" "),
);

interface Use {
  readonly view: QuoteView;
  readonly text: string;
}

/**
 * The most repeated phrases of one speaker's direct and mixed words, longest of equals first, at most `limit`. Each of the views
 * is of a statement of its own.
 */
export function repeatedPhrases(views: readonly QuoteView[], limit: number): readonly Phrase[] {
  const clauses = views.flatMap(clausesOf);
  const pairs = repeatedPairs(clauses);
  const uses = new Map<string, Use[]>();
  for (const clause of clauses) collect(clause, pairs, uses);
  const phrases = [...uses]
    .filter(([, held]) => held.length >= REPEATED && inSeveralTexts(held))
    .map(([key, held]) => ({ key, uses: held }))
    .sort((a, b) => weight(b.key, b.uses.length) - weight(a.key, a.uses.length) || (a.key < b.key ? -1 : 1));
  const kept: { readonly key: string; readonly phrase: Phrase }[] = [];
  for (const { key, uses: held } of phrases) {
    if (kept.length >= limit) break;
    if (kept.some((each) => shareWord(each.key, key))) continue;
    kept.push({ key, phrase: phraseOf(held) });
  }
  return kept.map(({ phrase }) => phrase);
}

/** What one article prints twice of one day is no habit of the speaker. */
function inSeveralTexts(uses: readonly Use[]): boolean {
  return (
    new Set(uses.map(({ view }) => `${view.article.article} ${view.said.value}`)).size > 1 ||
    uses.some(({ view }) => view.outlets > 1)
  );
}

/** Two phrases with a word of meaning in common are parts of one. */
function shareWord(a: string, b: string): boolean {
  const words = new Set(a.split(" "));
  return b.split(" ").some((word) => words.has(word) && !isGrammar(word));
}

function weight(key: string, times: number): number {
  return times * Math.sqrt(key.split(" ").length);
}

interface Clause {
  readonly view: QuoteView;
  readonly text: string;
  readonly tokens: readonly {
    readonly start: number;
    readonly end: number;
    readonly key: string;
    readonly isGrammar: boolean;
  }[];
}

function clausesOf(view: QuoteView): Clause[] {
  return view.words
    .flatMap((words) => words.split(/[.,;:!?()"“”…–—]+/))
    .map((text) => ({
      view,
      text,
      tokens: [...text.matchAll(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)].map(({ 0: word, index }) => ({
        start: index,
        end: index + word.length,
        key: fold(word),
        isGrammar: isGrammar(word),
      })),
    }));
}

/** Two words side by side in several statements: a repeated phrase is made of nothing else. */
function repeatedPairs(clauses: readonly Clause[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const repeated = new Set<string>();
  for (const { view, tokens } of clauses) {
    for (let at = 1; at < tokens.length; at++) {
      const pair = `${tokens[at - 1]!.key} ${tokens[at]!.key}`;
      const statement = seen.get(pair);
      if (statement === undefined) seen.set(pair, view.statement);
      else if (statement !== view.statement) repeated.add(pair);
    }
  }
  return repeated;
}

function collect({ view, text, tokens }: Clause, pairs: ReadonlySet<string>, uses: Map<string, Use[]>): void {
  for (const [at, first] of tokens.entries()) {
    if (first.isGrammar) continue;
    let key = first.key;
    for (let next = at + 1; next < Math.min(tokens.length, at + LONGEST); next++) {
      const last = tokens[next]!;
      if (!pairs.has(`${tokens[next - 1]!.key} ${last.key}`)) break;
      key += ` ${last.key}`;
      if (!last.isGrammar) note(uses, key, view, text.slice(first.start, last.end));
    }
  }
}

function note(uses: Map<string, Use[]>, key: string, view: QuoteView, text: string): void {
  const held = uses.get(key);
  if (held === undefined) uses.set(key, [{ view, text }]);
  else if (held[held.length - 1]?.view.statement !== view.statement) held.push({ view, text });
}

function isGrammar(word: string): boolean {
  return GRAMMAR.has(word.toLowerCase().replaceAll("’", "'"));
}

/** Case, curls and plurals do not make another word: "red line" and "Red lines" are one phrase. */
function fold(word: string): string {
  const plain = word.toLowerCase().replaceAll("’", "'");
  return plain.length > 3 ? plain.replace(/([^su])s$/, "$1") : plain;
}

function phraseOf(uses: readonly Use[]): Phrase {
  const dated = uses.filter((use) => sortDay(use.view) !== null);
  const byDay = dated.sort((a, b) => (sortDay(a.view)! < sortDay(b.view)! ? -1 : 1));
  return {
    text: (byDay[0] ?? uses[0]!).text,
    times: uses.length,
    dated: dated.length,
    first: byDay[0]?.view ?? null,
    latest: byDay.at(-1)?.view ?? null,
  };
}

/** The day said, where one is told at all; null for undated ones and bare weekdays. */
function sortDay({ said }: QuoteView): string | null {
  return said.precision === "day" || said.precision === "month" || said.precision === "year" ? said.value : null;
}

/** Names in this many statements are a topic; other words need one more, and to be long. */
const TOPIC_STATEMENTS = 2;
const TOPIC_LETTERS = 6;

/** What a speaker talks about, in their own spelling: names, and words that they come back to; at most `limit`. */
export function topicsOf(views: readonly QuoteView[], limit: number): readonly string[] {
  const uses = new Map<
    string,
    { readonly forms: Map<string, number>; readonly statements: Set<number>; name: boolean }
  >();
  for (const view of views) {
    for (const match of view.words.join(" ").matchAll(/\p{L}[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu)) {
      const [word] = match;
      const isName = /^\p{Lu}/u.test(word) && match.index > 0;
      if (
        isGrammar(word) ||
        /ly$|^(?:north|south|east|west)ern$/i.test(word) ||
        (!isName && word.length < TOPIC_LETTERS)
      )
        continue;
      const key = fold(word);
      const use = uses.get(key) ?? { forms: new Map<string, number>(), statements: new Set<number>(), name: false };
      use.forms.set(word, (use.forms.get(word) ?? 0) + (isName ? 2 : 1));
      use.statements.add(view.statement);
      use.name ||= isName;
      uses.set(key, use);
    }
  }
  return [...uses.values()]
    .filter((use) => use.statements.size >= TOPIC_STATEMENTS + (use.name ? 0 : 1))
    .sort((a, b) => b.statements.size - a.statements.size || Number(b.name) - Number(a.name))
    .slice(0, limit)
    .map((use) => [...use.forms].sort((a, b) => b[1] - a[1])[0]![0]);
}
