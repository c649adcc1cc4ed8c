// What Telegram links by itself in plain text, after the rules of TDLib's message entity finder: mentions, commands,
// tags, addresses, e-mail, phone and card numbers. Written apart from the bot's own finder, so that one checks the other.
import type { MessageEntity } from "grammy/types";

export interface Linked {
  readonly kind: string;
  readonly token: string;
  readonly offset: number;
}

const WORD = "\\p{L}\\p{N}_";
const HOST = `(?:[${WORD}-]{1,63}\\.)+(?:xn--[a-z0-9-]{2,}|\\p{L}{2,})`;

const RULES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ["mention", new RegExp(`(?<![${WORD}])@[a-zA-Z0-9_]{2,32}(?![${WORD}])`, "gu")],
  ["bot_command", new RegExp(`(?<![${WORD}/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![${WORD}/<>])`, "gu")],
  [
    "hashtag",
    /(?<![\d_\p{L}\u200c])[#＃](?=[\d_\u200c\u00b7]*\p{L})[\d_\p{L}\u200c\u00b7]{1,256}(?![\d_\p{L}\u200c]*#)/gu,
  ],
  ["cashtag", /(?<![$\d_\p{L}\u200c])\$(?:1INCH|[A-Z]{1,8})(?![$\d_\p{L}\u200c])/gu],
  ["url", /(?:https?|ftp|tg|ton|tonsite):\/\/[^\s"“”«»<>]*[^\s"“”«»<>.:;,('?!`)]/giu],
  ["url", new RegExp(`(?<![${WORD}.@-])${HOST}(?::\\d{1,5})?(?:[/?#][^\\s"“”«»<>]*[^\\s"“”«»<>.:;,('?!\`)])?`, "gu")],
  ["url", /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g],
  ["email", /[a-zA-Z0-9_.+-]{1,60}@(?:[a-z0-9-]{1,30}\.){1,6}[a-z]{2,8}/gi],
  ["phone_number", /(?<![\d.])(?:8[ -]?\(?\d{3}\)?|\(\d{3}\)|\d{3}[.-])(?:[ .-]?\d{2,3}){2}[ .-]?\d{2}(?![\d.])/g],
  ["phone_number", /(?<!\w)\+\d(?:[ ().-]{0,2}\d){6,14}(?!\d)/g],
];

/** Tokens that no entity covers and Telegram would link. */
export function linkedTokens(text: string, entities: readonly MessageEntity[]): Linked[] {
  const covered = new Uint8Array(text.length);
  for (const entity of entities) {
    if (STOPPING.has(entity.type)) covered.fill(1, entity.offset, entity.offset + entity.length);
  }
  const found = [
    ...RULES.flatMap(([kind, pattern]) =>
      [...text.matchAll(pattern)].map((match): Linked => ({ kind, token: match[0], offset: match.index })),
    ),
    ...cards(text),
  ];
  return found.filter(({ token, offset }) => covered.subarray(offset, offset + token.length).includes(0));
}

/** Entities under which Telegram looks for nothing; under bold, italic and quotations it does. */
const STOPPING = new Set(["code", "pre", "text_link", "text_mention", "custom_emoji"]);

function cards(text: string): Linked[] {
  return [...text.matchAll(/(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g)]
    .filter((match) => isLuhn(match[0].replace(/\D/g, "")))
    .map((match) => ({ kind: "bank_card", token: match[0], offset: match.index }));
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
