// Pairs quotation marks into marked stretches, paragraph by paragraph, whatever the style and however carelessly
// typed: an odd mark spoils at most its own paragraph.
import type { Span } from "../../model/text.ts";
import type { Marked } from "../document.ts";
import { type Mark, marksIn } from "./mark.ts";
import { trimSpan } from "./paragraphs.ts";
import type { Script } from "./script.ts";

/** “He read ‘A paper on “noise”’ aloud”: nobody nests deeper on purpose. */
const DEEPEST = 3;

/** Marked stretches of all paragraphs, in order of their opening. Linear in the length of the text. */
export function markedStretches(script: Script, paragraphs: readonly Span[]): Marked[] {
  const all: Marked[] = [];
  let next = paragraphs[0] ? marksIn(script, paragraphs[0]) : [];
  let above: "double" | "single" | null = null;
  for (let index = 0; index < paragraphs.length; index++) {
    const marks = next;
    const below = paragraphs[index + 1];
    next = below ? marksIn(script, below) : [];
    const pairing = new Pairing(script.text, paragraphs[index]!, above);
    const runsOn = below ? runsOnInto(next, below) : null;
    const found = pairing.pair(marks, runsOn);
    for (const stretch of found) all.push(stretch);
    const last = found.findLast((stretch) => stretch.depth === 0);
    above = last?.continues ? last.style : null;
  }
  return all;
}

/** Which style of stretch may run on into this paragraph: one that opens again at its start, or a lone closer. */
function runsOnInto(marks: readonly Mark[], paragraph: Span): "double" | "single" | null {
  const first = marks[0];
  if (first?.at === paragraph[0] && first.turn !== "close") return first.single ? "single" : "double";
  return marks.find((mark) => !mark.single)?.turn === "close" ? "double" : null;
}

/** The stack machine for one paragraph. */
class Pairing {
  private readonly text: string;
  private readonly paragraph: Span;
  private readonly above: "double" | "single" | null;
  private readonly open: { readonly mark: Mark; readonly slot: number }[] = [];
  private readonly slots: (Marked | null)[] = [];

  constructor(text: string, paragraph: Span, above: "double" | "single" | null) {
    this.text = text;
    this.paragraph = paragraph;
    this.above = above;
  }

  pair(marks: readonly Mark[], runsOn: "double" | "single" | null): Marked[] {
    const closers = singleClosers(marks);
    if (this.above === "double" && marks.find((mark) => !mark.single)?.turn === "close")
      this.push(loneOpening(this.paragraph));
    for (const [index, mark] of marks.entries()) {
      const opened = this.open.findLast((each) => each.mark.single === mark.single);
      if (mark.turn === "close" || (mark.turn === "either" && opened)) {
        // The plural's apostrophe: another single closer comes before anything single opens again.
        if (opened && !(mark.doubtful && closers.nextCloses[index] === 1)) this.closeUpTo(opened, mark);
      } else if (mark.single) {
        const runs = runsOn === "single" && mark.at === this.paragraph[0];
        if (!opened && (closers.follow[index] === 1 || runs)) this.push(mark);
      } else {
        if (this.open.at(-1)?.mark.single === false) this.leaveUnclosed(mark.at, false);
        if (this.open.length < DEEPEST) this.push(mark);
      }
    }
    while (this.open.length > 1) this.slots[this.open.pop()!.slot] = null;
    const left = this.open[0];
    if (left) {
      const continues = runsOn === (left.mark.single ? "single" : "double");
      if (left.mark.single && !continues) this.slots[left.slot] = null;
      else this.leaveUnclosed(this.paragraph[1], continues);
    }
    return this.slots.filter((stretch) => stretch !== null);
  }

  private push(mark: Mark): void {
    this.open.push({ mark, slot: this.slots.length });
    this.slots.push(null);
  }

  /** What is open within it was an apostrophe or an odd mark: it leaves no stretch. */
  private closeUpTo(opened: { readonly mark: Mark; readonly slot: number }, mark: Mark): void {
    while (this.open.at(-1) !== opened) this.open.pop();
    this.write(mark.at + mark.length, mark.at, true, false);
  }

  private leaveUnclosed(end: number, continues: boolean): void {
    this.write(end, end, false, continues);
  }

  private write(end: number, innerEnd: number, closed: boolean, continues: boolean): void {
    const { mark, slot } = this.open.at(-1)!;
    this.open.pop();
    const start = mark.at;
    const inner = trimSpan(this.text, [start + mark.length, innerEnd]);
    if (inner[1] <= inner[0]) return;
    this.slots[slot] = {
      span: trimSpan(this.text, [start, end]),
      inner,
      style: mark.single ? "single" : "double",
      depth: this.open.length,
      closed,
      continues,
      continued: this.above !== null && start === this.paragraph[0] && mark.single === (this.above === "single"),
    };
  }
}

/** A mark of no width where a paragraph goes on with a quotation opened above it. */
function loneOpening(paragraph: Span): Mark {
  return { at: paragraph[0], length: 0, single: false, turn: "open", doubtful: false };
}

/** For each mark: does a single closer follow in the paragraph, and is the next single mark a closer? */
function singleClosers(marks: readonly Mark[]): { follow: Uint8Array; nextCloses: Uint8Array } {
  const follow = new Uint8Array(marks.length);
  const nextCloses = new Uint8Array(marks.length);
  let any = 0;
  let next = 0;
  for (let index = marks.length - 1; index >= 0; index--) {
    follow[index] = any;
    nextCloses[index] = next;
    const mark = marks[index]!;
    if (!mark.single) continue;
    next = mark.turn === "close" ? 1 : 0;
    any |= next;
  }
  return { follow, nextCloses };
}
