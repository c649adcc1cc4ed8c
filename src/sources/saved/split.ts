// A saved text as lines: clean, without the blank ones, and joined again where an editor broke them at a fixed width.
import { cleanLines } from "../lines/clean.ts";
import type { MarkedLine } from "../lines/marked.ts";

/** Clean lines without the blank ones; lines broken at a fixed width are joined again. */
export function savedLines(text: string): MarkedLine[] {
  const lines: MarkedLine[] = [];
  let apart = true;
  for (const line of cleanLines(text)) {
    if (line !== "") lines.push({ text: line, apart, why: null, namesOutlet: false });
    apart = line === "";
  }
  return isHardWrapped(lines) ? joinWrapped(lines) : lines;
}

/** Most breaks inside blocks come near one width, as mail programs and editors break lines. */
function isHardWrapped(lines: readonly MarkedLine[]): boolean {
  const broken = lines.filter((_, i) => lines[i + 1]?.apart === false).map((line) => line.text.length);
  if (broken.length < 4) return false;
  const width = Math.max(...broken.slice(0, 5000));
  return width >= 50 && width <= 120 && broken.filter((length) => length >= width - 18).length >= broken.length * 0.7;
}

function joinWrapped(lines: readonly MarkedLine[]): MarkedLine[] {
  const joined: { line: MarkedLine; pieces: string[] }[] = [];
  for (const line of lines) {
    if (line.apart || joined.length === 0) joined.push({ line, pieces: [line.text] });
    else joined.at(-1)!.pieces.push(line.text);
  }
  return joined.map(({ line, pieces }) => ({ ...line, text: pieces.join(" ") }));
}
