// Folding names and words to the form in which they are looked up.

/** Case, accents and typographic variants ignored, spaces single: "José  Muñoz’s" → "jose munoz's". */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .replaceAll(/[‘’ʼ`´]/g, "'")
    .toLowerCase()
    .replaceAll(/[\s\p{C}]+/gu, " ")
    .trim();
}

/** A name's key: folded, with hyphens and full stops as spaces ("J. K. Rowling" and "JK Rowling" stay two; "Abdul-Aziz" = "Abdul Aziz"). */
export function nameKey(name: string): string {
  return fold(name)
    .replaceAll(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}
