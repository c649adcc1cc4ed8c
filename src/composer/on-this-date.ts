// What was said on a month-day in the years held, grouped by year: only where the text's own evidence gives the day.
import { type Filters, NO_FILTERS } from "../model/digest.ts";
import type { Block, Post } from "../model/post.ts";
import type { Paging } from "../store/contract/page.ts";
import type { QuoteOfYear } from "../store/contract/quotes.ts";
import type { Store } from "../store/store.ts";
import { counted } from "./links.ts";
import { onceEach, type ShownQuote, withSentences } from "./passage.ts";
import { pullScore } from "./pull.ts";
import { type QuoteLayout, quoteBlocks } from "./quote-blocks.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const NEAREST = 3;

/** "18 November" of "11-18". */
export function monthDayWords(monthDay: string): string {
  const [month, day] = monthDay.split("-");
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ""}`.trim();
}

export interface OnThisDateQuery extends Paging {
  /** "11-18". */
  readonly monthDay: string;
  readonly viewer: string | null;
  /** The year of the day asked from, for "five years ago"; null leaves that out. */
  readonly year: number | null;
  readonly filters?: Filters;
}

export interface OnThisDatePage {
  readonly post: Post;
  readonly more: boolean;
}

/** `/today`: every year held, newest first; where nothing was said, the nearest dates on which something was. */
export async function composeOnThisDate(store: Store, query: OnThisDateQuery): Promise<OnThisDatePage> {
  const { monthDay, viewer, offset, limit } = query;
  const filters = query.filters ?? NO_FILTERS;
  const page = await store.quotes.onMonthDay(monthDay, { viewer, offset, limit, filters });
  if (page.items.length === 0) return { post: await nothingSaid(store, query), more: false };
  const quotes = await withSentences(store, page.items, viewer);
  const heading: Block = { kind: "heading", spans: [{ text: `Said on ${monthDayWords(monthDay)}` }] };
  return { post: { blocks: [heading, ...yearBlocks(page.items, quotes, query.year, {})] }, more: page.more };
}

/** Quotes of one month-day under their years, newest year first; within a year the strongest first. */
export function yearBlocks(
  items: readonly QuoteOfYear[],
  quotes: readonly ShownQuote[],
  thisYear: number | null,
  layout: QuoteLayout,
): readonly Block[] {
  const years = new Map<number, ShownQuote[]>();
  items.forEach((item, index) => {
    const quote = quotes[index]!;
    const held = years.get(item.year);
    if (held === undefined) years.set(item.year, [quote]);
    else held.push(quote);
  });
  return [...years]
    .sort(([a], [b]) => b - a)
    .flatMap(([year, held]): Block[] => [
      { kind: "heading", spans: [{ text: `${year}${yearsAgo(year, thisYear)}` }] },
      ...onceEach(held.sort((a, b) => pullScore(b.view) - pullScore(a.view))).flatMap((quote) => [
        ...quoteBlocks(quote, layout),
      ]),
    ]);
}

function yearsAgo(year: number, thisYear: number | null): string {
  if (thisYear === null || thisYear <= year) return "";
  return `, ${counted(thisYear - year, "year")} ago`;
}

async function nothingSaid(store: Store, { monthDay, viewer }: OnThisDateQuery): Promise<Post> {
  const near = await store.quotes.nearestMonthDays(monthDay, viewer, NEAREST);
  const nothing: Block = {
    kind: "paragraph",
    spans: [{ text: `Nothing in the corpus was said on ${monthDayWords(monthDay)}, as far as the texts tell.` }],
  };
  if (near.length === 0) return { blocks: [nothing] };
  return {
    blocks: [
      nothing,
      {
        kind: "paragraph",
        spans: [
          { text: "Nearest: " },
          ...near.flatMap(({ monthDay: day, quotes }, index) => [
            { text: index === 0 ? "" : ", " },
            { text: `/today ${monthDayWords(day)}`, is: "command" as const },
            { text: ` (${counted(quotes, "quote")})` },
          ]),
        ],
      },
    ],
  };
}
