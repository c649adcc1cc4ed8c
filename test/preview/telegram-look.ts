// A message as Telegram's client shows it: a bubble of text with its entities, a picture above its caption, and rows
// of buttons below.
import type { MessageEntity } from "grammy/types";
import { drawPicture } from "../../src/chat/picture.ts";
import { Buttons } from "../../src/chat/telegram/buttons.ts";
import { captionOf, partsOf, pictureOf, textMessage } from "../../src/chat/telegram/message.ts";
import type { Part, Post } from "../../src/model/post.ts";
import { dataUrl, FONT_FACES, text } from "./html.ts";

const buttons = new Buttons();

/** A page showing every message a Post becomes, and what was asked for it. */
export async function telegramPage(post: Post, asked: string | null): Promise<string> {
  const messages = await Promise.all(partsOf(post, true).map(message));
  return `<!doctype html><html><head><meta charset="utf-8"><style>${FONT_FACES}${STYLE}</style></head>
    <body><main>${asked === null ? "" : question(asked)}${messages.join("")}</main></body></html>`;
}

function question(asked: string): string {
  const typed = text(asked).replace(/^\/\w+/, "<a>$&</a>");
  return `<div class="asked"><div class="bubble"><div class="text">${typed}<span class="time">12:00</span></div></div></div>`;
}

async function message(part: Part): Promise<string> {
  const picture = pictureOf(part);
  const keyboard = buttons.keyboard(part.actions)?.inline_keyboard ?? [];
  const shown = picture === null ? textMessage(part, buttons) : captionOf(part);
  const image = picture === null ? "" : `<img src="${dataUrl(await drawPicture(picture))}" alt="${text(picture.alt)}">`;
  const rows = keyboard.map(
    (row) => `<div class="row">${row.map((key) => `<span class="key">${text(key.text)}</span>`).join("")}</div>`,
  );
  return `<div class="message"><div class="bubble">${image}<div class="text">${marked(shown.text, shown.entities)}<span class="time">12:00</span></div></div>
    ${rows.join("")}</div>`;
}

const OPEN: Readonly<Record<string, string>> = {
  bold: "<b>",
  italic: "<i>",
  code: "<code>",
  text_link: "<a>",
  url: "<a>",
  bot_command: "<a>",
  blockquote: "<blockquote>",
  expandable_blockquote: '<blockquote class="folds">',
};

/** Text with its entities as nested tags. Offsets are UTF-16, as both sides count. */
function marked(source: string, entities: readonly MessageEntity[]): string {
  const live = [...source.matchAll(/(?<![\w/])\/[a-z]{2,32}\b/g)]
    .filter(
      (match) =>
        !entities.some(
          (one) =>
            one.offset <= match.index &&
            match.index < one.offset + one.length &&
            one.type !== "italic" &&
            one.type !== "bold",
        ),
    )
    .map((match) => ({ type: "bot_command" as const, offset: match.index, length: match[0].length }));
  const all = [...entities, ...live].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return within(source, all, 0, source.length);
}

type Stretch = Pick<MessageEntity, "type" | "offset" | "length">;

function within(source: string, entities: readonly Stretch[], from: number, to: number): string {
  let out = "";
  let at = from;
  let rest = entities;
  while (rest.length > 0) {
    const [outer, ...others] = rest as readonly [Stretch, ...Stretch[]];
    const end = Math.min(outer.offset + outer.length, to);
    const inner = others.filter((one) => one.offset < end);
    rest = others.filter((one) => one.offset >= end);
    const open = OPEN[outer.type] ?? "<span>";
    out +=
      text(source.slice(at, outer.offset)) +
      open +
      within(source, inner, outer.offset, end) +
      open.replace(/^<(\w+).*$/, "</$1>");
    at = end;
    // A block quotation ends its line by itself.
    if (open.startsWith("<blockquote") && source[at] === "\n") at++;
  }
  return out + text(source.slice(at, to));
}

/** The sizes and colours of Telegram's day theme. */
const STYLE = `
  html, body { margin: 0; background: #d3e2cf; } main { display: block; padding: 12px; background: #d3e2cf; font-family: Preview, sans-serif; }
  .message { max-width: 480px; margin-bottom: 8px; }
  .bubble { background: #fff; border-radius: 12px 12px 12px 4px; overflow: hidden; box-shadow: 0 1px 1px rgba(0,0,0,.12); width: fit-content; min-width: 120px; }
  .text { padding: 7px 12px 8px; font-size: 15px; line-height: 20px; white-space: pre-wrap; overflow-wrap: anywhere; color: #000; }
  .text b { font-weight: 700; } .text a { color: #168acd; } .text code { color: #cc4b70; font-size: 14px; }
  .text blockquote { position: relative; margin: 2px 0 3px; padding: 4px 22px 4px 10px; border-left: 3px solid #3f9ae0; border-radius: 4px; background: #e9f3fb; }
  .text blockquote::after { content: "\\201D"; position: absolute; right: 7px; top: 2px; color: #3f9ae0; font-size: 20px; font-weight: 700; }
  .text blockquote.folds { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden; }
  .time { float: right; margin: 6px 0 -4px 12px; font-size: 12px; color: #a0acb6; }
  img { display: block; width: 100%; }
  .asked { display: flex; justify-content: flex-end; margin-bottom: 8px; } .asked .bubble { background: #eeffde; border-radius: 12px 12px 4px 12px; }
  .asked .time { color: #6cb765; }
  .row { display: flex; gap: 4px; margin-top: 4px; } .key { flex: 1; text-align: center; padding: 8px 6px; border-radius: 8px;
    background: rgba(90,125,95,.55); color: #fff; font-size: 14px; font-weight: 500; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }`;
