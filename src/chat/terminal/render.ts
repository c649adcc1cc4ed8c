// A Post as terminal text: wrapped to the width, coloured and linked where the terminal can, plain where it cannot.
import { styleText } from "node:util";
import wrapAnsi from "wrap-ansi";
import type { Action, Block, Inline, Post } from "../../model/post.ts";

export interface Look {
  /** Columns to wrap at. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether addresses become clickable (OSC 8); otherwise they are written out behind the text. */
  readonly links: boolean;
}

export const PLAIN: Look = { width: 100, colour: false, links: false };

type Format = Parameters<typeof styleText>[0];

/** A look, and the addresses written out so far: once in a Post is enough. */
interface Page extends Look {
  readonly written: Set<string>;
}

/** Renders a Post, its buttons as a numbered line at the end. Stored text cannot steer the terminal: see `harmless`. */
export function renderPost(post: Post, given: Look): string {
  const look: Page = { ...given, written: new Set() };
  const blocks = post.blocks.map((block, index) => {
    const follows = post.blocks[index - 1]?.kind === "source" && block.kind !== "source" && block.kind !== "heading";
    return (follows ? "\n" : "") + renderBlock(block, look);
  });
  const actions = (post.actions ?? []).flat();
  if (actions.length > 0) blocks.push(renderActions(actions, look));
  return blocks.filter((block) => block !== "").join("\n");
}

/**
 * Text without anything that steers a terminal or reorders its line: control characters (C0, C1), bidirectional
 * overrides and isolates, line and paragraph separators. Tabs and breaks become spaces; lone surrogates U+FFFD.
 */
export function harmless(text: string): string {
  return text
    .replace(/[\t\r\n\u2028\u2029]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/g, "")
    .toWellFormed();
}

function renderBlock(block: Block, look: Page): string {
  switch (block.kind) {
    case "heading":
      return `\n${wrap(paint("bold", inlines(block.spans, look), look), "", "", look)}`;
    case "paragraph":
      return wrap(inlines(block.spans, look), "", "", look);
    case "quote":
      return wrap(inlines(block.spans, look), "  ", "  ", look);
    case "list":
      return block.items.map((item) => wrap(inlines(item, look), "• ", "  ", look)).join("\n");
    case "source":
      return wrap(paint("dim", inlines(block.spans, look), look), "  ", "  ", look);
    case "picture":
      return block.picture.kind === "chart" ? renderChart(block.picture, look) : "";
  }
}

function inlines(spans: readonly Inline[], look: Page): string {
  return spans.map((span) => inline(span, look)).join("");
}

function inline(span: Inline, look: Page): string {
  const text = harmless(span.text);
  const shown = span.is === "words" ? `“${text}”` : text;
  const painted = paint(formatOf(span), shown, look);
  if (span.href === undefined) return painted;
  const address = safeAddress(span.href);
  if (address === null) return painted;
  if (look.links) return `\u001b]8;;${address}\u001b\\${painted}\u001b]8;;\u001b\\`;
  const plain = withoutFragment(address);
  if (shown.includes(plain) || look.written.has(plain)) return painted;
  look.written.add(plain);
  return `${painted} <${plain}>`;
}

function formatOf(span: Inline): Format | null {
  if (span.is === "words") return "cyan";
  if (span.style === "bold") return "bold";
  if (span.style === "italic") return "italic";
  return span.style === "code" || span.is === "command" ? "green" : null;
}

function paint(format: Format | null, text: string, look: Look): string {
  return look.colour && format !== null ? styleText(format, text, { validateStream: false }) : text;
}

/** Only web addresses are linked, percent-encoded, so that nothing in them ends the escape sequence. */
function safeAddress(href: string): string | null {
  if (!URL.canParse(href)) return null;
  const url = new URL(href);
  return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
}

/** A text fragment helps a browser and only tires a reader. */
function withoutFragment(address: string): string {
  const at = address.indexOf("#:~:");
  return at < 0 ? address : address.slice(0, at);
}

function wrap(text: string, first: string, rest: string, look: Look): string {
  const width = Math.max(20, look.width) - rest.length;
  return wrapAnsi(text, width, { hard: true, trim: true })
    .split("\n")
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join("\n");
}

function renderActions(actions: readonly Action[], look: Look): string {
  const labels = actions.map((action, index) => `[${index + 1}] ${harmless(action.label)}`);
  return `\n${wrap(paint("dim", labels.join("  "), look), "", "", look)}`;
}

function renderChart(
  chart: { readonly title: string; readonly bars: readonly { readonly label: string; readonly value: number }[] },
  look: Look,
): string {
  const most = Math.max(1, ...chart.bars.map((bar) => bar.value));
  const room = Math.max(10, Math.min(40, look.width - 24));
  const label = Math.max(0, ...chart.bars.map((bar) => bar.label.length));
  const lines = chart.bars.map((bar) => {
    const length = bar.value === 0 ? 0 : Math.max(1, Math.round((bar.value / most) * room));
    return `  ${harmless(bar.label).padEnd(label)} ${paint("cyan", "█".repeat(length), look)} ${bar.value}`;
  });
  return [paint("dim", `  ${harmless(chart.title)}`, look), ...lines].join("\n");
}
