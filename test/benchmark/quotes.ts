// Quotes: the whole engine against the PolNeAR development articles, by the scorer that lies beside them.
//   npm run bench -- quotes [--errors=N]
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Annotator } from "../../src/language/annotate.ts";
import { findQuotes } from "../../src/language/quotes/find.ts";
import { quotedWords } from "../../src/language/quotes/kind.ts";
import { inPassing, NOT_WORDS_ROWS } from "../../src/language/quotes/shown.ts";
import { decodeWeights } from "../../src/language/quotes/weights.ts";
import { readDocument } from "../../src/language/text/read.ts";
import type { Quotation } from "../../src/model/quote.ts";
import type { Span } from "../../src/model/text.ts";
import { loadAnnotator } from "../../src/newsroom/annotator.ts";
import { readCatalogue } from "../../src/settings/catalogue.ts";
import { CUES } from "../language/cases/cues-saying.ts";
import { NOT_QUOTES } from "../language/cases/kinds-not-quotes.ts";
import { MARKS } from "../language/cases/marks-styles.ts";
import { worstQuotes } from "./quote-errors.ts";
import type { BenchRow, BenchTable } from "./table.ts";

export interface GoldQuote {
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly kind: "speech" | "other";
  readonly type: "direct" | "mixed" | "indirect";
}

export interface GoldArticle {
  readonly id: string;
  readonly date: string;
  readonly title: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
}

export interface Predicted {
  readonly id: string;
  readonly quotes: readonly (Quotation & { readonly speech: boolean })[];
}

interface Share {
  readonly F: number;
  readonly P: number;
  readonly R: number;
}

interface Scores {
  readonly fragExact: Readonly<Record<"direct" | "mixed" | "indirect" | "all", Share>>;
  readonly ggt30: Share;
  readonly ggt80: Share;
  readonly cofenet: Readonly<Record<"content" | "cue" | "source", Share>>;
  readonly speaker: Readonly<Record<string, { readonly surname: number; readonly fullName: number } | undefined>>;
  readonly said: Readonly<Record<string, { readonly acc: number } | undefined>>;
  readonly e2eFull: Share;
}

type Score = (
  gold: readonly GoldArticle[],
  predicted: readonly object[],
  options: { readonly kind?: "speech" },
) => Scores;

const NAME = "quotes";
const FILE = "quotes/polnear/dev.jsonl";
const WEIGHTS = new URL("../../src/language/weights/quotes.bin", import.meta.url);
const CONFIG = new URL("../../config/", import.meta.url);

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const annotator = loadAnnotator(readCatalogue(fileURLToPath(CONFIG)).speakers);
  const rows: BenchRow[] = [...linearRows(annotator)];
  const file = sharedData === null ? null : new URL(FILE, sharedData);
  if (file === null || !existsSync(file)) return { name: NAME, data: [], rows, notes: [`${FILE} is not here.`] };
  const content = readFileSync(file, "utf8");
  const gold = content
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldArticle);
  const { score } = (await import(new URL("quotes/score.mjs", sharedData!).href)) as { readonly score: Score };
  const predicted = gold.map((article) => ({ id: article.id, quotes: annotator.quotations(articleOf(article)) }));
  rows.unshift(...scoreRows(score, gold, predicted), speedRow(annotator, gold));
  const errors = errorsAsked();
  return {
    name: NAME,
    data: [{ file: FILE, fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 12) }],
    rows,
    notes: [...ruleHits(gold), ...(errors > 0 ? worstQuotes(gold, predicted, errors) : [])],
  };
}

/**
 * How many quotations each rule of detection found, or kept from being shown whole or in part: in the development articles, and in the
 * project's own cases. A row that neither hits has no place in the rules.
 */
function ruleHits(gold: readonly GoldArticle[]): string[] {
  const weights = decodeWeights(readFileSync(WEIGHTS));
  const hitsIn = (texts: readonly string[]): Map<string, number> => {
    const hits = new Map<string, number>();
    const hit = (rule: string): Map<string, number> => hits.set(rule, (hits.get(rule) ?? 0) + 1);
    for (const text of texts) {
      const document = readDocument(text);
      const outermost = document.marks.filter(({ depth }) => depth === 0);
      for (const { rule, content } of findQuotes(document, weights)) {
        hit(rule);
        for (const span of quotedWords(outermost, content)) {
          const row = inPassing(text, span, content);
          if (row !== null) hit(row);
        }
      }
    }
    return hits;
  };
  const inData = hitsIn(gold.map(({ text }) => text));
  const inCases = hitsIn(
    [MARKS, CUES, NOT_QUOTES].flat().flatMap(({ positive, negative }) => [positive.text, negative.text]),
  );
  const rules = [...new Set([...NOT_WORDS_ROWS, ...inData.keys(), ...inCases.keys()])];
  rules.sort((a, b) => (inData.get(b) ?? 0) - (inData.get(a) ?? 0) || (inCases.get(b) ?? 0) - (inCases.get(a) ?? 0));
  const figure = (count = 0): string => String(count).padStart(6);
  return [
    "hits by rule: in the development articles, in own cases",
    ...rules.map((rule) => `${figure(inData.get(rule))}${figure(inCases.get(rule))}  ${rule}`),
  ];
}

function errorsAsked(): number {
  const option = process.argv.find((word) => word.startsWith("--errors"));
  return option === undefined ? 0 : Number(option.split("=")[1] ?? 20);
}

function articleOf({ title, date, text }: GoldArticle): Parameters<Annotator["quotations"]>[0] {
  const published = { value: date, precision: "day" } as const;
  return { title, outlet: null, author: null, url: null, published, body: text, posts: [] };
}

/** In the scorer's form, but reported speech named as the gold has it: by its mention's own words. */
function scoredByMention({ id, quotes }: Predicted): object {
  return scored({
    id,
    quotes: quotes.map((quote) => (quote.kind === "indirect" ? { ...quote, speaker: null } : quote)),
  });
}

/** In the scorer's form. */
function scored({ id, quotes }: Predicted): object {
  return {
    id,
    quotes: quotes.map(({ content, cue, mention, speaker, said }) => ({
      content,
      cue,
      speaker: mention,
      speakerName: speaker,
      said,
    })),
  };
}

function scoreRows(score: Score, gold: readonly GoldArticle[], predicted: readonly Predicted[]): BenchRow[] {
  const printed = predicted.map(scored);
  const shown = predicted.map(({ id, quotes }) => scored({ id, quotes: quotes.filter((quote) => quote.speech) }));
  const speech = score(gold, printed, { kind: "speech" });
  const product = score(gold, shown, { kind: "speech" });
  const all = score(gold, printed, {});
  const byMention = score(gold, predicted.map(scoredByMention), { kind: "speech" });
  const row = (
    name: string,
    value: number | undefined,
    baseline: number,
    must: number,
    reach: number,
    other = {},
  ): BenchRow => ({
    name,
    value: value ?? 0,
    anchors: { baseline, must, reach, ...other },
  });
  const speaker = speech.speaker.all;
  const said = (evidence: string): number | undefined => speech.said[evidence]?.acc;
  return [
    row("exact fragments, direct F1", speech.fragExact.direct.F, 72.9, 90, 94, { human: 94.7 }),
    row("exact fragments, mixed F1", speech.fragExact.mixed.F, 1.4, 55, 65, { human: 79.6 }),
    row("exact fragments, reported F1", speech.fragExact.indirect.F, 19.5, 45, 58, { human: 61.9 }),
    row("ggt>0.3 F1", speech.ggt30.F, 52, 78, 85, { "Gender Gap Tracker on its own corpus": 83.7 }),
    row("ggt>0.8 F1", speech.ggt80.F, 33, 70, 80, { "Gender Gap Tracker on its own corpus": 76.1 }),
    row("strict content, all kinds F1", all.cofenet.content.F, 38, 52, 64, { BiLSTM: 63.6, BERT: 72.9, human: 71 }),
    row("speaker surname, matched quotes %", speaker?.surname, 68, 88, 93, { human: 98 }),
    row("speaker full name, matched quotes %", speaker?.fullName, 52, 82, 90),
    row("pronoun speakers, surname %", speech.speaker["mention:pronoun"]?.surname, 52, 78, 86),
    row("quote and full name F1", speech.e2eFull.F, 23.6, 62, 72),
    row("quote and full name F1, reported speech by its mention as the gold has it", byMention.e2eFull.F, 23.6, 62, 72),
    row("saying date right, all %", said("all"), 64, 80, 88),
    row("saying date right, stated %", said("stated"), 3, 60, 75),
    row("saying date right, weekday %", said("weekday"), 52, 85, 93),
    row("saying date right, relative %", said("relative"), 94, 75, 85),
    row("saying date right, default (published) %", said("default"), 100, 90, 95),
    row("saying date right, none (unknown) %", said("none"), 0, 40, 60),
    { name: "as the product shows it (speech only): direct F1", value: product.fragExact.direct.F, informative: true },
    { name: "… mixed F1", value: product.fragExact.mixed.F, informative: true },
    { name: "… reported F1", value: product.fragExact.indirect.F, informative: true },
    { name: "… ggt>0.3 F1", value: product.ggt30.F, informative: true },
    { name: "… ggt>0.8 F1", value: product.ggt80.F, informative: true },
    { name: "… quote and full name F1", value: product.e2eFull.F, informative: true },
  ];
}

/** Articles of 4 kB a second on one core: processor time, not wall time, of the engine once warm. */
function speedRow(annotator: Annotator, gold: readonly GoldArticle[]): BenchRow {
  const article = (piece: GoldArticle) => annotator.annotate(articleOf(piece));
  const pieces = gold
    .map((piece) => ({ ...piece, text: piece.text.slice(0, 4000) }))
    .filter((piece) => piece.text.length > 3500);
  // Machine code is made over the first few hundred articles; other processes only make a round slower.
  const seconds = Math.min(
    ...Array.from({ length: 12 }, () => {
      const before = process.cpuUsage();
      pieces.forEach(article);
      const used = process.cpuUsage(before);
      return (used.user + used.system) / 1e6;
    }),
  );
  return {
    name: "articles of 4 kB a second, one core",
    value: pieces.length / seconds,
    anchors: { Citron: 2, must: 150, reach: 400 },
    informative: true,
  };
}

/** Time a character of four times the text over that of one: near 1 where time is linear. */
function linearRows(annotator: Annotator): BenchRow[] {
  const prose =
    "The mayor said the bridge would open in May. “It is late,” she added, “but it is safe.” Others doubted it.\n\n";
  const cases = [
    { name: "1 MB of prose", text: (size: number) => prose.repeat(Math.ceil(size / prose.length)), full: 1_000_000 },
    { name: "one million quotation marks", text: (size: number) => "“”\"'".repeat(size / 4), full: 1_000_000 },
    {
      name: "1 MB of paragraphs left open",
      text: (size: number) => "“It rained.\n\n".repeat(size / 13),
      full: 1_000_000,
    },
    {
      name: "1 MB of sentences left open",
      text: (size: number) => "“It rained and rained for all of the day.\n\n".repeat(size / 43),
      full: 1_000_000,
    },
    { name: "one million opening marks", text: (size: number) => "“".repeat(size), full: 1_000_000 },
  ];
  return cases.flatMap(({ name, text, full }) => {
    timed(annotator, text(full / 16));
    const quarter = Math.min(timed(annotator, text(full / 4)), timed(annotator, text(full / 4)));
    const whole = Math.min(timed(annotator, text(full)), timed(annotator, text(full)));
    return [
      { name: `${name}: seconds`, value: whole, unit: "s", informative: true, lowerIsBetter: true },
      {
        name: `${name}: growth from a quarter (4 is linear)`,
        value: whole / quarter,
        informative: true,
        lowerIsBetter: true,
      },
    ];
  });
}

/** Processor seconds. */
function timed(annotator: Annotator, body: string): number {
  const started = process.cpuUsage();
  annotator.annotate({
    title: null,
    outlet: null,
    author: null,
    url: null,
    published: { value: "2021-11-18", precision: "day" },
    body,
    posts: [],
  });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}
