// Which way a single word points: to what was, or to what will be.
import type { Direction } from "./frame.ts";

const FUTURE = new Set(
  (
    "will 'll shall would plan plans planning expect expects expected schedule scheduled slated due upcoming coming next " +
    "tomorrow begins begin starts expire expires mature matures payable hopes hope intends intend planned should must may might"
  ).split(" "),
);
const PAST = new Set(
  "was were had did said told says ago since began came went took made gave met held spoke wrote left fell rose ended became saw got ran won lost sent found kept knew led paid put read sold stood thought brought bought built broke chose cut drew drove felt fought hit ran set shot struck won earlier last".split(
    " ",
  ),
);

/** `to` and `ed` point where the word before them says: "is to resume", "to be aired". */
export type Pointing = Direction | "to" | "ed" | null;

/** How a word points, given in lower case. */
export function pointingOf(word: string, capital: boolean): Pointing {
  if (FUTURE.has(word)) return "future";
  if (PAST.has(word)) return "past";
  if (word === "to") return "to";
  return word.length >= 5 && word.endsWith("ed") && !capital ? "ed" : null;
}
