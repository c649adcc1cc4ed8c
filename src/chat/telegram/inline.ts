// Inline mode: quotes offered while somebody types "@bot putin red lines" in any chat.
import type { InlineQuery, InlineQueryResultArticle } from "grammy/types";
import type { Desk, Offer } from "../../commands/desk.ts";
import type { Buttons } from "./buttons.ts";
import { onePart, textMessage } from "./message.ts";
import { harmless } from "./render.ts";

/** The most results Telegram takes at once. */
const MOST = 50;
/** Seconds Telegram may show the same offers to everybody: news of the last minute can wait one. */
const CACHE_SECONDS = 60;

export interface InlineAnswer {
  readonly results: InlineQueryResultArticle[];
  readonly other: { readonly cache_time: number; readonly is_personal: boolean; readonly next_offset: string };
}

/** The answer to an inline query; an offset Telegram did not get from us counts as the end. */
export async function inlineAnswer(
  query: InlineQuery,
  desk: Desk,
  buttons: Buttons,
  now: Temporal.Instant,
): Promise<InlineAnswer> {
  const offset = query.offset === "" ? 0 : /^\d{1,9}$/.test(query.offset) ? Number(query.offset) : null;
  const found = offset === null ? { offers: [], next: null } : await desk.offer(query.query.trim(), offset, now);
  const offers = found.offers.slice(0, MOST);
  const next = offers.length < found.offers.length ? offset! + MOST : found.next;
  return {
    results: offers.map((offer) => resultOf(offer, buttons)),
    other: { cache_time: CACHE_SECONDS, is_personal: false, next_offset: next === null ? "" : String(next) },
  };
}

function resultOf(offer: Offer, buttons: Buttons): InlineQueryResultArticle {
  // Buttons that ask a command would ask it in a chat this bot may not be in, so only links go along.
  const part = { ...onePart(offer.post), actions: offer.post.actions ?? [] };
  const { reply_markup, text, ...options } = textMessage(part, buttons, true);
  return {
    type: "article",
    id: offer.id,
    title: harmless(offer.title).trim() || "…",
    description: harmless(offer.description),
    input_message_content: { message_text: text, ...options },
    ...(reply_markup === undefined ? {} : { reply_markup }),
  };
}
