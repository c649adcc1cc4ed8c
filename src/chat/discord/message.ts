// A Part as the body of a Discord message, in Components V2: one card of text, pictures and buttons.
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord.js";
import type { Action, Block, Part, Picture, Post } from "../../model/post.ts";
import { type Limits, splitPost } from "../split.ts";
import { type CommandId, markdown, safeAddress } from "./markdown.ts";
import type { Buttons } from "./pressed.ts";

/** All text of a message together, in UTF-16 units. */
const MAX_TEXT = 4000;
/** Components of a message, nested ones included. */
const MAX_COMPONENTS = 40;
const MAX_FILES = 10;
const MAX_LABEL = 80;
const MAX_ALT = 1024;
const MAX_BUTTON_ADDRESS = 512;
const BUTTONS_A_ROW = 5;
const ROWS = 5;
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
  const links = linkLines(part.actions ?? []);
  return [...blocks, ...links].reduce((sum, text) => sum + text.length + 1, 0);
}

/** Renders a Part. Never pings: mentions are switched off besides being escaped. */
export function renderMessage(part: Part, rendering: Rendering): RenderedMessage {
  const pictures = part.blocks
    .filter((block) => block.kind === "picture")
    .map(({ picture }, index) => ({ name: `picture-${index + 1}.png`, picture }));
  const components = [...body(part, rendering), ...rows(part.actions ?? [], rendering.buttons)];
  const attachments = pictures.map(({ name, picture }, index) => ({
    id: String(index),
    filename: name,
    description: cut(picture.alt, MAX_ALT),
  }));
  return {
    body: {
      components: [{ type: ComponentType.Container, accent_color: ACCENT, components }],
      flags: MessageFlags.IsComponentsV2 | (part.quiet === true ? MessageFlags.Ephemeral : 0),
      allowed_mentions: { parse: [] },
      attachments,
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

function body(part: Part, { commandId }: Rendering): APIComponentInContainer[] {
  const links = linkLines(part.actions ?? []);
  const budget = MAX_COMPONENTS - 2 - countButtons(part.actions ?? []) - part.blocks.length;
  // Text displays stand a little apart, which reads better than blank lines; few must do where many would not fit.
  const apart = budget > 0;
  const components: APIComponentInContainer[] = [];
  let picture = 0;
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) components.push({ type: ComponentType.TextDisplay, content: text.join("\n") });
    text = [];
  };
  for (const block of part.blocks) {
    if (block.kind === "picture") {
      flush();
      components.push(gallery(`picture-${++picture}.png`, block.picture));
      continue;
    }
    const line = blockText(block, commandId);
    if (line.trim() === "") continue;
    const joins = block.kind === "source" || block.kind === "list";
    if (apart && !joins) flush();
    text.push(line);
  }
  text.push(...links);
  flush();
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: "\u2014" });
  return components;
}

function gallery(name: string, picture: Picture): APIComponentInContainer {
  const media = { url: `attachment://${name}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description: cut(picture.alt, MAX_ALT) }] };
}

/** One block as markdown lines. */
function blockText(block: Exclude<Block, { kind: "picture" }>, commandId: CommandId): string {
  if (block.kind === "list") return block.items.map((item) => `- ${oneLine(markdown(item, commandId))}`).join("\n");
  const text = markdown(block.spans, commandId);
  switch (block.kind) {
    case "heading":
      return text.trim() === "" ? "" : `### ${oneLine(text)}`;
    case "quote":
      return prefixed(text, "> ");
    case "source":
      return prefixed(text, "-# ");
    case "paragraph":
      return text;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, " ");
}

function prefixed(text: string, prefix: string): string {
  return text
    .split("\n")
    .filter((line, index, lines) => line.trim() !== "" || (prefix === "> " && index > 0 && index < lines.length - 1))
    .map((line) => prefix + line)
    .join("\n");
}

type Row = APIActionRowComponent<APIButtonComponent>;

function rows(actions: NonNullable<Post["actions"]>, buttons: Buttons): Row[] {
  let index = 0;
  return buttonRows(actions).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map((action) => button(action, buttons, index++)),
  }));
}

/** Rows as Discord takes them: five of five. Later rows than that hold what a command can still ask for. */
function buttonRows(actions: NonNullable<Post["actions"]>): Action[][] {
  return actions
    .map((row) => row.filter((action) => !isTextLink(action)))
    .flatMap((row) =>
      Array.from({ length: Math.ceil(row.length / BUTTONS_A_ROW) }, (_, at) =>
        row.slice(at * BUTTONS_A_ROW, (at + 1) * BUTTONS_A_ROW),
      ),
    )
    .slice(0, ROWS);
}

function countButtons(actions: NonNullable<Post["actions"]>): number {
  return buttonRows(actions).reduce((sum, row) => sum + row.length + 1, 0);
}

function button(action: Action, buttons: Buttons, index: number): APIButtonComponent {
  const label = cut(action.label.trim() === "" ? "…" : action.label, MAX_LABEL);
  if ("href" in action) {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: safeAddress(action.href)! };
  }
  const custom_id = buttons.idOf(action, index);
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id };
}

/** An address a button cannot hold stands in the text instead. */
function isTextLink(action: Action): boolean {
  if (!("href" in action)) return false;
  const address = safeAddress(action.href);
  return address === null || address.length > MAX_BUTTON_ADDRESS;
}

function linkLines(actions: NonNullable<Post["actions"]>): string[] {
  return actions
    .flat()
    .filter(isTextLink)
    .map((action) => markdown([{ text: action.label, href: "href" in action ? action.href : "" }], () => null));
}

/** Cut to a length in UTF-16 units, at a grapheme's edge, with an ellipsis where anything is left out. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = "";
  for (const { segment } of new Intl.Segmenter("en").segment(text.slice(0, max))) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
