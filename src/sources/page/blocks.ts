// A DOM tree as lines of text: one a paragraph, heading, list item or table row, in reading order.
import type { DomNode } from "./dom.ts";

export interface TextBlock {
  readonly text: string;
  /** The block element it stood in, lower case. */
  readonly tag: string;
  /** Characters that stood inside links. */
  readonly linked: number;
}

const silentLog = new Set(
  "script style noscript template svg math iframe object embed video audio canvas select option button input textarea head link meta #comment".split(
    " ",
  ),
);
const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
/** A tree longer than this is hostile; what lies beyond is left out. */
const MOST_NODES = 400_000;

/** The text blocks under `root`. Walks node by node without recursion, so that depth cannot exhaust the stack. */
export function textBlocks(root: DomNode): TextBlock[] {
  const writer = new BlockWriter();
  let node: DomNode | null = root;
  for (let steps = 0; node !== null && steps < MOST_NODES; steps++) {
    const child: DomNode | null = writer.enter(node) ? node.firstChild : null;
    if (child !== null) {
      node = child;
      continue;
    }
    let at: DomNode = node;
    writer.leave(at);
    while (at !== root && at.nextSibling === null && at.parentNode !== null) {
      at = at.parentNode;
      writer.leave(at);
    }
    node = at === root ? null : at.nextSibling;
  }
  return writer.finish();
}

class BlockWriter {
  readonly #blocks: TextBlock[] = [];
  readonly #tags: string[] = [];
  #pieces: string[] = [];
  #linked = 0;
  #links = 0;

  /** True when the walk should go into the node's children. */
  enter(node: DomNode): boolean {
    const name = node.nodeName.toLowerCase();
    if (node.nodeType === 3) {
      this.#pieces.push(node.nodeValue ?? "");
      if (this.#links > 0) this.#linked += (node.nodeValue ?? "").trim().length;
      return false;
    }
    if (silentLog.has(name)) return false;
    if (name === "a") this.#links++;
    if (name === "td" || name === "th") this.#pieces.push(" ");
    if (name === "br") {
      // Two breaks in a row part paragraphs; one only breaks a line, and a space stands for it.
      this.#pieces.push(" ");
      if (nextIsBreak(node)) this.#flush();
    }
    if (BLOCKS.has(name)) {
      this.#flush();
      this.#tags.push(name);
    }
    return true;
  }

  leave(node: DomNode): void {
    const name = node.nodeName.toLowerCase();
    if (name === "a") this.#links--;
    if (!BLOCKS.has(name)) return;
    this.#flush();
    this.#tags.pop();
  }

  finish(): TextBlock[] {
    this.#flush();
    return this.#blocks;
  }

  #flush(): void {
    const text = this.#pieces.join("").replace(/\s+/g, " ").trim();
    if (text !== "") this.#blocks.push({ text, tag: this.#tags.at(-1) ?? "", linked: this.#linked });
    this.#pieces = [];
    this.#linked = 0;
  }
}

function nextIsBreak(node: DomNode): boolean {
  let next = node.nextSibling;
  while (next !== null && next.nodeType === 3 && (next.nodeValue ?? "").trim() === "") next = next.nextSibling;
  return next?.nodeName.toLowerCase() === "br";
}
