// Dates: time expressions against TimeBank and AQUAINT, saying dates against PolNeAR's, speed, and growth with length.
//
// Extents are matched one to one, in order of overlap. "strict" wants the same offsets, "overlap" a shared character. "value F1" is
// TempEval-3's (UzZaman et al. 2013): overlapping extents whose values are equal, over all of gold and all of ours.
// Saying dates are asked for gold quotations of speech, so that only the date is judged: right at gold's precision, or unknown
// where gold is.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { readTimes } from "../../src/language/dates/read.ts";
import { RULES } from "../../src/language/dates/rules.ts";
import { type Dating, datings, type Undated } from "../../src/language/dates/saying.ts";
import { readDocument } from "../../src/language/text/read.ts";
import { Script } from "../../src/language/text/script.ts";
import type { Published, SayingDate } from "../../src/model/dates.ts";
import type { Span } from "../../src/model/text.ts";
import { SAYINGS } from "../language/cases/dates-sayings.ts";
import { TIMES } from "../language/cases/dates-times.ts";
import type { BenchRow, BenchTable } from "./table.ts";

interface TimedArticle {
  readonly dct: string;
  readonly text: string;
  readonly timex: readonly {
    readonly start: number;
    readonly end: number;
    readonly type: string;
    readonly value: string;
  }[];
}

interface QuotedArticle {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly quotes: readonly {
    readonly content: readonly Span[];
    readonly cue: readonly Span[] | null;
    readonly speaker: readonly Span[] | null;
    readonly type: Undated["kind"];
    readonly kind: string;
    readonly said?: { readonly value: string | null; readonly precision: string; readonly evidence: string };
  }[];
}

type Notes = string[];
/** Expressions read, by the example of their rule: in the data, and in the project's own cases. */
const hits = new Map<string, number>();
const ownHits = new Map<string, number>();
const shownErrors = Number(process.argv.find((word) => word.startsWith("--errors="))?.slice(9) ?? 0);
const day = (value: string): Published => ({ value: value.slice(0, 10), precision: "day" });

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const data: BenchTable["data"][number][] = [];
  const rows: BenchRow[] = [...growth()];
  const notes: Notes = [];
  const load = <T>(file: string): T[] | null => {
    const url = sharedData === null ? null : new URL(file, sharedData);
    if (url === null || !existsSync(url)) {
      notes.push(`${file} is not here.`);
      return null;
    }
    const content = readFileSync(url, "utf8");
    data.push({ file, fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 12) });
    return content
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  };
  for (const [set, must, chrono, rules] of [
    ["timebank", 0.74, 0.435, 0.729],
    ["aquaint", 0.74, 0.593, 0.702],
  ] as const) {
    const articles = load<TimedArticle>(`dates/${set}.jsonl`);
    if (articles)
      rows.push(
        ...expressions(set, articles, { must, reach: 0.8, "chrono-node": chrono, "other rules": rules }, notes),
      );
  }
  const quoted = load<QuotedArticle>("quotes/polnear/dev.jsonl");
  if (quoted) {
    const speech = quoted.map((article) => ({
      ...article,
      quotes: article.quotes.filter(({ kind }) => kind === "speech"),
    }));
    rows.push(...sayings(speech, notes), ...speed(speech));
  }
  for (const text of ownTexts()) count(readTimes(new Script(text), day("2021-11-18")), ownHits);
  notes.push(...ruleHits());
  return { name: "dates", data, rows, notes };
}

/** How often each rule read something: in the data, and in the project's own cases. */
function ruleHits(): string[] {
  const rules = RULES.filter((rule) => rule.naming !== "not a time").map(({ example }) => ({
    example,
    inData: hits.get(example) ?? 0,
    inCases: ownHits.get(example) ?? 0,
  }));
  rules.sort((a, b) => b.inData - a.inData || b.inCases - a.inCases);
  const dead = rules.filter(({ inData, inCases }) => inData + inCases === 0);
  return [
    `expressions by rule, in the data + in own cases: ${rules
      .map(({ example, inData, inCases }) => `${example} ${inData} + ${inCases}`)
      .join(", ")}`,
    `rules without a hit: ${dead.map(({ example }) => example).join(", ") || "none"}`,
  ];
}

/** The texts of the project's own cases of times and sayings, without the marks they are written with. */
function ownTexts(): string[] {
  const sayings = SAYINGS.flatMap(({ positive, negative }) => [positive.text, negative.text]);
  return [
    ...TIMES.flatMap(({ positive, negative }) => [positive.text, negative.text]),
    ...sayings.map((text) => text.replace(/[{}<>[\]]/g, "")),
  ];
}

function count(times: readonly { readonly rule: string }[], into: Map<string, number>): void {
  for (const { rule } of times) into.set(rule, (into.get(rule) ?? 0) + 1);
}

function expressions(
  set: string,
  articles: readonly TimedArticle[],
  anchors: Readonly<Record<string, number>>,
  notes: Notes,
): BenchRow[] {
  const matched = { strict: 0, overlap: 0, value: 0 };
  let gold = 0;
  let ours = 0;
  const errors: string[] = [];
  for (const { dct, text, timex } of articles) {
    const times = readTimes(new Script(text), day(dct));
    count(times, hits);
    gold += timex.length;
    ours += times.length;
    const free = new Set(times);
    for (const wanted of timex) {
      let best: (typeof times)[number] | null = null;
      let most = 0;
      for (const time of free) {
        const shared = Math.min(time.span[1], wanted.end) - Math.max(time.span[0], wanted.start);
        if (shared > most) [best, most] = [time, shared];
      }
      const words = text.slice(wanted.start, wanted.end).replace(/\s+/g, " ");
      if (best === null) {
        errors.push(`${set} missed ${words}: ${wanted.value}`);
        continue;
      }
      free.delete(best);
      matched.overlap++;
      if (best.span[0] === wanted.start && best.span[1] === wanted.end) matched.strict++;
      if (best.value === wanted.value) matched.value++;
      else errors.push(`${set} ${words}: ${wanted.value}, read ${best.value} (published ${dct})`);
    }
    for (const time of free) errors.push(`${set} read ${text.slice(...time.span)}: ${time.value}, not annotated`);
  }
  notes.push(...errors.slice(0, shownErrors));
  const f1 = (count: number): number => (2 * count) / (gold + ours);
  return [
    { name: `${set} value F1`, value: f1(matched.value), anchors },
    { name: `${set} extent F1, overlap`, value: f1(matched.overlap) },
    { name: `${set} extent F1, strict`, value: f1(matched.strict) },
  ];
}

const SAID_ANCHORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  all: { must: 0.8, reach: 0.88, "publication day": 0.64 },
  stated: { must: 0.6, reach: 0.75, "publication day": 0.03 },
  weekday: { must: 0.85, reach: 0.93, "publication day": 0.52 },
  relative: { must: 0.75, reach: 0.85, "publication day": 0.94 },
  default: { must: 0.9, reach: 0.95, "publication day": 1 },
  none: { must: 0.4, reach: 0.6, "publication day": 0 },
};

function dated(article: QuotedArticle): readonly Dating[] {
  const quotes = article.quotes.map(({ content, cue, speaker, type }) => ({
    kind: type,
    content,
    cue,
    mention: speaker,
  }));
  return datings(readDocument(article.text), quotes, day(article.date));
}

function sayings(articles: readonly QuotedArticle[], notes: Notes): BenchRow[] {
  const classes = new Map(Object.keys(SAID_ANCHORS).map((name) => [name, { right: 0, all: 0 }]));
  const sieves = new Map<string, { right: number; all: number }>();
  const errors: string[] = [];
  for (const article of articles) {
    count(readTimes(new Script(article.text), day(article.date)), hits);
    const datings = dated(article);
    for (const [index, { said, content }] of article.quotes.entries()) {
      const ours = datings[index];
      if (said === undefined || ours === undefined) continue;
      const right = isRight(ours.said, said);
      const sieve = sieves.get(ours.rule) ?? { right: 0, all: 0 };
      sieves.set(ours.rule, sieve);
      for (const count of [classes.get("all"), classes.get(said.evidence), sieve]) {
        if (count === undefined) continue;
        count.all++;
        if (right) count.right++;
      }
      if (!right) {
        const words = article.text
          .slice(...content[0]!)
          .slice(0, 60)
          .replace(/\s+/g, " ");
        errors.push(
          `said ${said.value} (${said.evidence}), dated ${ours.said.value} by ${ours.rule}: ${words} [${article.id}]`,
        );
      }
    }
  }
  notes.push(`sayings by class: ${[...classes].map(([name, { all }]) => `${name} ${all}`).join(", ")}`);
  notes.push(`right by sieve: ${[...sieves].map(([name, { right, all }]) => `${name} ${right}/${all}`).join(", ")}`);
  notes.push(...errors.slice(0, shownErrors));
  return [...classes].map(([name, { right, all }]) => ({
    name: `said, ${name}`,
    value: right / all,
    anchors: SAID_ANCHORS[name] ?? {},
  }));
}

function isRight(ours: SayingDate, gold: { readonly value: string | null; readonly precision: string }): boolean {
  const length = { day: 10, month: 7, year: 4 }[gold.precision];
  if (length === undefined) return ours.precision === "unknown";
  return (ours.value ?? "").slice(0, length) === (gold.value ?? "").slice(0, length);
}

/** Processor time for an article of 4,000 characters, quotations found already. */
function speed(articles: readonly QuotedArticle[]): BenchRow[] {
  const read = articles.map((article) => ({ article, document: readDocument(article.text) }));
  const length = articles.reduce((sum, { text }) => sum + text.length, 0);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 4; round++) {
    const start = process.cpuUsage().user;
    for (const { article, document } of read) {
      const quotes = article.quotes.map(({ content, cue, speaker, type }) => ({
        kind: type,
        content,
        cue,
        mention: speaker,
      }));
      datings(document, quotes, day(article.date));
    }
    least = Math.min(least, process.cpuUsage().user - start);
  }
  const value = ((least / 1000) * 4000) / length;
  return [{ name: "dating 4 kB", value, unit: "ms", lowerIsBetter: true, informative: true, anchors: { must: 1.5 } }];
}

/** How many times longer four times the text takes: 4 when linear, 16 when quadratic. */
function growth(): BenchRow[] {
  const published = day("2021-11-18");
  return ["7", "Monday ", "“"].map((unit) => {
    const time = (size: number): number => {
      const text = unit.repeat(Math.floor(size / unit.length));
      const start = process.cpuUsage().user;
      readTimes(new Script(text), published);
      return process.cpuUsage().user - start;
    };
    time(50_000);
    const name = `growth over fourfold length, ${JSON.stringify(unit.trim())}`;
    const value = time(1_000_000) / Math.max(1, time(250_000));
    return { name, value, lowerIsBetter: true, informative: true, anchors: { linear: 4, quadratic: 16 } };
  });
}
