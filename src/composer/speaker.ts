// `/who`: a speaker's page, and the list of the most quoted.
import { showPublished, showSaying } from "../model/dates.ts";
import type { Block, Inline, Post } from "../model/post.ts";
import type { KnownSpeaker, Role } from "../model/speaker.ts";
import type { QuoteView } from "../store/contract/quotes.ts";
import type { SpeakerHead, SpeakerPage } from "../store/contract/speakers.ts";
import type { Store } from "../store/store.ts";
import { speakerLine } from "./article-blocks.ts";
import { counted, joined } from "./links.ts";
import { type ShownQuote, withSentences } from "./passage.ts";
import { type Phrase, repeatedPhrases, topicsOf } from "./phrases.ts";
import { isWholeThought, mayBePulled, pullScore } from "./pull.ts";
import { quoteBlocks } from "./quote-blocks.ts";

const QUOTES_READ = 300;
const PHRASES = 3;
const ROLES = 4;
const OUTLETS = 5;
const TOPICS = 6;
/** As many as one picture holds. */
const MONTHS = 18;
/** One more quote fits under the chart in one message. */
const STRONGEST = 1;
const LONGEST_SILENCE = 9;

export interface SpeakerLayout {
  /** Draw the counts by month as a picture where the platform shows pictures. */
  readonly chart?: boolean;
  /** The operator's entry for this speaker, for roles with their dates; null when there is none. */
  readonly known?: KnownSpeaker | null;
}

/** One speaker's page: roles by date, counts by month, topics, repeated phrases, outlets, first and latest quote. */
export async function composeSpeaker(
  store: Store,
  page: SpeakerPage,
  viewer: string | null,
  layout: SpeakerLayout = {},
): Promise<Post> {
  const found = await store.quotes.find({
    speaker: page.id,
    viewer,
    offset: 0,
    limit: QUOTES_READ,
    verbatim: true,
    order: "newest",
  });
  const phrases = repeatedPhrases(found.items, PHRASES);
  const topics = topicsOf(found.items, TOPICS);
  const edges = [page.first, page.latest?.id === page.first?.id ? null : page.latest];
  const [first, latest] = await withSentences(
    store,
    edges.filter((view) => view !== null).map((view) => strongestOfDay(view, found.items)),
    viewer,
  );
  const blocks: Block[] = [
    { kind: "heading", spans: [{ text: page.name }] },
    { kind: "source", spans: [{ text: counted(page.quotes, "quote") }] },
    ...listBlock("Roles", roleItems(page, layout.known ?? null)),
    ...monthBlocks(page, layout.chart ?? false),
    ...lineBlock(
      "Topics",
      topics.map((topic): Inline => ({ text: topic, is: "stored" })),
    ),
    ...listBlock("Comes back to", phrases.map(phraseItem)),
    ...lineBlock(
      "Reported most by",
      page.outlets.slice(0, OUTLETS).map(({ outlet, quotes }): Inline => ({ text: `${outlet} ${quotes}` })),
    ),
  ];
  const isOne = latest === undefined || latest.view.statement === first?.view.statement;
  if (first !== undefined && !isOne) blocks.push(...labelled("First quote held", quoteBlocks(first, BARE)));
  const newest = latest ?? first;
  if (newest !== undefined) blocks.push(...labelled("Latest quote", quoteBlocks(newest, BARE)));
  blocks.push(...strongestBlocks(found.items, [first, newest]));
  return { blocks };
}

/** Of the quotes of one day the strongest in direct words stands for it; an undated one stands for itself. */
function strongestOfDay(view: QuoteView, views: readonly QuoteView[]): QuoteView {
  if (view.kind === "direct" && isWholeThought(view)) return view;
  const sameDay = views.filter(
    ({ said, kind }) => kind === "direct" && said.precision === "day" && said.value === view.said.value,
  );
  return sameDay.filter(isWholeThought).sort((a, b) => pullScore(b) - pullScore(a))[0] ?? view;
}

/** Words that an editor would pull, besides those shown. */
function strongestBlocks(views: readonly QuoteView[], besides: readonly (ShownQuote | undefined)[]): readonly Block[] {
  const told = new Set(besides.map((quote) => quote?.view.statement));
  const strongest = views
    .filter((view) => mayBePulled(view) && !told.has(view.statement))
    .sort((a, b) => pullScore(b) - pullScore(a))
    .slice(0, STRONGEST);
  if (strongest.length === 0) return [];
  return labelled(
    "Key quote",
    strongest.flatMap((view) => quoteBlocks({ view, sentence: null }, { ...BARE, brief: true })),
  );
}

const BARE = { withoutSpeaker: true } as const;

/** The most quoted speakers, as a list. */
export function speakersPost(heads: readonly SpeakerHead[]): Post {
  return {
    blocks: [
      { kind: "heading", spans: [{ text: "Most quoted" }] },
      { kind: "list", items: heads.map(speakerLine) },
    ],
  };
}

function roleItems(page: SpeakerPage, known: KnownSpeaker | null): readonly (readonly Inline[])[] {
  if (known !== null && known.roles.length > 0) {
    return [...known.roles]
      .sort((a, b) => ((b.from ?? "") < (a.from ?? "") ? -1 : 1))
      .slice(0, ROLES)
      .map((role) => [{ text: `${role.title}${roleDates(role)}` }]);
  }
  return page.roles.slice(0, ROLES).map(({ role }): readonly Inline[] => [{ text: role, is: "stored" }]);
}

function roleDates({ from, until }: Role): string {
  if (from === null && until === null) return "";
  if (from === null) return `, until ${until?.slice(0, 4)}`;
  return until === null ? `, since ${from.slice(0, 4)}` : `, ${from.slice(0, 4)} to ${until.slice(0, 4)}`;
}

/** Counts by month: a picture, or the busiest months in words. */
function monthBlocks(page: SpeakerPage, chart: boolean): readonly Block[] {
  if (page.months.length < 2) return [];
  const months = withQuietMonths(page.months).slice(-MONTHS);
  const words = months
    .filter(({ quotes }) => quotes > 0)
    .map(({ month, quotes }) => `${monthWords(month)} (${quotes})`)
    .join(", ");
  if (!chart) return lineBlock("Quotes by month", [{ text: words }]);
  const bars = months.map(({ month, quotes }) => ({ label: monthWords(month), value: quotes }));
  const title = `Quotes of ${page.name} by month`;
  return [{ kind: "picture", picture: { kind: "chart", alt: `${title}: ${words}`, title, bars } }];
}

/** Months without quotes between those with some, so that the chart is a calendar; long silences are left out. */
function withQuietMonths(months: SpeakerPage["months"]): SpeakerPage["months"] {
  return months.flatMap((entry, index) => {
    const before = months[index - 1];
    if (before === undefined) return [entry];
    const start = Temporal.PlainYearMonth.from(before.month);
    const quiet = start.until(entry.month, { largestUnit: "months" }).months - 1;
    if (quiet > LONGEST_SILENCE) return [entry];
    const gap = Array.from({ length: quiet }, (_, at) => start.add({ months: at + 1 }).toString());
    return [...gap.map((month) => ({ month, quotes: 0 })), entry];
  });
}

function monthWords(month: string): string {
  return showPublished({ value: month, precision: "month" });
}

/** A phrase with how often, when first and when last: its words stand in marks, for they are verbatim. */
function phraseItem({ text, times, dated, first, latest }: Phrase): readonly Inline[] {
  const undated = dated > 0 && dated < times ? ` (${times - dated} undated)` : "";
  return [{ text, is: "words" }, { text: ` ${times} times${usedWhen(first, latest)}${undated}` }];
}

function usedWhen(first: QuoteView | null, latest: QuoteView | null): string {
  if (first === null || latest === null) return "";
  const [from, until] = [showSaying(first.said), showSaying(latest.said)];
  if (first === latest) return `, once ${from}`;
  return from === until ? `, ${from}` : `, first ${from}, latest ${until}`;
}

function listBlock(label: string, items: readonly (readonly Inline[])[]): readonly Block[] {
  if (items.length === 0) return [];
  return [
    { kind: "heading", spans: [{ text: label }] },
    { kind: "list", items },
  ];
}

function lineBlock(label: string, items: readonly Inline[]): readonly Block[] {
  if (items.length === 0) return [];
  const spans = joined(
    items.map((item) => [item]),
    ", ",
  );
  return [{ kind: "paragraph", spans: [{ text: `${label}: `, style: "bold" }, ...spans] }];
}

function labelled(label: string, blocks: readonly Block[]): readonly Block[] {
  return [{ kind: "heading", spans: [{ text: label }] }, ...blocks];
}
