// Cuts a Post into Parts that each fit one platform message: at block edges, else between sentences, else between
// words, and only where a single word outgrows a Part inside it. Nothing that can be seen is ever lost.
import type { Block, Inline, Part, Post } from "../model/post.ts";
import { breakBefore, type Finest } from "./split/breaks.ts";
import { Run } from "./split/run.ts";

/** What one message of a platform holds. */
export interface Limits {
  /** The size of a Part as the platform counts it; it grows (or stays) as text is added. */
  measure(part: Part): number;
  readonly max: number;
  /** Further limits, if any (entities, embeds, components). */
  fits?(part: Part): boolean;
}

type Fits = (blocks: readonly Block[]) => boolean;

/**
 * Splits a Post. Every Part is within the limits unless it holds one thing that cannot be divided (a picture). A cut
 * `words` span becomes two `words` spans, so that each renders with its own quotation marks. Actions go with the last
 * Part; `quiet` with every one. Takes time linear in the text.
 */
export function splitPost(post: Post, limits: Limits): readonly Part[] {
  const quiet = post.quiet === undefined ? {} : { quiet: post.quiet };
  const within = (part: Part) => limits.measure(part) <= limits.max && (limits.fits?.(part) ?? true);
  const pages = fill(post.blocks, (blocks) => within({ blocks, ...quiet }));
  const { actions } = post;
  if (actions === undefined || actions.length === 0) return pages.map((blocks) => ({ blocks, ...quiet }));

  const last = pages.pop()!;
  const room: Fits = (blocks) => within({ blocks, actions, ...quiet });
  // Buttons alone over the limit are the caller's fault and no reason to shred the text.
  pages.push(...(room(last) || !room([]) ? [last] : fill(last, room)));
  return pages.map((blocks, index) => ({ blocks, ...(index === pages.length - 1 ? { actions } : {}), ...quiet }));
}

/** Blocks into pages, at least one; pages on which nothing could be seen are left out. */
function fill(blocks: readonly Block[], fits: Fits): Block[][] {
  const filler = new Filler(fits);
  for (const cluster of clusters(blocks)) filler.add(cluster);
  const pages = filler.finish();
  const visible = pages.filter((page) => page.some(isVisible));
  return visible.length === 0 ? [pages[0] ?? []] : visible;
}

/** A heading and a picture keep with what follows them, a source line with what it is the source of. */
function clusters(blocks: readonly Block[]): Block[][] {
  const result: Block[][] = [];
  let previous: Block | undefined;
  for (const block of blocks) {
    const leads = previous?.kind === "heading" || previous?.kind === "picture";
    const keeps = leads || (block.kind === "source" && previous !== undefined);
    if (keeps && result.at(-1)!.length < 8) result.at(-1)!.push(block);
    else result.push([block]);
    previous = block;
  }
  return result;
}

function isVisible(block: Block): boolean {
  if (block.kind === "picture") return true;
  const spans = block.kind === "list" ? block.items.flat() : block.spans;
  return spans.some((span) => /\S/.test(span.text));
}

/** Fills pages one after another; `#open` is the page being filled. */
class Filler {
  readonly #fits: Fits;
  readonly #pages: Block[][] = [];
  #open: Block[] = [];

  constructor(fits: Fits) {
    this.#fits = fits;
  }

  finish(): Block[][] {
    this.#close();
    return this.#pages;
  }

  add(cluster: readonly Block[]): void {
    if (this.#takes(cluster)) return;
    for (const block of cluster) {
      if (this.#takes([block])) continue;
      if (block.kind === "picture") {
        this.#close();
        this.#open = [block];
      } else if (block.kind === "list") this.#list(block.items);
      else this.#run(block.spans, (spans) => ({ ...block, spans }));
    }
  }

  #close(): void {
    if (this.#open.length > 0) this.#pages.push(this.#open);
    this.#open = [];
  }

  /** Puts the blocks on the open page or, where they fit there whole, on a fresh one. */
  #takes(blocks: readonly Block[]): boolean {
    if (!this.#fits([...this.#open, ...blocks])) {
      if (!this.#fits(blocks)) return false;
      this.#close();
    }
    this.#open.push(...blocks);
    return true;
  }

  #list(items: readonly (readonly Inline[])[]): void {
    let begun = false;
    for (const item of items) {
      const before = begun ? this.#open.at(-1) : undefined;
      if (before?.kind === "list") {
        const longer: Block = { kind: "list", items: [...before.items, item] };
        if (this.#fits([...this.#open.slice(0, -1), longer])) {
          this.#open[this.#open.length - 1] = longer;
          continue;
        }
      }
      begun = true;
      if (this.#takes([{ kind: "list", items: [item] }])) continue;
      // What continues an item on the next page is not another item: it gets no bullet.
      let first = true;
      this.#run(
        item,
        (spans) => (first ? { kind: "list", items: [spans] } : { kind: "paragraph", spans }),
        () => {
          first = false;
        },
      );
    }
  }

  /** Places text longer than a page, piece by piece. */
  #run(spans: readonly Inline[], block: (spans: readonly Inline[]) => Block, placed?: () => void): void {
    const run = new Run(spans);
    let from = 0;
    while (from < run.length) {
      const fits = (to: number) => this.#fits([...this.#open, block(run.slice(from, to))]);
      const reach = furthest(from, run.length, fits);
      // Below other text a fresh page is better than a torn sentence; below a bare heading it is not.
      const finest: Finest = this.#open.every((one) => one.kind === "heading") ? "anywhere" : "sentence";
      const at = reach === run.length ? reach : breakBefore(run, from, reach, finest, fits);
      if (at > from) {
        this.#open.push(block(run.slice(from, at)));
        placed?.();
        from = at;
        if (from < run.length) this.#close();
      } else if (this.#open.length > 0) this.#close();
      else {
        // Not one character fits: the limits are impossible, and losing the text would be worse than trying.
        this.#open.push(block(run.slice(from, run.length)));
        from = run.length;
      }
    }
  }
}

/** The greatest end found that still fits, by doubling and then halving: time follows what fits, not what is left. */
function furthest(from: number, end: number, fits: (to: number) => boolean): number {
  let good = from;
  let step = 512;
  let bad = end + 1;
  while (good < end) {
    const next = Math.min(good + step, end);
    if (!fits(next)) {
      bad = next;
      break;
    }
    good = next;
    step *= 2;
  }
  while (bad - good > 1 && good < end) {
    const middle = (good + bad) >>> 1;
    if (fits(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
