// Blocks as the inside of a card: text displays that stand a little apart, rules between sections, pictures.
import { type APIComponentInContainer, ComponentType, SeparatorSpacingSize } from "discord.js";
import type { Block, Picture } from "../../model/post.ts";
import { type CommandId, markdown } from "./markdown.ts";

const MAX_ALT = 1024;

/** How airy: sections ruled off, blocks apart, or all text in one where many components would not fit. */
const LAYOUTS = ["ruled", "apart", "dense"] as const;
type Layout = (typeof LAYOUTS)[number];

/** The airiest layout of at most `max` components. `lines` are added at the end. Never empty. */
export function blockComponents(
  blocks: readonly Block[],
  lines: readonly string[],
  max: number,
  commandId: CommandId,
): APIComponentInContainer[] {
  const layouts = LAYOUTS.map((layout) => laidOut(blocks, lines, layout, commandId));
  const components = layouts.find((one) => one.length <= max) ?? layouts.at(-1)!;
  return components.length > 0 ? components : [display(["…"])];
}

function laidOut(
  blocks: readonly Block[],
  lines: readonly string[],
  layout: Layout,
  commandId: CommandId,
): APIComponentInContainer[] {
  const components: APIComponentInContainer[] = [];
  let picture = 0;
  let text: string[] = [];
  const flush = () => {
    if (text.length > 0) components.push(display(text));
    text = [];
  };
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (block.kind === "picture") {
      flush();
      components.push(gallery(`picture-${++picture}.png`, block.picture));
      continue;
    }
    const line = blockText(block, commandId, isTitle(blocks, index));
    if (line.trim() === "") continue;
    if (layout !== "dense" && !clings(block, before)) flush();
    if (layout === "ruled" && block.kind === "heading" && before !== undefined && before.kind !== "heading") {
      components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
    }
    text.push(line);
  }
  text.push(...lines);
  flush();
  return components;
}

/** A source stands close under what it is the source of, and a list under what announces it. */
function clings(block: Block, before: Block | undefined): boolean {
  if (block.kind === "source") return before?.kind !== "source";
  return block.kind === "list";
}

/** The heading above all others: one that another heading follows at once. */
function isTitle(blocks: readonly Block[], index: number): boolean {
  return index === 0 && blocks[1]?.kind === "heading";
}

function display(lines: readonly string[]): APIComponentInContainer {
  return { type: ComponentType.TextDisplay, content: lines.join("\n") };
}

function gallery(name: string, picture: Picture): APIComponentInContainer {
  const media = { url: `attachment://${name}` };
  return { type: ComponentType.MediaGallery, items: [{ media, description: altOf(picture) }] };
}

/** What a picture shows, as far as Discord takes it. */
export function altOf(picture: Picture): string {
  return cut(picture.alt.trim() === "" ? "A picture" : picture.alt, MAX_ALT);
}

/** One block as markdown lines. */
export function blockText(block: Exclude<Block, { kind: "picture" }>, commandId: CommandId, isTitle = false): string {
  if (block.kind === "list") {
    const items = block.items.map((item) => oneLine(markdown(item, commandId))).filter((item) => item !== "");
    return items.map((item) => `- ${item}`).join("\n");
  }
  const text = markdown(block.spans, commandId);
  switch (block.kind) {
    case "heading":
      return text.trim() === "" ? "" : `${isTitle ? "##" : "###"} ${oneLine(text)}`;
    case "quote":
      return prefixed(text, "> ");
    case "source":
      return prefixed(text, "-# ");
    case "paragraph":
      return text;
  }
}

function oneLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}

/** Every line marked; lines on which nothing stands are left out, but for those between others of a quotation. */
function prefixed(text: string, prefix: string): string {
  return text
    .trim()
    .split("\n")
    .filter((line) => prefix === "> " || line.trim() !== "")
    .map((line) => prefix + line)
    .join("\n");
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
