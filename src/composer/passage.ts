// The sentence of an article in which a quote stands. Reported speech is shown by it: only the whole sentence tells
// whether somebody said, denied or doubted it.
import type { QuoteView } from "../store/contract/quotes.ts";
import type { Store } from "../store/store.ts";

/** A Quote with the sentence it stands in, verbatim; null for direct quotes and for words no longer in the text. */
export interface ShownQuote {
  readonly view: QuoteView;
  readonly sentence: string | null;
}

/** Nobody reads a longer one in a chat; what runs on is cut out of the show, not shown in part. */
const LONGEST = 600;
const MARKS_BETWEEN = 3;
/** The same words may stand in a text more than once; nobody repeats them this often. */
const MOST_TRIES = 50;
const SHORT_FORM =
  /(?:^|[\s(])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Maj|Adm|Rev|St|Jr|Sr|vs|No|Nos|Inc|Ltd|Co|Corp|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|\p{Lu})$/u;

/** Adds to each quote that needs it the sentence it stands in. */
export async function withSentences(
  store: Store,
  views: readonly QuoteView[],
  viewer: string | null,
): Promise<readonly ShownQuote[]> {
  const needed = new Set(views.filter(needsSentence).map((view) => view.article.article));
  if (needed.size === 0) return views.map((view) => ({ view, sentence: null }));
  const texts = await store.articles.texts([...needed], viewer);
  return views.map((view) => {
    const article = needsSentence(view) ? texts.get(view.article.article) : undefined;
    if (article === undefined) return { view, sentence: null };
    const text = view.place.in === "body" ? article.body : (article.posts[view.place.index]?.text ?? "");
    return { view, sentence: sentenceAround(text, view) };
  });
}

/** The same without those whose sentence has been shown already: two quotes of one sentence read as one. */
export function onceEach(quotes: readonly ShownQuote[]): readonly ShownQuote[] {
  const shown = new Set<string>();
  return quotes.filter(({ view, sentence }) => {
    if (sentence === null) return true;
    const key = `${view.article.article} ${sentence}`;
    const isNew = !shown.has(key);
    shown.add(key);
    return isNew;
  });
}

function needsSentence(view: QuoteView): boolean {
  return view.kind !== "direct";
}

/** The sentence of `text` that holds the first fragment of a quote; null when it is not there or runs too long. */
export function sentenceAround(text: string, view: Pick<QuoteView, "content">): string | null {
  const pieces = (view.content[0] ?? []).map((piece) => piece.text);
  const found = placeOf(text, pieces);
  if (found === null) return null;
  const sentence = text.slice(startBefore(text, found[0]), endAfter(text, found[1])).trim();
  return sentence.length > LONGEST || sentence.includes("\n\n") ? null : sentence;
}

/** Where pieces stand one after another with nothing but marks between them: looked for by the longest of them. */
function placeOf(text: string, pieces: readonly string[]): readonly [start: number, end: number] | null {
  const longest = pieces.reduce((best, piece, index) => (piece.length > pieces[best]!.length ? index : best), 0);
  const anchor = pieces[longest];
  if (anchor === undefined || anchor === "") return null;
  let tries = 0;
  for (let at = text.indexOf(anchor); at >= 0 && tries < MOST_TRIES; at = text.indexOf(anchor, at + 1), tries++) {
    let start: number | null = at;
    for (let index = longest - 1; index >= 0 && start !== null; index--) start = before(text, pieces[index]!, start);
    let end: number | null = at + anchor.length;
    for (let index = longest + 1; index < pieces.length && end !== null; index++)
      end = after(text, pieces[index]!, end);
    if (start !== null && end !== null) return [start, end - (anchor.length - anchor.trimEnd().length)];
  }
  return null;
}

function before(text: string, piece: string, start: number): number | null {
  const at = text.lastIndexOf(piece, start - piece.length);
  return at >= 0 && start - (at + piece.length) <= MARKS_BETWEEN ? at : null;
}

function after(text: string, piece: string, end: number): number | null {
  const window = text.slice(end, end + MARKS_BETWEEN + piece.length);
  const at = window.indexOf(piece);
  return at < 0 ? null : end + at + piece.trimEnd().length;
}

function startBefore(text: string, at: number): number {
  for (let index = at; index > 0; index--) {
    if (text[index - 1] === "\n") return index;
    if (text[index] === " " && endsSentence(text, index)) return index + 1;
  }
  return 0;
}

function endAfter(text: string, at: number): number {
  for (let index = Math.max(at, 1); index < text.length; index++) {
    if (text[index] === "\n" || (text[index] === " " && endsSentence(text, index))) return index;
  }
  return text.length;
}

/** Does a sentence end just before this space? */
function endsSentence(text: string, space: number): boolean {
  const before = text.slice(Math.max(0, space - 12), space);
  const stop = /([.!?…])["”’'»)\]]*$/.exec(before);
  if (stop === null) return false;
  if (stop[1] === "." && SHORT_FORM.test(before.slice(0, stop.index))) return false;
  return /^["“‘'«([]?[\p{Lu}\d]/u.test(text.slice(space + 1, space + 3));
}
