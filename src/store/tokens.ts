// Words as a full-text index keeps them. SQLite's unicode61 cuts and folds by itself; engines that do not are given these, so that
// all find the same.

/** Accents that unicode61 takes as parts of the letter before them. */
const ACCENTS = "\u0300-\u0304\u0306-\u030c\u030f\u0311\u031b\u0323-\u0328\u032d\u032e\u0330\u0331";
const TOKEN = new RegExp(String.raw`[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}${ACCENTS}]*`, "gu");
const ACCENT = new RegExp(`[${ACCENTS}]`);
const PLAIN = /^[a-z0-9]+$/;

/**
 * Words of a text in order: letters, digits and private use, case and the accents of Latin letters folded away. SQLite knows the signs
 * of Unicode 6.1 and takes a later one ("₽") for a letter, which nobody can ask for: a phrase with one in its midst is found here only.
 */
export function tokensOf(text: string): string[] {
  return (text.match(TOKEN) ?? []).map(foldToken);
}

function foldToken(token: string): string {
  const lower = token.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  let folded = "";
  for (const letter of token) folded += foldLetter(letter);
  return folded;
}

const held = new Map<string, string>();

function foldLetter(letter: string): string {
  let folded = held.get(letter);
  if (folded === undefined) {
    folded = ACCENT.test(letter) ? "" : withoutAccents(withoutCase(letter));
    held.set(letter, folded);
  }
  return folded;
}

/** Over the capital, so that both small sigmas are one. A capital of several letters ("SS") and the dotless i say nothing. */
function withoutCase(letter: string): string {
  const capital = letter.toUpperCase();
  const isOne = [...capital].length === 1 && letter !== "ı";
  const [first = letter] = (isOne ? capital : letter).toLowerCase();
  return first;
}

/** Only of letters that stand on one from a to z: "é" is found by "e", but "й" is another letter than "и". */
function withoutAccents(letter: string): string {
  const [base = "", ...marks] = letter.normalize("NFD");
  return /^[a-z]$/.test(base) && marks.every((mark) => /\p{M}/u.test(mark)) ? base : letter;
}
