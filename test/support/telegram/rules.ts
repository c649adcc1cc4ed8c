// What the Bot API demands beyond types: lengths, offsets, sizes. Each rule tells what the real server would refuse.
import type { MessageEntity } from "grammy/types";

type Params = Readonly<Record<string, unknown>>;

/** Why the server would refuse (or quietly spoil) a request; null when it would not. */
export function brokenRule(method: string, params: Params): string | null {
  switch (method) {
    case "sendMessage":
    case "editMessageText":
      return text(params.text, params.entities, 4096) ?? plain(params) ?? keyboard(params.reply_markup);
    case "sendPhoto":
      return (
        text(params.caption ?? "-", params.caption_entities, 1024) ?? plain(params) ?? keyboard(params.reply_markup)
      );
    case "answerCallbackQuery":
      return String(params.text ?? "").length > 200
        ? "MESSAGE_TOO_LONG: a callback's answer holds 200 characters"
        : null;
    case "answerInlineQuery":
      return inline(params.results as readonly Params[], params.next_offset);
    case "setMyCommands":
      return commands(params.commands as readonly { command: string; description: string }[]);
    case "setMyName":
      return longer(params.name, 64);
    case "setMyDescription":
      return longer(params.description, 512);
    case "setMyShortDescription":
      return longer(params.short_description, 120);
    default:
      return null;
  }
}

function longer(value: unknown, most: number): string | null {
  return String(value ?? "").length > most ? `longer than ${most} characters` : null;
}

function plain(params: Params): string | null {
  return "parse_mode" in params ? "parse_mode is set: text goes by entities here" : null;
}

function text(value: unknown, given: unknown, most: number): string | null {
  const string = String(value);
  const entities = (given ?? []) as readonly MessageEntity[];
  if (string.trim() === "") return "message text is empty";
  if (string !== string.trim()) return "text begins or ends in white space, which the server cuts: offsets would shift";
  if (string.length > most) return "message is too long";
  if (!string.isWellFormed()) return "text is not valid UTF-8: a lone surrogate";
  if (entities.length > 100) return "more than 100 entities: the rest would be dropped";
  for (const { type, offset, length } of entities) {
    const isInside = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0;
    if (!isInside || offset + length > string.length) return `entity ${type} ${offset}+${length} is out of the text`;
    if (isHalf(string, offset) || isHalf(string, offset + length)) return `entity ${type} halves a character`;
  }
  return crossing(entities);
}

function isHalf(string: string, offset: number): boolean {
  return /[\udc00-\udfff]/.test(string[offset] ?? "") && /[\ud800-\udbff]/.test(string[offset - 1] ?? "");
}

/** Entities nest or stand apart; nothing but a quotation holds code, and quotations do not nest. */
function crossing(entities: readonly MessageEntity[]): string | null {
  for (const a of entities) {
    for (const b of entities) {
      if (a === b || b.offset >= a.offset + a.length || b.offset + b.length <= a.offset || b.offset < a.offset)
        continue;
      if (b.offset === a.offset && b.length > a.length) continue;
      const nests = b.offset + b.length <= a.offset + a.length;
      if (!nests) return `entities ${a.type} and ${b.type} cross`;
      const quotes = /blockquote$/;
      if (quotes.test(a.type) && quotes.test(b.type)) return "quotations nest";
      const beside = a.type === "code" ? b.type : b.type === "code" ? a.type : null;
      if (beside !== null && !quotes.test(beside)) return `${a.type} and ${b.type} overlap`;
    }
  }
  return null;
}

function keyboard(markup: unknown): string | null {
  const rows = (markup as { inline_keyboard?: readonly (readonly Params[])[] } | undefined)?.inline_keyboard ?? [];
  const buttons = rows.flat();
  if (buttons.length > 100) return "too many buttons";
  if (rows.some((row) => row.length > 8 || row.length === 0)) return "a row of buttons holds one to eight";
  for (const button of buttons) {
    if (String(button.text).trim() === "") return "a button's text is empty";
    const data = button.callback_data;
    const bytes = Buffer.byteLength(String(data));
    if (data !== undefined && (bytes < 1 || bytes > 64)) return "BUTTON_DATA_INVALID";
    const url = button.url;
    if (url !== undefined && !/^(https?|tg):\/\//.test(String(url))) return "BUTTON_URL_INVALID";
  }
  return null;
}

function inline(results: readonly Params[], next: unknown): string | null {
  if (results.length > 50) return "RESULTS_TOO_MUCH";
  if (Buffer.byteLength(String(next ?? "")) > 64) return "NEXT_OFFSET_INVALID";
  const ids = results.map((result) => String(result.id));
  if (new Set(ids).size < ids.length) return "RESULT_ID_DUPLICATE";
  for (const result of results) {
    const bytes = Buffer.byteLength(String(result.id));
    if (bytes < 1 || bytes > 64) return "RESULT_ID_INVALID";
    if (String(result.title) === "") return "ARTICLE_TITLE_EMPTY";
    const content = result.input_message_content as Params;
    const broken =
      text(content.message_text, content.entities, 4096) ?? plain(content) ?? keyboard(result.reply_markup);
    if (broken !== null) return broken;
  }
  return null;
}

function commands(list: readonly { command: string; description: string }[]): string | null {
  if (list.length > 100) return "BOT_COMMANDS_TOO_MUCH";
  for (const { command, description } of list) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) return "BOT_COMMAND_INVALID";
    if (description.length < 1 || description.length > 256) return "BOT_COMMAND_DESCRIPTION_INVALID";
  }
  return null;
}
