// Spans seen as one text: slices by offset that keep what each span is.
import type { Inline } from "../../model/post.ts";

export class Run {
  readonly text: string;
  readonly #spans: readonly Inline[];
  /** Where each span begins in `text`. */
  readonly #starts: readonly number[];

  constructor(spans: readonly Inline[]) {
    this.#spans = spans;
    const starts: number[] = [];
    let length = 0;
    for (const span of spans) {
      starts.push(length);
      length += span.text.length;
    }
    this.#starts = starts;
    this.text = spans.map((span) => span.text).join("");
  }

  get length(): number {
    return this.text.length;
  }

  /** The spans between two UTF-16 offsets. */
  slice(from: number, to: number): Inline[] {
    const pieces: Inline[] = [];
    for (let index = this.#at(from); index < this.#spans.length && this.#starts[index]! < to; index++) {
      const span = this.#spans[index]!;
      const start = this.#starts[index]!;
      const text = span.text.slice(Math.max(from - start, 0), to - start);
      if (text === "") continue;
      const cut = start + span.text.length > to;
      pieces.push(...(cut && span.is === "words" ? hugging(span, text) : [{ ...span, text }]));
    }
    return pieces;
  }

  /** Is this offset inside a span that should stay whole (a link, a command, code)? */
  isInsideWhole(offset: number): boolean {
    const index = this.#at(offset);
    const span = this.#spans[index];
    if (span === undefined || this.#starts[index] === offset) return false;
    return span.href !== undefined || span.is === "command" || span.style === "code";
  }

  /** The last span that begins at or before the offset. */
  #at(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return Math.max(low, 0);
  }
}

/** Words cut after a space: the closing mark must hug the last word, so the space stands behind it, outside. */
function hugging(span: Inline, text: string): Inline[] {
  const words = text.trimEnd();
  if (words === "" || words === text) return [{ ...span, text }];
  return [{ ...span, text: words }, { text: text.slice(words.length) }];
}
