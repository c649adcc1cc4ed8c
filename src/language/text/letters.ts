// Which characters are letters or digits, as a table: asking a pattern for every character takes longer than all else.

const LETTER = /^[\p{L}\p{N}]/u;
const [UNKNOWN, YES, NO] = [0, 1, 2];
/** By UTF-16 unit; filled as they are met. Halves of a pair stay unknown. */
const KNOWN = new Uint8Array(0x10000);

/** How many units the letter or digit takes that stands at a place; 0 when none does. */
export function letterAt(codes: Uint16Array, at: number): number {
  const code = codes[at]!;
  const known = KNOWN[code]!;
  if (known !== UNKNOWN) return known === YES ? 1 : 0;
  if (code >= 0xd800 && code <= 0xdfff) {
    const pair = String.fromCharCode(code, codes[at + 1] ?? 0);
    return pair.codePointAt(0)! > 0xffff && LETTER.test(pair) ? 2 : 0;
  }
  const is = LETTER.test(String.fromCharCode(code));
  KNOWN[code] = is ? YES : NO;
  return is ? 1 : 0;
}
