// Which Statement each quote of an arriving article belongs to, and what day that gives the Statement.
import { linkStatement, type StatementCandidate, statementDate, type Wording } from "../language/statements.ts";
import type { Annotation, PlacedQuotation } from "../model/annotation.ts";
import type { ArticleText } from "../model/article.ts";
import type { SayingDate } from "../model/dates.ts";
import type { StatementLink } from "../store/contract/articles.ts";
import type { Corpus } from "../store/store.ts";
import { dayOf } from "./story-link.ts";

const DAYS_AROUND = 7;
const MOST_CANDIDATES = 40;

/** A statement of the store, or one opened by an earlier quote of this article. */
type Target = { readonly to: "statement"; readonly id: number } | { readonly to: "quote"; readonly index: number };

/**
 * One link for each quote, in order. A quote of nobody named opens a Statement of its own. `self`: the article's number
 * when it is held already (annotated anew), so that it is not compared with itself.
 */
export async function linkStatements(
  corpus: Corpus,
  article: ArticleText,
  annotation: Annotation,
  viewer: string | null,
  self: number | null = null,
): Promise<readonly StatementLink[]> {
  const links: StatementLink[] = [];
  const wordings = annotation.quotes.map((quote) => wordingOf(article, quote));
  const open = await openStatements(corpus, annotation, wordings, viewer, self);
  for (const [index, quote] of annotation.quotes.entries()) {
    const wording = wordings[index]!;
    const mine = quote.speaker === null ? undefined : open.get(quote.speaker);
    if (mine === undefined) {
      links.push({ to: "new", said: quote.said });
      continue;
    }
    const candidates = mine.map((one): StatementCandidate<(typeof mine)[number]> => ({ id: one, quotes: one.quotes }));
    const choice = linkStatement(wording, candidates);
    if (choice.kind === "opens") {
      mine.push({ target: { to: "quote", index }, quotes: [wording] });
      links.push({ to: "new", said: quote.said });
    } else {
      choice.id.quotes.push(wording);
      links.push({ ...choice.id.target, said: statementDate(choice.id.quotes) });
    }
  }
  return sameWeekday(annotation, links);
}

/**
 * Within one article a weekday is one day: where another wording pins the Thursday of one quote, the other quotes of
 * that Thursday are of the same day.
 */
function sameWeekday(annotation: Annotation, links: readonly StatementLink[]): readonly StatementLink[] {
  const pinned = new Map<string, SayingDate>();
  for (const [index, { said }] of annotation.quotes.entries()) {
    const link = links[index]!;
    if (said.precision === "weekday" && said.value !== null && link.said.precision === "day")
      pinned.set(said.value, link.said);
  }
  return links.map((link) => {
    const day = link.said.precision === "weekday" && link.said.value !== null ? pinned.get(link.said.value) : undefined;
    return day === undefined ? link : { ...link, said: { ...day, evidence: "inferred" } };
  });
}

/** A statement that quotes of this article may join, with its wordings so far. */
interface Open {
  readonly target: Target;
  readonly quotes: Wording[];
}

/** Of each speaker those of the corpus, about the day of their first quote here: all are asked for at once. */
async function openStatements(
  corpus: Corpus,
  { quotes }: Annotation,
  wordings: readonly Wording[],
  viewer: string | null,
  self: number | null,
): Promise<ReadonlyMap<string, Open[]>> {
  const first = new Map<string, Wording>();
  for (const [index, { speaker }] of quotes.entries())
    if (speaker !== null && !first.has(speaker)) first.set(speaker, wordings[index]!);
  const found = [...first].map(
    async ([speaker, wording]) => [speaker, await fromCorpus(corpus, speaker, wording, viewer, self)] as const,
  );
  return new Map(await Promise.all(found));
}

async function fromCorpus(
  corpus: Corpus,
  speaker: string,
  wording: Wording,
  viewer: string | null,
  self: number | null,
): Promise<Open[]> {
  const day = wording.said.precision === "day" ? wording.said.value : wording.published;
  const stored = await corpus.statements.candidates({
    speaker,
    day,
    days: DAYS_AROUND,
    viewer,
    limit: MOST_CANDIDATES,
  });
  return stored
    .map((statement) => ({
      target: { to: "statement" as const, id: statement.id },
      quotes: statement.quotes.filter(({ article }) => article !== self),
    }))
    .filter(({ quotes }) => quotes.length > 0);
}

function wordingOf(article: ArticleText, quote: PlacedQuotation): Wording {
  const text = quote.place.in === "body" ? article.body : (article.posts[quote.place.index]?.text ?? "");
  return {
    kind: quote.kind,
    content: quote.content.map(([start, end]) => text.slice(start, end)).join(" "),
    words: quote.words.map(([start, end]) => text.slice(start, end)),
    said: quote.said,
    published: dayOf(article),
  };
}
