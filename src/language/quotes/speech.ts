// Speech, or only a belief, a wish, a plan? And is what the tagger found likely to be right? Both are decided by linear
// models over the same evidence: the cue, and the words beside it.
import type { Span } from "../../model/text.ts";
import type { Parts } from "./assemble.ts";
import { hashWord, mix } from "./hash.ts";

const MOST = 60;

/** The rows of the speech table that a quotation touches. */
export function speechRows(text: string, parts: Parts, kind: string): Int32Array {
  const rows = new Int32Array(MOST);
  let n = 0;
  const cue = parts.cue ? wordsOf(text, parts.cue) : [];
  const whole = hashWord(cue.join(" "));
  const kindHash = hashWord(kind);
  rows[n++] = mix(200, kindHash);
  rows[n++] = mix(201, whole);
  rows[n++] = mix(202, whole, kindHash);
  rows[n++] = mix(203, cue.length);
  for (const word of cue.slice(0, 5)) {
    const hash = hashWord(word);
    rows[n++] = mix(204, hash);
    rows[n++] = mix(205, hashWord(word.slice(0, 5)));
    rows[n++] = mix(206, hash, kindHash);
  }
  rows[n++] = mix(207, hashWord(cue[0] ?? ""));
  rows[n++] = mix(208, hashWord(cue.at(-1) ?? ""));
  const content = wordsOf(text, [parts.content[0]![0], Math.min(parts.content[0]![1], parts.content[0]![0] + 40)]);
  rows[n++] = mix(209, hashWord(content[0] ?? ""));
  rows[n++] = mix(210, whole, hashWord(content[0] ?? ""));
  rows[n++] = mix(211, hashWord(content[0] ?? ""), hashWord(content[1] ?? ""));
  const source = parts.source ? wordsOf(text, [Math.max(parts.source[0], parts.source[1] - 40), parts.source[1]]) : [];
  rows[n++] = mix(212, hashWord(source.at(-1) ?? ""));
  rows[n++] = mix(213, parts.source === null ? 1 : 0, parts.cue === null ? 1 : 0);
  rows[n++] = mix(214, parts.cue && parts.cue[0] < parts.content[0]![0] ? 1 : 0, kindHash);
  const last = parts.content.at(-1)!;
  const size = last[1] - parts.content[0]![0];
  const length = size < 8 ? 0 : size < 16 ? 1 : size < 32 ? 2 : size < 64 ? 3 : size < 128 ? 4 : 5;
  const end = wordsOf(text, [Math.max(parts.content[0]![0], last[1] - 30), last[1]]);
  const next =
    text
      .slice(last[1], last[1] + 12)
      .trim()
      .split(/\s/)[0] ?? "";
  rows[n++] = mix(215, length, kindHash);
  rows[n++] = mix(216, hashWord(end.at(-1) ?? ""));
  rows[n++] = mix(217, hashWord(next.toLowerCase()), kindHash);
  rows[n++] = mix(218, Math.min(parts.content.length, 3), kindHash, parts.source ? 1 : 0);
  rows[n++] = mix(219, length, hashWord(cue.at(-1) ?? ""));
  rows[n++] = mix(220, length, hashWord(content[0] ?? ""));
  const gap =
    parts.cue && parts.cue[1] <= parts.content[0]![0]
      ? text.slice(parts.cue[1], parts.content[0]![0]).trim().split(/\s+/).length
      : 9;
  rows[n++] = mix(221, Math.min(gap, 4), hashWord(cue.at(-1) ?? ""));
  rows[n++] = mix(222, hashWord(source[0] ?? ""), parts.source && /^\p{Lu}/u.test(text[parts.source[0]]!) ? 1 : 0);
  return rows.subarray(0, n);
}

/** Above zero: speech. */
export function speechScore(rows: Int32Array, table: Float32Array | Int8Array): number {
  let score = 0;
  for (const row of rows) score += table[row & (table.length - 1)]!;
  return score;
}

function wordsOf(text: string, [start, end]: Span): string[] {
  return (
    text
      .slice(start, end)
      .toLowerCase()
      .match(/[\p{L}\p{N}'’]+|:/gu) ?? []
  );
}
