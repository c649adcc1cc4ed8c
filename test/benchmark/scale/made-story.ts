// Made-up stories: a topic, a cast, and statements that one outlet after another gives again.
import type { SayingDate } from "../../../src/model/dates.ts";
import type { QuoteKind } from "../../../src/model/quote.ts";
import type { StatementLink } from "../../../src/store/contract/articles.ts";
import { capital, zipf } from "./vocabulary.ts";

/** An article opens a story, or joins one of those told now: seven articles a story. */
const OPENS = 1 / 7;
const TOLD_AT_ONCE = 60;
const CAST = 4;
/** Share of quotes by somebody of the story's cast. */
const BY_CAST = 0.7;
const TOPIC_WORDS = 24;
/** The most frequent words are nobody's topic. */
const TOO_COMMON = 300;
/** Share of a text's words that are its story's own. */
const TOPICAL = 0.2;
/** Share of quotes that give a statement of the story again. */
const REPEATED = 0.35;

export interface MadeStatement {
  readonly id: number;
  readonly speaker: string;
  readonly kind: QuoteKind;
  readonly content: string;
  readonly said: SayingDate;
}

export interface MadeStory {
  readonly id: number;
  readonly title: string;
  /** Weightiest first. */
  readonly topic: readonly string[];
  readonly cast: readonly string[];
  readonly statements: MadeStatement[];
}

export interface StoryMaker {
  /** The story of the next article. */
  next(): MadeStory;
  /** What a quote of that story says, on that day or earlier. */
  statement(story: MadeStory, day: string): { readonly statement: MadeStatement; readonly link: StatementLink };
  /** So many words, some of them the story's own. */
  stretch(story: Pick<MadeStory, "topic">, length: number): string;
}

/** Stories over these words and names; numbers of stories and statements count from 1, as a store gives them. */
export function makeStories(random: () => number, words: readonly string[], speakers: readonly string[]): StoryMaker {
  const told: MadeStory[] = [];
  let stories = 0;
  let statements = 0;

  const anybody = (): string => speakers[zipf(random, speakers.length)] ?? "";
  const stretch: StoryMaker["stretch"] = ({ topic }, length) => {
    const draw = (): string =>
      (random() < TOPICAL ? topic[zipf(random, topic.length)] : words[zipf(random, words.length)]) ?? "";
    return Array.from({ length }, draw).join(" ");
  };

  const open = (): MadeStory => {
    stories += 1;
    const topic = Array.from(
      { length: TOPIC_WORDS },
      () => words[TOO_COMMON + zipf(random, words.length - TOO_COMMON)] ?? "",
    );
    const cast = Array.from({ length: CAST }, anybody);
    return { id: stories, title: capital(stretch({ topic }, 9)), topic, cast, statements: [] };
  };

  return {
    stretch,
    next() {
      const old = told[Math.floor(random() * told.length)];
      if (old !== undefined && random() >= OPENS) return old;
      const story = open();
      told.push(story);
      if (told.length > TOLD_AT_ONCE) told.shift();
      return story;
    },
    statement(story, day) {
      const held = story.statements[Math.floor(random() * story.statements.length)];
      if (held !== undefined && random() < REPEATED)
        return { statement: held, link: { to: "statement", id: held.id, said: held.said } };
      statements += 1;
      const said: SayingDate = { value: day, precision: "day", evidence: random() < 0.6 ? "stated" : "published" };
      const statement: MadeStatement = {
        id: statements,
        speaker: random() < BY_CAST ? story.cast[zipf(random, CAST)]! : anybody(),
        kind: random() < 0.65 ? "direct" : random() < 0.45 ? "mixed" : "indirect",
        content: stretch(story, 12 + Math.floor(random() * 20)),
        said,
      };
      story.statements.push(statement);
      return { statement, link: { to: "new", said } };
    },
  };
}
