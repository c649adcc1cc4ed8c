// One statement (`/quote #12`): every outlet's words side by side, or its words as a picture to pass on.
import { counted } from "../composer/links.ts";
import { onceEach, withSentences } from "../composer/passage.ts";
import { quoteBlocks } from "../composer/quote-blocks.ts";
import { cardOf } from "../composer/quote-card.ts";
import { showSaying } from "../model/dates.ts";
import type { Action, Post } from "../model/post.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import type { Ask } from "./command.ts";
import { mistake, said, typed } from "./reply.ts";

const GONE: Post = mistake("That statement is no longer held. ", typed("/quote"), " asks anew.");

/** One statement as a picture to pass on, with its source below. */
export async function statementCard({ store, viewer }: Ask, id: number): Promise<Post> {
  const statement = await store.statements.byId(id, viewer);
  if (statement === null || statement.wordings.length === 0) return GONE;
  const view = statement.wordings.find(mayBeCard);
  if (view === undefined) return mistake("Only direct words make a quote card, and of that statement none are held.");
  return {
    blocks: [cardOf(view), ...quoteBlocks({ view, sentence: null })],
    actions: statement.wordings.length > 1 ? [wordingActions([id])] : [],
  };
}

/** Only direct words of somebody named, still in the article, make a card. */
export function mayBeCard(view: QuoteView): boolean {
  return view.kind === "direct" && view.speaker !== null && view.state === "current";
}

/** One statement in every outlet's words, side by side. */
export async function statementWordings({ store, viewer }: Ask, id: number): Promise<Post> {
  const statement = await store.statements.byId(id, viewer);
  if (statement === null || statement.wordings.length === 0) return GONE;
  const shown = onceEach(await withSentences(store, statement.wordings, viewer));
  const name = statement.speaker?.name ?? "Somebody not named";
  return {
    blocks: [
      { kind: "heading", spans: [said(`${name}, one statement in ${counted(shown.length, "report")}`)] },
      { kind: "source", spans: [said(showSaying(statement.said))] },
      ...shown.flatMap((quote) => quoteBlocks(quote, { withoutSpeaker: true })),
    ],
    actions: [
      ...(statement.wordings.some(mayBeCard) ? [cardActions([id])] : []),
      [
        ...(statement.speaker === null
          ? []
          : [{ label: "More from this speaker", name: "quote", arguments: statement.speaker.name }]),
        ...articleActions(statement.wordings[0]!),
      ],
    ],
  };
}

/** To the article: its summary here, and its page. */
function articleActions({ article }: QuoteView): readonly Action[] {
  const summary = { label: "Summary", name: "summary", arguments: String(article.article) };
  return article.url === null ? [summary] : [summary, { label: "Open", href: article.url }];
}

/** Buttons to the wordings of the first few statements. */
export function wordingActions(statements: readonly number[]): readonly Action[] {
  return statements.slice(0, 3).map((statement, at) => ({
    label: at === 0 ? "Wordings" : `Wordings ${at + 1}`,
    name: "quote",
    arguments: `#${statement}`,
  }));
}

/** Buttons to the cards of the first few statements. */
export function cardActions(statements: readonly number[]): readonly Action[] {
  return statements.slice(0, 3).map((statement, at) => ({
    label: at === 0 ? "Quote card" : `Card ${at + 1}`,
    name: "quote",
    arguments: `#${statement} card`,
  }));
}
