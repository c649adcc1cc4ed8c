// What a command on somebody's message asks: the quotes its words are about, or the summary of its first link.
import type { Desk } from "../../commands/desk.ts";
import type { Request } from "../../model/chat.ts";
import { SUMMARISE_LINKS } from "./registration.ts";

const MAX_TEXT = 4_000;
const MAX_WORDS = 200;
/** Look-ups made for one message: names to try, and searches until one finds something. */
const MAX_NAMES = 10;
const MAX_SEARCHES = 8;

/** Long words that tell nothing by themselves. */
const COMMON = new Set(
  "about after again because before being could doing every going maybe other really saying should since their there these thing things think those today where which while whose without would".split(
    " ",
  ),
);

/** The request a message command stands for; null when the message gives it nothing to go by. */
export async function askedOf(
  name: string,
  content: string,
  desk: Desk,
  now: Temporal.Instant,
): Promise<Pick<Request, "name" | "arguments"> | null> {
  if (name === SUMMARISE_LINKS) {
    const link = /https?:\/\/[^\s<>)\]]+/.exec(content.slice(0, MAX_TEXT))?.[0];
    return link === undefined ? null : { name: "summary", arguments: link };
  }
  const text = plain(content);
  return text === "" ? null : { name: "quote", arguments: await fruitful(text, desk, now) };
}

/** A message without its markup, addresses and mentions. */
function plain(content: string): string {
  return content
    .slice(0, MAX_TEXT)
    .replace(/<[^<>]{1,100}>|https?:\/\/\S+/g, " ")
    .replace(/[*_~`|>#]+/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, MAX_WORDS)
    .trim();
}

/** The fullest part of a message that finds any quotes: all of it, its speaker with words, its speaker, a word. */
async function fruitful(text: string, desk: Desk, now: Temporal.Instant): Promise<string> {
  const tokens = [...new Set(text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]{2,}/gu) ?? [])];
  const telling = tokens.filter(
    (token) => !COMMON.has(token.toLowerCase()) && (token.length > 4 || /^\p{Lu}/u.test(token)),
  );
  const speaker = await speakerAmong(telling, desk, now);
  const words = telling.filter((token) => token !== speaker).sort((a, b) => b.length - a.length);
  const searches =
    speaker === null
      ? [text, words.slice(0, 3).join(" "), words.slice(0, 2).join(" "), ...words]
      : [
          text,
          `${speaker} ${words.slice(0, 2).join(" ")}`,
          ...words.slice(0, 4).map((word) => `${speaker} ${word}`),
          speaker,
        ];
  for (const search of [...new Set(searches)].filter(Boolean).slice(0, MAX_SEARCHES)) {
    if ((await desk.offer(search, 0, now)).offers.length > 0) return search;
  }
  return text;
}

/** The first word that is part of a known speaker's name. */
async function speakerAmong(tokens: readonly string[], desk: Desk, now: Temporal.Instant): Promise<string | null> {
  for (const token of tokens.slice(0, MAX_NAMES)) {
    const wanted = token.toLowerCase();
    const names = await desk.complete("quote", "speaker", token, now);
    if (
      names.some(({ label }) =>
        label
          .toLowerCase()
          .split(/[^\p{L}'’-]+/u)
          .includes(wanted),
      )
    )
      return token;
  }
  return null;
}
