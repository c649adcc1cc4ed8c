// Finds every time expression of a text and says which time it means, in the manner of TIMEX3.
import type { Published } from "../../model/dates.ts";
import type { Span } from "../../model/text.ts";
import type { Script } from "../text/script.ts";
import { forCandidates } from "./candidates.ts";
import { wordsOf } from "./cut.ts";
import { type Direction, type Frame, frameOf } from "./frame.ts";
import { match } from "./pattern.ts";
import { prefixAt } from "./prefixes.ts";
import type { Naming, Rule, TimeType } from "./rules.ts";
import { direction } from "./tense.ts";
import type { Word } from "./words.ts";

export interface TimeExpression {
  readonly span: Span;
  readonly type: TimeType;
  /** TIMEX3 value, with X for what nothing pins: "2021-11-18", "XXXX-WXX-4", "P3M", "PRESENT_REF". */
  readonly value: string;
  readonly naming: Naming;
  /** Which way the words around it point. */
  readonly direction: Direction | null;
  /** The example of the rule that read it. */
  readonly rule: string;
}

/**
 * The time expressions of a text, in order and apart. Values count from `published`; without it they keep an X
 * for the year or week. `quoted`: stretches in text order whose words tell nothing of the tense outside them. Linear in
 * the text's length.
 */
export function readTimes(
  script: Script,
  published: Published,
  quoted: readonly Span[] = [],
): readonly TimeExpression[] {
  const words = wordsOf(script);
  const frame = frameOf(published);
  frame.isQuoted = quoted.length === 0 ? null : marked(words, quoted);
  const times: TimeExpression[] = [];
  for (let at = 0; at < words.length; ) {
    const read = words[at]!.begins === 0 ? null : readAt(words, at, frame);
    if (read === null) {
      at++;
      continue;
    }
    const first = words[at]!;
    const last = words[read.end - 1]!;
    if (read.rule.naming !== "not a time")
      times.push({
        span: [first.start, last.end],
        type: read.rule.type,
        value: read.value,
        naming: read.rule.naming,
        direction: read.direction,
        rule: read.rule.example,
      });
    remember(frame, read.rule, read.value);
    at = read.end;
  }
  return times;
}

/** 1 for every word inside one of the spans. */
function marked(words: readonly Word[], spans: readonly Span[]): Uint8Array {
  const inside = new Uint8Array(words.length);
  let span = 0;
  for (const [at, word] of words.entries()) {
    while (span < spans.length && spans[span]![1] <= word.start) span++;
    if (span < spans.length && spans[span]![0] <= word.start) inside[at] = 1;
  }
  return inside;
}

interface Read {
  readonly rule: Rule;
  readonly value: string;
  readonly end: number;
  readonly direction: Direction | null;
}

/** The longest expression that begins at a word, a leading "early" or "nearly" included. */
function readAt(words: readonly Word[], at: number, frame: Frame): Read | null {
  let best = longest(words, at, frame, null);
  const prefix = prefixAt(words, at);
  if (prefix !== null) {
    const after = longest(words, prefix.end, frame, prefix.types);
    if (after !== null && after.end > (best?.end ?? 0)) best = after;
  }
  return best;
}

function longest(words: readonly Word[], at: number, frame: Frame, types: ReadonlySet<TimeType> | null): Read | null {
  let best: Read | null = null;
  forCandidates(words, at, (rule) => {
    if (types !== null && !types.has(rule.type)) return;
    const matched = match(rule.pattern, words, at);
    if (matched === null || (best !== null && (matched.end - best.end || best.rule.row - rule.row) <= 0)) return;
    frame.direction = direction(words, at, matched.end, frame.isQuoted);
    const value = rule.value(matched.found, frame);
    if (value !== null) best = { rule, value, end: matched.end, direction: frame.direction };
  });
  return best;
}

/** Keeps what later expressions count from. */
function remember(frame: Frame, rule: Rule, value: string): void {
  if (rule.type !== "DATE" && rule.type !== "TIME") return;
  if (/^\d{4}-Q\d$/.test(value)) {
    // What a quarter is compared with is not the quarter reported on.
    if (/quarter/.test(rule.example) && !/year-|last year/.test(rule.example)) frame.lastQuarter = value;
    return;
  }
  if (/^\d{4}/.test(value)) {
    frame.lastDay = /^\d{4}(?:-\d\d)?(?:-\d\d)?/.exec(value)?.[0] ?? null;
    frame.lastYear = Number(value.slice(0, 4));
  }
}
