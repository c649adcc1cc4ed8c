// A saved text as lines that passes mark: what is not marked in the end is body.
import { cleanLines } from "../lines/clean.ts";

export interface SavedLine {
  text: string;
  /** Does a blank line stand before it? */
  readonly apart: boolean;
  /** Why it is not body; null while nothing speaks against it. */
  why: string | null;
  /** The line is the site speaking of itself: an outlet named in it is the publisher. */
  namesOutlet: boolean;
}

/** Clean lines without the blank ones; lines broken at a fixed width are joined again. */
export function savedLines(text: string): SavedLine[] {
  const lines: SavedLine[] = [];
  let apart = true;
  for (const line of cleanLines(text)) {
    if (line !== "") lines.push({ text: line, apart, why: null, namesOutlet: false });
    apart = line === "";
  }
  return isHardWrapped(lines) ? joinWrapped(lines) : lines;
}

/** Most breaks inside blocks come near one width, as mail programs and editors break lines. */
function isHardWrapped(lines: readonly SavedLine[]): boolean {
  const broken = lines.filter((_, i) => lines[i + 1]?.apart === false).map((line) => line.text.length);
  if (broken.length < 4) return false;
  const width = Math.max(...broken.slice(0, 5000));
  return width >= 50 && width <= 120 && broken.filter((length) => length >= width - 18).length >= broken.length * 0.7;
}

function joinWrapped(lines: readonly SavedLine[]): SavedLine[] {
  const joined: { line: SavedLine; pieces: string[] }[] = [];
  for (const line of lines) {
    if (line.apart || joined.length === 0) joined.push({ line, pieces: [line.text] });
    else joined.at(-1)!.pieces.push(line.text);
  }
  return joined.map(({ line, pieces }) => ({ ...line, text: pieces.join(" ") }));
}

export function drop(line: SavedLine, why: string): void {
  line.why ??= why;
}
