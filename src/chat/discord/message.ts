// A Part as the body of a Discord message, in Components V2: one card of text, pictures and buttons. Not an embed: those
// are narrower and set smaller, cannot rule sections off, and vanish where the bot may not embed links.
import { type APIContainerComponent, ComponentType, MessageFlags } from "discord.js";
import type { Block, Part, Picture, Post } from "../../model/post.ts";
import { type Limits, splitPost } from "../split.ts";
import { altOf, blockComponents, blockText } from "./blocks.ts";
import type { CommandId } from "./markdown.ts";
import type { Buttons } from "./pressed.ts";
import { actionRows, countOf, linkLines } from "./rows.ts";

/** All text of a message together, in UTF-16 units. */
const MAX_TEXT = 4000;
/** Components of a message, nested ones included. */
const MAX_COMPONENTS = 40;
const MAX_FILES = 10;
const ACCENT = 0x3f6fb5;

export interface MessageBody {
  readonly components: APIContainerComponent[];
  readonly flags: number;
  readonly allowed_mentions: { readonly parse: [] };
  /** Empty where there are none, so that an edit takes old pictures away. */
  readonly attachments: { id: string; filename: string; description: string }[];
}

/** A message ready for the wire: its body, and what is to be drawn and sent along under these names. */
export interface RenderedMessage {
  readonly body: MessageBody;
  readonly pictures: readonly { readonly name: string; readonly picture: Picture }[];
}

export interface Rendering {
  readonly commandId: CommandId;
  readonly buttons: Buttons;
}

/** Cuts a Post into what single messages hold. */
export function partsOf(post: Post): readonly Part[] {
  return splitPost(post, LIMITS);
}

const LIMITS: Limits = {
  // Ids make command mentions longer than code: measured with the longest there are.
  measure: (part) => textLength(part, () => "9".repeat(20)),
  max: MAX_TEXT,
  fits: (part) => part.blocks.filter((block) => block.kind === "picture").length <= MAX_FILES,
};

function textLength(part: Part, commandId: CommandId): number {
  const blocks = part.blocks.map((block) => (block.kind === "picture" ? "" : blockText(block, commandId)));
  return [...blocks, ...linkLines(part.actions ?? [])].reduce((sum, text) => sum + text.length + 1, 0);
}

/** Renders a Part. Never pings: mentions are switched off besides being escaped. */
export function renderMessage(part: Part, { commandId, buttons }: Rendering): RenderedMessage {
  const actions = part.actions ?? [];
  const pictures = part.blocks
    .filter((block) => block.kind === "picture")
    .map(({ picture }, index) => ({ name: `picture-${index + 1}.png`, picture }));
  const room = MAX_COMPONENTS - 1 - countOf(actions);
  const components = [
    ...blockComponents(part.blocks, linkLines(actions), room, commandId),
    ...actionRows(actions, buttons),
  ];
  return {
    body: {
      components: [{ type: ComponentType.Container, accent_color: ACCENT, components }],
      flags: MessageFlags.IsComponentsV2 | (part.quiet === true ? MessageFlags.Ephemeral : 0),
      allowed_mentions: { parse: [] },
      attachments: pictures.map(({ name, picture }, index) => ({
        id: String(index),
        filename: name,
        description: altOf(picture),
      })),
    },
    pictures,
  };
}

/** The same Part with its pictures told in words, for when they could not be drawn. */
export function withoutPictures(part: Part): Part {
  const blocks = part.blocks.map(
    (block): Block => (block.kind === "picture" ? { kind: "paragraph", spans: [{ text: block.picture.alt }] } : block),
  );
  return { ...part, blocks };
}
