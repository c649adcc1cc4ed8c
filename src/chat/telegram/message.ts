// A Part as the requests that send or edit it.
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { Block, Inline, Part, Picture, Post } from "../../model/post.ts";
import { splitPost } from "../split.ts";
import type { Buttons } from "./buttons.ts";
import { harmless, type Rendered, renderBlocks } from "./render.ts";

/** Draws a picture as PNG. */
export type DrawPicture = (picture: Picture) => Promise<Uint8Array>;

/** What Telegram takes in one message: UTF-16 units of text, of a picture's caption, and entities. */
const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
const MAX_ENTITIES = 100;

/** Splits a Post for Telegram: a picture stands in a Part with no more text than a caption holds. */
export function partsOf(post: Post, draws: boolean): readonly Part[] {
  const blocks = (draws ? post.blocks.map(drawable) : post.blocks.map(described)).map(cleaned);
  return splitPost({ ...post, blocks }, { max: MAX_TEXT, measure });
}

function measure({ blocks }: Part): number {
  const pictures = blocks.filter((block) => block.kind === "picture").length;
  if (pictures > 1) return Number.POSITIVE_INFINITY;
  // Far too much need not be rendered to know it: the time to split stays linear.
  const length = blocks.reduce((sum, block) => sum + lengthOf(block), 0);
  if (length > 4 * MAX_TEXT) return length;
  const { text, entities } = renderBlocks(blocks);
  if (entities.length > MAX_ENTITIES) return Number.POSITIVE_INFINITY;
  if (pictures === 0 || text.length > MAX_TEXT) return text.length;
  return renderBlocks(blocks, true).text.length > MAX_CAPTION ? Number.POSITIVE_INFINITY : text.length;
}

/** A Post in one message: of a longer one the beginning and its sources, with an ellipsis for what is left out. */
export function onePart(post: Post): Part {
  const [first, ...others] = partsOf(post, false);
  if (others.length === 0) return first!;
  const isSource = (block: Block) => block.kind === "source";
  const tail: readonly Block[] = [{ kind: "paragraph", spans: [{ text: "…" }] }, ...post.blocks.filter(isSource)];
  const body = {
    blocks: post.blocks
      .filter((block) => !isSource(block))
      .map(described)
      .map(cleaned),
  };
  const [begun] = splitPost(body, {
    max: MAX_TEXT,
    measure: ({ blocks }) => measure({ blocks: [...blocks, ...tail] }),
  });
  const whole: Part = { ...post, blocks: [...begun!.blocks, ...tail] };
  return measure(whole) <= MAX_TEXT ? whole : first!;
}

function lengthOf(block: Block): number {
  const spans = block.kind === "picture" ? [] : block.kind === "list" ? block.items.flat() : block.spans;
  return spans.reduce((sum, span) => sum + span.text.length, 0);
}

/** Text as it will be shown, so that what is left out does not count. */
function cleaned(block: Block): Block {
  const clean = (spans: readonly Inline[]) => spans.map((span) => ({ ...span, text: harmless(span.text) }));
  if (block.kind === "picture") return block;
  return block.kind === "list" ? { ...block, items: block.items.map(clean) } : { ...block, spans: clean(block.spans) };
}

/** A picture whose description would not fit a message by itself is only described: text can be split. */
function drawable(block: Block): Block {
  return block.kind === "picture" && block.picture.alt.length > MAX_CAPTION / 2 ? described(block) : block;
}

function described(block: Block): Block {
  return block.kind === "picture" ? { kind: "paragraph", spans: [{ text: block.picture.alt, is: "stored" }] } : block;
}

export interface TextMessage {
  readonly text: string;
  readonly entities: MessageEntity[];
  readonly link_preview_options: { readonly is_disabled: true };
  readonly reply_markup?: InlineKeyboardMarkup;
}

/** Text for a message; never empty, which Telegram would refuse. */
export function textMessage(part: Part, buttons: Buttons, onlyLinks = false): TextMessage {
  const { text, entities } = renderBlocks(part.blocks);
  const keyboard = buttons.keyboard(part.actions, onlyLinks);
  return {
    text: isVisible(text) ? text : "(empty)",
    entities: isVisible(text) ? [...entities] : [],
    link_preview_options: { is_disabled: true },
    ...(keyboard === undefined ? {} : { reply_markup: keyboard }),
  };
}

export function pictureOf(part: Part): Picture | null {
  return part.blocks.find((block) => block.kind === "picture")?.picture ?? null;
}

/** The caption of a Part's picture: its other text, else what the picture shows. */
export function captionOf(part: Part): Rendered {
  const around = renderBlocks(part.blocks, true);
  return around.text === "" ? renderBlocks(part.blocks.map(described)) : around;
}

function isVisible(text: string): boolean {
  return /[^\s\p{Cf}\p{M}\u115f\u1160\u3164\u2800]/u.test(text);
}
