// Speakers alone: who speaks, given where the words and the mention stand, on the PolNeAR development articles.
// The whole engine, from raw text to speaker, is the part `quotes`.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { resolveSpeakers } from "../../src/language/speakers/resolve.ts";
import { readDocument } from "../../src/language/text/read.ts";
import type { KnownSpeaker } from "../../src/model/speaker.ts";
import type { Span } from "../../src/model/text.ts";
import { readCatalogue } from "../../src/settings/catalogue.ts";
import type { BenchRow, BenchTable } from "./table.ts";

interface GoldQuote {
  readonly content: readonly Span[];
  readonly cue: readonly Span[] | null;
  readonly speaker: readonly Span[] | null;
  readonly speakerName?: string | null;
  readonly kind: "speech" | "other";
}

interface GoldArticle {
  readonly id: string;
  readonly date: string;
  readonly text: string;
  readonly quotes: readonly GoldQuote[];
}

interface Share {
  readonly surname: number;
  readonly fullName: number;
}

interface Scorer {
  score(
    gold: readonly GoldArticle[],
    predicted: readonly object[],
    options: { readonly kind: "speech" },
  ): { readonly speaker: Readonly<Record<string, Share | undefined>> };
}

const FILE = "quotes/polnear/dev.jsonl";
const CONFIG = new URL("../../config/", import.meta.url);

/** Surname and full name on gold spans; the full name also with the speaker table, which the gold does not know. */
export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const file = sharedData && new URL(FILE, sharedData);
  if (!sharedData || !file || !existsSync(file)) {
    return { name: "speakers", data: [{ file: FILE, fingerprint: "not here" }], rows: [] };
  }
  const bytes = readFileSync(file);
  const fingerprint = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
  const gold = bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GoldArticle)
    .map((article) => ({ ...article, quotes: article.quotes.filter(({ kind }) => kind === "speech") }));
  const { score } = (await import(new URL("quotes/score.mjs", sharedData).href)) as Scorer;
  const alone = score(gold, predict(gold, []).articles, { kind: "speech" }).speaker;
  const table = predict(gold, readCatalogue(CONFIG.pathname).speakers);
  const withTable = score(gold, table.articles, { kind: "speech" }).speaker;
  const rows: BenchRow[] = [
    { name: "surname", value: alone.all?.surname ?? 0, unit: "%" },
    { name: "full name", value: alone.all?.fullName ?? 0, unit: "%" },
    { name: "surname of pronouns", value: alone["mention:pronoun"]?.surname ?? 0, unit: "%" },
    { name: "surname of roles", value: alone["mention:nominal"]?.surname ?? 0, unit: "%" },
    { name: "surname, with the speaker table", value: withTable.all?.surname ?? 0, unit: "%" },
    { name: "full name, with the speaker table", value: withTable.all?.fullName ?? 0, unit: "%", informative: true },
    { name: "ms an article of 4 kB", value: table.milliseconds, unit: "ms", lowerIsBetter: true, informative: true },
  ];
  return { name: "speakers", data: [{ file: FILE, fingerprint }], rows };
}

function predict(gold: readonly GoldArticle[], known: readonly KnownSpeaker[]) {
  let spent = 0;
  let length = 0;
  const articles = gold.map(({ id, date, text, quotes }) => {
    const document = readDocument(text);
    const found = quotes.map(({ content, cue, speaker }) => ({ content, cue, mention: speaker }));
    const begun = performance.now();
    const voices = resolveSpeakers(document, found, known, {
      published: { value: date, precision: "day" },
      byline: null,
    });
    spent += performance.now() - begun;
    length += text.length;
    return { id, quotes: quotes.map((quote, index) => ({ ...quote, speakerName: voices[index]!.speaker })) };
  });
  return { articles, milliseconds: (spent / length) * 4000 };
}
