// What people ask of a large corpus, drawn as they would ask: famous speakers and frequent words most often.
import type { Post } from "../../../src/model/post.ts";
import type { Store } from "../../../src/store/store.ts";
import { deskOver } from "../../support/desk.ts";
import { seeded } from "../training/chance.ts";
import { makeNames, makeWords, zipf } from "./vocabulary.ts";

/** The morning after the last day of the made-up corpus. */
export const NOW = Temporal.Instant.from("2026-01-01T09:00:00Z");

export interface Question {
  readonly name: string;
  /** The p95 that must be met, milliseconds; `p99` where the promise is about that. */
  readonly must?: number;
  readonly p99?: number;
  /** Longest allowed delay of the event loop, 99 of 100 looks. */
  readonly loop?: number;
  /** Which raw statement does the least of it that any program would have to. */
  readonly floor?: "latest" | "words" | "day" | "search" | "beginning" | "slip";
  readonly tries?: number;
  ask(): Promise<unknown>;
}

/** Draws by the weights of the corpus. */
export interface Draw {
  speaker(): string;
  word(): string;
  day(): string;
}

/** `speakers`: how many the corpus has. */
export function drawing(speakers: number, seed: number): Draw {
  const random = seeded(seed);
  // Of the less famous half some never came to speak.
  const names = makeNames(Math.ceil(speakers / 2));
  const words = makeWords();
  const first = Temporal.PlainDate.from("2024-01-01");
  return {
    speaker: () => names[zipf(random, names.length)] ?? "",
    // The 48 shortest stand for "the" and "of": nobody searches for those.
    word: () => words[48 + zipf(random, 400)] ?? "",
    day: () =>
      first
        .add({ days: Math.floor(random() * 366) })
        .toString()
        .slice(5),
  };
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Commands from the typed line to the Post, through the front desk, and completions. */
export function questions(store: Store, draw: Draw): readonly Question[] {
  const { ask, desk, surprises } = deskOver(store, false);
  /** An answer that holds no words of anybody would be fast for the wrong reason. */
  const say = async (line: string): Promise<void> => {
    const post = await ask(line, 1, NOW);
    if (surprises.length > 0) throw surprises[0];
    if (!isAnswer(post)) throw new Error(`${line} was answered by ${JSON.stringify(post).slice(0, 200)}`);
  };
  const date = (): string => {
    const [month, day] = draw.day().split("-");
    return `${Number(day)} ${MONTHS[Number(month) - 1]}`;
  };
  const beginning = (): string => draw.speaker().slice(0, 3 + Math.floor(draw.word().length / 2));
  const slip = (): string => {
    const surname = draw.speaker().split(" ")[1] ?? "";
    return `${surname.slice(0, 2)}x${surname.slice(3)}`;
  };
  return [
    { name: "/quote speaker", must: 5, floor: "latest", ask: () => say(`/quote ${draw.speaker()}`) },
    {
      ...{ name: "/quote speaker word", must: 50, loop: 10, floor: "words" },
      ask: () => ask(`/quote ${draw.speaker()} ${draw.word()}`, 1, NOW),
    },
    { name: "/quote two words", loop: 10, ask: () => ask(`/quote "${draw.word()}" ${draw.word()}`, 1, NOW) },
    { name: "/today", must: 10, floor: "day", ask: () => say(`/today ${date()}`) },
    {
      ...{ name: "/search two frequent words", must: 100, loop: 10, floor: "search" },
      ask: () => say(`/search ${draw.word()} ${draw.word()}`),
    },
    {
      name: "complete a beginning",
      p99: 5,
      floor: "beginning",
      ask: () => desk.complete("quote", "speaker", beginning(), NOW),
    },
    { name: "complete with a typo", p99: 20, floor: "slip", ask: () => desk.complete("quote", "speaker", slip(), NOW) },
    { name: "/who speaker", tries: 100, ask: () => say(`/who ${draw.speaker()}`) },
    { name: "/story words", tries: 100, ask: () => ask(`/story ${draw.word()} ${draw.word()}`, 1, NOW) },
    { name: "/digest", tries: 30, ask: () => ask("/digest", 1, NOW) },
    { name: "/outlets", tries: 100, ask: () => ask("/outlets", 1, NOW) },
  ];
}

function isAnswer({ blocks }: Post): boolean {
  return blocks.some((block) => block.kind === "quote" || block.kind === "source" || block.kind === "list");
}
