// A made-up corpus as news is: frequent words and speakers, stories told by several outlets over days, words repeated from
// one outlet to the next, ten years. The same for the same seed.
import type { Annotation, PlacedQuotation } from "../../../src/model/annotation.ts";
import type { ArticleText } from "../../../src/model/article.ts";
import type { Span } from "../../../src/model/text.ts";
import type { SaveOptions, StatementLink } from "../../../src/store/contract/articles.ts";
import { seeded } from "../training/chance.ts";
import { type MadeStatement, makeStories } from "./made-story.ts";
import { capital, makeNames, makeWords, speakersIn, zipf } from "./vocabulary.ts";

const FIRST_DAY = Temporal.PlainDate.from("2016-01-01");
const DAYS = 3653;
const OUTLETS = 200;
/** Five on average. */
const QUOTES = [2, 3, 5, 7, 8];
const BODY = 3_000;
const BANDS = 20;

export interface MadeArticle {
  readonly text: ArticleText;
  readonly annotation: Annotation;
  readonly options: SaveOptions;
}

export interface MadeCorpus {
  /** Most frequent first. */
  readonly words: readonly string[];
  /** Most quoted first. */
  readonly speakers: readonly string[];
  /** The next article. Its links hold for an empty store into which all are saved in this order. */
  next(): MadeArticle;
}

/** `articles` decides how many speakers there are (50,000 for a million) and how the days go by. */
export function makeCorpus(articles: number, seed = 1, version = "1"): MadeCorpus {
  const random = seeded(seed);
  const words = makeWords();
  const speakers = makeNames(speakersIn(articles));
  const stories = makeStories(random, words, speakers);
  let made = 0;

  function next(): MadeArticle {
    const number = made;
    made += 1;
    const day = FIRST_DAY.add({ days: Math.floor((number / articles) * DAYS) }).toString();
    const story = stories.next();
    const sentence = (): string => `${capital(stories.stretch(story, 12 + Math.floor(random() * 16)))}.`;
    const length = BODY * (0.45 + random());
    const summary = sentence();
    const quotes: PlacedQuotation[] = [];
    const links: StatementLink[] = [];
    const opened = new Map<number, number>();
    let body = summary;
    for (let wanted = QUOTES[number % QUOTES.length]!; wanted > 0; wanted -= 1) {
      const { statement, link } = stories.statement(story, day);
      const index = opened.get(statement.id);
      body += "\n\n";
      const { text, content, words: said } = reported(statement, body.length);
      quotes.push(quotation(statement, content, said));
      if (link.to === "new") opened.set(statement.id, links.length);
      links.push(index === undefined ? link : { to: "quote", index, said: link.said });
      body += `${text} ${sentence()}`;
    }
    while (body.length < length) body += `\n\n${sentence()} ${sentence()} ${sentence()}`;
    const outlet = zipf(random, OUTLETS);
    const terms = story.topic.map((word, i): [string, number] => [word, story.topic.length - i]);
    return {
      text: {
        title: capital(stories.stretch(story, 9)),
        outlet: `Outlet ${outlet}`,
        author: null,
        url: `https://outlet-${outlet}.example/${seed}/${number}`,
        published: { value: day, precision: "day" },
        body,
        posts: [],
      },
      annotation: { version, quotes, summary: [{ span: [0, summary.length], rank: 0 }], terms },
      options: {
        audience: "everyone",
        addresses: [],
        firstStored: Temporal.Instant.from(`${day}T12:00:00Z`),
        // A story that is not there is opened.
        links: { statements: links, story: { to: "story", id: story.id, title: story.title, terms } },
        bands: Array.from({ length: BANDS }, () => Math.floor(random() * 2 ** 48)),
      },
    };
  }
  return { words, speakers, next };
}

interface Reported {
  readonly text: string;
  readonly content: Span;
  readonly words: readonly Span[];
}

/** A statement as a paragraph begins with it, at this place in the body. */
function reported({ kind, content, speaker }: MadeStatement, at: number): Reported {
  if (kind === "direct") {
    const text = `“${content},” said ${speaker}.`;
    const end = at + content.length + 2;
    return { text, content: [at, end + 1], words: [[at + 1, end]] };
  }
  const start = at + speaker.length + 11;
  if (kind === "indirect")
    return { text: `${speaker} said that ${content}.`, content: [start, start + content.length], words: [] };
  const half = content.indexOf(" ", content.length / 2) + 1;
  const text = `${speaker} said that ${content.slice(0, half)}“${content.slice(half)}”.`;
  const end = start + content.length;
  return { text, content: [start, end + 2], words: [[start + half + 1, end + 1]] };
}

function quotation({ kind, speaker, said }: MadeStatement, content: Span, words: readonly Span[]): PlacedQuotation {
  return {
    ...{ place: { in: "body" }, kind, content: [content], words, cue: null, mention: null },
    ...{ speaker, voice: "person", role: "minister", said },
  };
}
