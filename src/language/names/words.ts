// Cuts a paragraph into words the way names need them: initials keep their full stop, possessives lose their ending.
import { Known, type Script } from "../text/script.ts";
import { type Form, formOf } from "./forms.ts";

/** A word where it stands. `possessive`: by its ending, or by an apostrophe after it. */
export interface Word extends Omit<Form, "endsInS" | "stops"> {
  readonly start: number;
  /** Without a possessive ending. */
  readonly end: number;
}

/** Words as one text, a space between each two. */
export function joined(words: readonly Word[]): string {
  return words.length === 1 ? words[0]!.text : words.map((word) => word.text).join(" ");
}

const LETTER = /[\p{L}\p{M}\p{N}]/u;
const letters = new Map<number, boolean>();

function isLetter(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  let known = letters.get(code);
  if (known === undefined) {
    known = LETTER.test(String.fromCharCode(code));
    letters.set(code, known);
  }
  return known;
}

/** Codes that join letters on both sides into one word: ' - . & @ ’ ‑ */
function joins(code: number): boolean {
  return code === 39 || code === 45 || code === 46 || code === 38 || code === 64 || code === 0x2019 || code === 0x2011;
}

/** No name is longer: what runs on is cut, so that a text without spaces takes no longer than another. */
const LONGEST_WORD = 80;

const FORMS = new Known(formOf);
const POSSESSIVE = /^['’](?![\p{L}”"])/u;

/** The words of one paragraph, in order. Most are never more than looked at: only those asked for are placed. */
export class Line {
  readonly forms: Form[] = [];
  readonly starts: number[] = [];
  readonly #text: string;
  readonly #placed: (Word | undefined)[] = [];

  /** Cuts a text between `start` and `end`. Linear: read by code, as a pattern here takes most of the time. */
  constructor(script: Script, start: number, end: number) {
    this.#text = script.text;
    const { codes } = script;
    for (let at = start; at < end; at++) {
      if (!isLetter(codes[at]!)) continue;
      const from = at;
      const most = Math.min(end, from + LONGEST_WORD);
      while (
        at < most &&
        (isLetter(codes[at]!) || (joins(codes[at]!) && at + 1 < codes.length && isLetter(codes[at + 1]!)))
      )
        at++;
      const form = FORMS.of(script, from, at);
      const dotted = at < end && codes[at] === 46;
      this.forms.push(dotted && form.stops ? FORMS.of(script, from, at + 1) : form);
      if (dotted) at++;
      this.starts.push(from);
      this.#placed.push(undefined);
      at--;
    }
  }

  get length(): number {
    return this.forms.length;
  }

  /** The word at a place in the line; undefined past its ends. */
  at(index: number): Word | undefined {
    const placed = this.#placed[index];
    if (placed !== undefined || this.forms[index] === undefined) return placed;
    const word = this.#place(index);
    this.#placed[index] = word;
    return word;
  }

  /** The words from one place up to another. */
  between(from: number, to: number): Word[] {
    const words: Word[] = [];
    for (let index = from; index < to; index++) words.push(this.at(index)!);
    return words;
  }

  #place(index: number): Word {
    const { text, lower, key, capital, caps, possessive, endsInS, lists } = this.forms[index]!;
    const start = this.starts[index]!;
    const end = start + text.length;
    const owns = possessive || (endsInS && POSSESSIVE.test(this.#text.slice(end, end + 2)));
    return { start, end, text, lower, key, capital, caps, possessive: owns, lists };
  }
}
