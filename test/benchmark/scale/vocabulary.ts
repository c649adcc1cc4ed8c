// Made-up words and names with the weights that words and speakers have in news: the n-th most frequent about 1/n as often.
const SYLLABLES =
  "ba be bi bo bu da de di do du fa fe ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo".split(
    " ",
  );
const WORDS = 200_000;
const GIVEN_NAMES = 400;
/** So many have a surname to themselves; those quoted less share theirs with one of them, as in life. */
const OWN_SURNAMES = 30_000;
const SHARED_FROM = 10_000;

/** A rank from 0 below `size`, the first ones most often: about 1 / rank, by inversion. */
export function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1);
}

/** The n-th word: short ones first, no two alike. */
function spelled(n: number): string {
  let length = 1;
  let first = 0;
  let count = SYLLABLES.length;
  while (n >= first + count) {
    first += count;
    length += 1;
    count *= SYLLABLES.length;
  }
  // Multiplying by a prime scatters neighbours over the alphabet.
  let rest = ((n - first) * 7919) % count;
  let word = "";
  for (let i = 0; i < length; i += 1) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** 200,000 words, most frequent first. */
export function makeWords(): readonly string[] {
  return Array.from({ length: WORDS }, (_, n) => spelled(n));
}

/** So many names, most quoted first. */
export function makeNames(count: number): readonly string[] {
  const given = Array.from({ length: GIVEN_NAMES }, (_, n) => capital(spelled(400 + n * 5)));
  return Array.from({ length: count }, (_, n) => {
    const surname = n < OWN_SURNAMES ? n : SHARED_FROM + ((n - OWN_SURNAMES) % (OWN_SURNAMES - SHARED_FROM));
    return `${given[(n * 7 + Math.floor(n / OWN_SURNAMES)) % GIVEN_NAMES]} ${capital(spelled(3000 + surname * 3))}`;
  });
}

/** How many speakers a corpus of so many articles has: 50,000 in a million. */
export function speakersIn(articles: number): number {
  return Math.max(50, Math.floor(articles / 20));
}
