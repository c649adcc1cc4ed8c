// The key of a word: what two spellings of a name share.

/** Lower case, without accents, full stops, marks and "al-": what two spellings of a name share. */
export function keyOf(word: string, lower: string = word.toLowerCase()): string {
  if (PLAIN.test(word)) return lower;
  return word
    .replace(/^(?:al|el|as)[-‑](?=\p{L}{3})/iu, "")
    .normalize("NFD")
    .replace(/[\p{M}.'’‑-]/gu, "")
    .toLowerCase();
}

const PLAIN = /^[A-Za-z]+$/;
