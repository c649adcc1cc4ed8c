// A made-up corpus with realistic word statistics: Zipf-weighted words and speakers, ten years of days. The same for the same seed.
import type { Annotation, PlacedQuotation } from "../../src/model/annotation.ts";
import type { ArticleText } from "../../src/model/article.ts";
import type { SayingDate } from "../../src/model/dates.ts";
import type { SaveOptions, StatementLink } from "../../src/store/contract/articles.ts";

const FIRST_DAY = Temporal.PlainDate.from("2016-01-01");
const DAYS = 3652;
const QUOTES = 5;
const SYLLABLES =
  "ba be bi bo bu da de di do du fa fe ka ke ki ko la le li lo ma me mi mo na ne ni no pa pe po ra re ri ro sa se si so ta te ti to va ve vi vo za ze".split(
    " ",
  );

/** Uniform numbers in [0, 1), by mulberry32. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Ranks from 0, the first ones most often: about 1 / rank, by inversion. */
function zipf(random: () => number, size: number): number {
  return Math.min(size - 1, Math.floor(size ** random()) - 1);
}

function spelled(n: number, syllables: number): string {
  let word = "";
  let rest = n;
  for (let i = 0; i < syllables; i += 1) {
    word += SYLLABLES[rest % SYLLABLES.length];
    rest = Math.floor(rest / SYLLABLES.length) + n * 7;
  }
  return word;
}

export interface MadeArticle {
  readonly text: ArticleText;
  readonly annotation: Annotation;
  readonly options: SaveOptions;
}

export interface MadeCorpus {
  readonly words: readonly string[];
  readonly speakers: readonly string[];
  article(n: number): MadeArticle;
}

/** `articles` decides how many speakers there are: 50,000 for a million. */
export function makeCorpus(articles: number, seed = 1): MadeCorpus {
  const random = randomFrom(seed);
  const words = Array.from({ length: 30_000 }, (_, i) => spelled(i, i < 100 ? 2 : i < 3000 ? 3 : 4));
  const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
  const speakers = Array.from(
    { length: Math.max(500, Math.floor(articles / 20)) },
    (_, i) => `${capital(spelled(i * 31 + 5, 3))} ${capital(spelled(i * 17 + 3, 4))}`,
  );
  const sentence = (length: number): string =>
    Array.from({ length }, () => words[zipf(random, words.length)]).join(" ");
  const statements = new Map<number, number>();
  let quotes = 0;

  function quoteIn(paragraph: string, start: number, day: string): { quotation: PlacedQuotation; link: StatementLink } {
    const rank = zipf(random, speakers.length);
    const content: [number, number] = [start, start + paragraph.indexOf("”") + 1];
    const precise = random() < 0.6;
    const said: SayingDate = precise
      ? { value: day, precision: "day", evidence: "stated" }
      : { value: day, precision: "day", evidence: "published" };
    quotes += 1;
    const earlier = statements.get(rank);
    const link: StatementLink =
      earlier !== undefined && random() < 0.2 ? { to: "statement", id: earlier, said } : { to: "new", said };
    if (link.to === "new" && random() < 0.3) statements.set(rank, Math.max(1, Math.floor(quotes * 0.8)));
    const quotation: PlacedQuotation = {
      place: { in: "body" },
      kind: random() < 0.7 ? "direct" : "mixed",
      content: [content],
      words: [[content[0] + 1, content[1] - 1]],
      cue: null,
      mention: null,
      speaker: speakers[rank] ?? "",
      voice: "person",
      role: "minister",
      said,
    };
    return { quotation, link };
  }

  function article(n: number): MadeArticle {
    const day = FIRST_DAY.add({ days: Math.floor((n / articles) * DAYS) }).toString();
    const made: { quotation: PlacedQuotation; link: StatementLink }[] = [];
    let body = "";
    for (let i = 0; i < QUOTES; i += 1) {
      const paragraph = `“${sentence(22)},” said one of them ${n}. ${sentence(50)}.`;
      made.push(quoteIn(paragraph, body.length, day));
      body += `${paragraph}\n\n`;
    }
    const terms = Array.from({ length: 20 }, (_, i): [string, number] => [
      words[zipf(random, words.length)] ?? "",
      20 - i,
    ]);
    const title = capital(sentence(8));
    return {
      text: {
        title,
        outlet: `Outlet ${zipf(random, 200)}`,
        author: null,
        url: `https://outlet.example/${seed}/${n}`,
        published: { value: day, precision: "day" },
        body: body.trimEnd(),
        posts: [],
      },
      annotation: {
        version: "1",
        quotes: made.map((one) => one.quotation),
        summary: [{ span: [0, 60], rank: 0 }],
        terms,
      },
      options: {
        audience: "everyone",
        addresses: [],
        firstStored: Temporal.Instant.from(`${day}T12:00:00Z`),
        links: { statements: made.map((one) => one.link), story: { to: "new", title, terms } },
        bands: Array.from({ length: 16 }, () => Math.floor(random() * 2 ** 48)),
      },
    };
  }
  return { words, speakers, article };
}
