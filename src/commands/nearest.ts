// What somebody who mistyped a name probably meant.
import { distance } from "fastest-levenshtein";

/** The options within a slip or two of what was typed (one for short words), nearest first, at most `most`. */
export function nearest(typed: string, options: readonly string[], most = 3): readonly string[] {
  const wanted = fold(typed).slice(0, 100);
  if (wanted === "") return [];
  const allowed = wanted.length <= 4 ? 1 : 2;
  return options
    .map((option) => ({ option, apart: apart(wanted, fold(option)) }))
    .filter(({ apart }) => apart <= allowed)
    .sort((a, b) => a.apart - b.apart)
    .slice(0, most)
    .map(({ option }) => option);
}

/** Two letters changing places is one slip, not two. */
function apart(typed: string, option: string): number {
  const plain = distance(typed, option);
  return plain === 2 && [...typed].sort().join("") === [...option].sort().join("") ? 1 : plain;
}

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
