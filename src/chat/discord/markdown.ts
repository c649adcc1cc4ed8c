// Spans as Discord markdown: our own markup live, everything else exactly the characters it is.
import type { Inline } from "../../model/post.ts";

/** Gives the id a slash command was registered under, for a mention that can be tapped; null while unknown. */
export type CommandId = (name: string) => string | null;

/**
 * What Discord reads as markup wherever it stands. A backslash before it makes it a plain character. The bracket that
 * opens an address is among them because the end of a link's label is looked for without heeding backslashes.
 */
const MARKUP = /[\\*_~`|<>[\](@#]|:(?=\S)/g;
/** What it reads as a list when a line begins with it. */
const LIST_START = /^([^\S\n]*)(?:([-+•])|(\d*)([.)]))(?=\s|$)/gm;
/**
 * Control characters, and the overrides and isolates that would turn the text around them. They cannot be seen, so
 * leaving them out changes no word shown.
 */
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** Untrusted text with every mark of Discord's made plain. Line breaks stay. */
function escapeMarkdown(text: string): string {
  return visible(text)
    .replace(MARKUP, "\\$&")
    .replace(LIST_START, (_, space: string, bullet: string | undefined, number: string, stop: string) =>
      bullet === undefined ? `${space}${number}\\${stop}` : `${space}\\${bullet}`,
    );
}

function visible(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(UNSEEN, "")
    .toWellFormed();
}

/** Renders spans; `words` get their quotation marks here. */
export function markdown(spans: readonly Inline[], commandId: CommandId): string {
  let text = "";
  for (const span of spans) {
    const piece = inline(span, commandId);
    // "*a***b**" would be read otherwise than written: where two styles touch, the second gives way.
    text +=
      text.endsWith("*") && !text.endsWith("\\*") && piece.startsWith("*") ? inline(plain(span), commandId) : piece;
  }
  return text;
}

function plain(span: Inline): Inline {
  const { style: _, ...rest } = span;
  return rest;
}

function inline(span: Inline, commandId: CommandId): string {
  if (span.is === "command") return commandMention(span.text, commandId);
  if (span.style === "code" && span.href === undefined && !span.text.includes("`")) return code(span.text);
  const [lead, text, tail] = trimmed(span.text);
  if (text === "") return lead;
  const shown = span.is === "words" ? `“${escapeMarkdown(text)}”` : escapeMarkdown(text);
  // Marks do not reach over lines that are quoted or set small one by one.
  const lines = shown.split("\n").map((line) => {
    const [before, middle, after] = trimmed(line);
    return middle === "" ? before : before + styled(linked(middle, span.href), span.style) + after;
  });
  return escapeMarkdown(lead) + lines.join("\n") + escapeMarkdown(tail);
}

/** Markers must hug what they mark. */
function trimmed(text: string): [lead: string, text: string, tail: string] {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  return end <= start ? [text, "", ""] : [text.slice(0, start), text.slice(start, end), text.slice(end)];
}

function styled(text: string, style: Inline["style"]): string {
  if (style === "bold") return `**${text}**`;
  return style === "italic" ? `*${text}*` : text;
}

function code(text: string): string {
  const line = visible(text).replaceAll("\n", " ");
  return line.trim() === "" ? "" : `\`${line}\``;
}

/**
 * A masked link that unfurls nothing. Discord finds the end of a label without heeding backslashes and refuses labels
 * that look like addresses, so such text stands beside its link instead of inside it.
 */
function linked(text: string, href: string | undefined): string {
  const address = href === undefined ? null : safeAddress(href);
  if (address === null) return text;
  return /[[\]]|\/\//.test(text) ? `${text} [↗](<${address}>)` : `[${text}](<${address}>)`;
}

/** An http address with nothing in it that could end the link early; null for anything else. */
export function safeAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  return url.href.replace(
    /[()<>\s\\*`|]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, "0").toUpperCase()}`,
  );
}

/** "/quote putin" as a command that can be tapped and the rest as code. */
function commandMention(text: string, commandId: CommandId): string {
  const [, name, rest] = /^\/([a-z0-9-]{1,32})(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  const id = name === undefined ? null : commandId(name);
  if (name === undefined || id === null) return text.includes("`") ? escapeMarkdown(text) : code(text);
  return rest === undefined || rest === ""
    ? `</${name}:${id}>`
    : `</${name}:${id}> ${inline({ text: rest, style: "code" }, commandId)}`;
}
