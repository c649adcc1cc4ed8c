// A Part as Telegram text with entities: offsets are UTF-16, and no markup is ever parsed. Whatever Telegram would
// link by itself in text that is not ours is covered by an entity, which leaves every character as it was stored.
import type { MessageEntity } from "grammy/types";
import type { Block, Inline, Part } from "../../model/post.ts";
import { linkedTokens, type Stretch } from "./tokens.ts";

export interface Rendered {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

/** Renders the blocks; pictures by their `alt`, in brackets, unless `withoutPictures`. */
export function renderBlocks(blocks: Part["blocks"], withoutPictures = false): Rendered {
  const paper = new Paper();
  let previous: Block | null = null;
  for (const block of blocks) {
    if (block.kind === "picture" && withoutPictures) continue;
    if (previous !== null) paper.write(gap(previous, block));
    writeBlock(paper, block);
    previous = block;
  }
  return paper.finish();
}

/**
 * Text without what steers a display: control characters (C0 but for line breaks and tabs, C1) and bidirectional
 * overrides and isolates are left out, lone surrogates become U+FFFD. Every visible character stays.
 */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "")
    .toWellFormed();
}

/** An address Telegram takes for a link; null for any other scheme. */
export function linkOf(href: string | undefined): string | null {
  if (href === undefined || href.length > 2048 || !URL.canParse(href)) return null;
  const url = new URL(href);
  return (url.protocol === "https:" || url.protocol === "http:") && url.hostname !== "" ? url.href : null;
}

/** Blocks that belong together stand close; others have a line between them. */
function gap(before: Block, after: Block): string {
  const close =
    (before.kind === "heading" && after.kind !== "heading") ||
    (after.kind === "source" && before.kind !== "source") ||
    (after.kind === "list" && (before.kind === "paragraph" || before.kind === "list"));
  return close ? "\n" : "\n\n";
}

function writeBlock(paper: Paper, block: Block): void {
  const start = paper.length;
  switch (block.kind) {
    case "heading":
      paper.spans(block.spans, "bold");
      paper.mark("bold", start);
      break;
    case "paragraph":
      paper.spans(block.spans);
      break;
    case "quote":
      paper.spans(block.spans);
      paper.mark(block.foldable === true ? "expandable_blockquote" : "blockquote", start);
      break;
    case "list":
      for (const [index, item] of block.items.entries()) {
        paper.write(index === 0 ? "• " : "\n• ");
        paper.spans(item);
      }
      break;
    case "source":
      paper.spans(block.spans, "italic");
      paper.mark("italic", start);
      break;
    case "picture":
      paper.write(`[${harmless(block.picture.alt)}]`);
      break;
  }
}

type Plain = "bold" | "italic" | "blockquote" | "expandable_blockquote";
type Mark = Stretch & ({ readonly type: Plain | "code" } | { readonly type: "text_link"; readonly url: string });

class Paper {
  #text = "";
  readonly #marks: Mark[] = [];
  /** Our own commands, which stay live. */
  readonly #live: Stretch[] = [];

  get length(): number {
    return this.#text.length;
  }

  write(text: string): void {
    this.#text += text;
  }

  mark(type: Plain, start: number): void {
    this.#marks.push({ type, start, end: this.length });
  }

  /** `already`: the style the whole block has. */
  spans(spans: readonly Inline[], already?: "bold" | "italic"): void {
    for (const span of spans) {
      if (span.text === "") continue;
      const start = this.length;
      const text = harmless(span.text);
      this.write(span.is === "words" ? `“${text}”` : text);
      const stretch = { start, end: this.length };
      const url = linkOf(span.href);
      if (span.is === "command") {
        const name = /^\/[a-z0-9_]{1,32}(?![\w@])/i.exec(text)?.[0];
        if (name !== undefined) this.#live.push({ start, end: start + name.length });
      } else if (url !== null) this.#marks.push({ ...stretch, type: "text_link", url });
      else if (span.style === "code") this.#marks.push({ ...stretch, type: "code" });
      if ((span.style === "bold" || span.style === "italic") && span.style !== already)
        this.#marks.push({ ...stretch, type: span.style });
    }
  }

  finish(): Rendered {
    const start = this.#text.length - this.#text.trimStart().length;
    const text = this.#text.trim();
    const marks = [...this.#marks, ...this.#covers()];
    const codes = marks.filter((mark) => mark.type === "code").sort((a, b) => a.start - b.start);
    const entities = marks
      // Telegram lets nothing overlap code; a cover takes precedence over bold and italic.
      .flatMap((mark) => (mark.type === "bold" || mark.type === "italic" ? without(mark, codes) : [mark]))
      .flatMap((mark) => clipped(mark, start, start + text.length))
      .sort((a, b) => a.offset - b.offset || b.length - a.length || rank(a) - rank(b));
    return { text, entities };
  }

  /** Code over every token that would be linked and is neither ours nor covered already. */
  #covers(): Mark[] {
    const kept = [...this.#live, ...this.#marks.filter((mark) => mark.type === "code" || mark.type === "text_link")];
    kept.sort((a, b) => a.start - b.start);
    const covers: Mark[] = [];
    let at = 0;
    let end = 0;
    for (const token of linkedTokens(this.#text)) {
      if (token.end <= end) continue;
      let start = Math.max(token.start, end);
      while (at < kept.length && kept[at]!.end <= start) at += 1;
      // What lies beside a link inside the same token is covered too: "@na" + link must leave no live "@na".
      for (let next = at; start < token.end; next++) {
        const other = kept[next];
        const stop = Math.min(other?.start ?? token.end, token.end);
        if (stop > start) covers.push({ type: "code", start, end: stop });
        if (other === undefined || other.start >= token.end) break;
        start = Math.max(start, other.end);
      }
      end = token.end;
    }
    return covers;
  }
}

/** What is left of a mark beside the codes, which are in order and apart. */
function without(mark: Mark, codes: readonly Stretch[]): Mark[] {
  const pieces: Mark[] = [];
  let { start } = mark;
  for (let at = firstEndingAfter(start, codes); at < codes.length && codes[at]!.start < mark.end; at++) {
    const code = codes[at]!;
    if (code.start > start) pieces.push({ ...mark, start, end: code.start });
    start = code.end;
  }
  if (start < mark.end) pieces.push({ ...mark, start });
  return pieces;
}

function firstEndingAfter(offset: number, stretches: readonly Stretch[]): number {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stretches[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clipped(mark: Mark, from: number, to: number): MessageEntity[] {
  const start = Math.max(mark.start, from);
  const end = Math.min(mark.end, to);
  if (end <= start) return [];
  const place = { offset: start - from, length: end - start };
  return [mark.type === "text_link" ? { ...place, type: mark.type, url: mark.url } : { ...place, type: mark.type }];
}

/** Of entities over the same stretch the outer comes first. */
function rank(entity: MessageEntity): number {
  return entity.type === "blockquote" || entity.type === "expandable_blockquote" ? 0 : 1;
}
