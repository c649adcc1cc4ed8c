// What was said on the edition's day in earlier years.

import type { QuoteOfYear } from "../../store/contract/quotes.ts";
import { yearBlocks } from "../on-this-date.ts";
import { withSentences } from "../passage.ts";
import { isWholeThought, pullScore } from "../pull.ts";
import { cardOf } from "../quote-card.ts";
import { quoteEntry } from "./key-quotes.ts";
import { NOTHING, type SectionResult, type SectionTask } from "./section.ts";

const CONSIDERED = 60;
const CONSIDERED_A_YEAR = 8;
const A_YEAR = 2;

export async function onThisDate(task: SectionTask): Promise<SectionResult> {
  const { store, day, filters, section, shown } = task;
  const year = Number(day.slice(0, 4));
  const query = { viewer: null, offset: 0, limit: CONSIDERED, perYear: CONSIDERED_A_YEAR, filters };
  const page = await store.quotes.onMonthDay(day.slice(5), query);
  const earlier = page.items.filter((item) => item.year < year && !shown.statements.has(item.statement));
  const items = strongestOfYears(earlier);
  const taken = items.slice(0, section.limit);
  if (taken.length === 0) return NOTHING;
  for (const item of taken) shown.statements.add(item.statement);
  const quotes = await withSentences(store, taken, null);
  const pictured = section.card === true ? taken.find((item) => item.kind === "direct") : undefined;
  return {
    blocks: [
      { kind: "heading", spans: [{ text: "On this date" }] },
      ...(pictured === undefined ? [] : [cardOf(pictured)]),
      ...yearBlocks(taken, quotes, year, { brief: true }),
    ],
    chosen: taken.map((item) => quoteEntry("on-this-date", item, `said on this day in ${item.year}`)),
    leftOut: items.slice(section.limit).map((item) => quoteEntry("on-this-date", item, "no room left for this date")),
  };
}

/** The strongest of each year, newest year first: two in direct words, of two speakers where there are, else one reported. */
function strongestOfYears(items: readonly QuoteOfYear[]): readonly QuoteOfYear[] {
  const years = Map.groupBy(items, ({ year }) => year);
  return [...years]
    .sort(([a], [b]) => b - a)
    .flatMap(([, held]) => {
      const ranked = held.sort((a, b) => pullScore(b) - pullScore(a));
      const direct = ranked.filter((item) => item.kind === "direct");
      const whole = direct.filter(isWholeThought);
      if (direct.length > 0) return ofSeveral(whole.length > 0 ? whole : direct).slice(0, A_YEAR);
      return ranked.slice(0, 1);
    });
}

/** The first of each speaker first. */
function ofSeveral(ranked: readonly QuoteOfYear[]): readonly QuoteOfYear[] {
  const seen = new Set<number>();
  const first = ranked.filter(({ speaker }) => speaker !== null && !seen.has(speaker.id) && seen.add(speaker.id));
  return [...first, ...ranked.filter((item) => !first.includes(item))];
}
