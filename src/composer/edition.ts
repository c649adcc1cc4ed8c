// Composes one Edition: the sections of a digest over one window, in order, telling nothing twice.
import { showPublished } from "../model/dates.ts";
import type { Digest, Filters, Section, SectionName, Window } from "../model/digest.ts";
import type { Block, Inline, Post } from "../model/post.ts";
import type { Store } from "../store/store.ts";
import type { Account, Entry } from "./account.ts";
import { joined } from "./links.ts";
import { keyQuotes, speakerQuotes } from "./sections/key-quotes.ts";
import { mostQuoted } from "./sections/most-quoted.ts";
import { onThisDate } from "./sections/on-this-date.ts";
import type { SectionResult, SectionTask, Shown } from "./sections/section.ts";
import { stories } from "./sections/stories.ts";

export interface EditionOptions {
  /** IANA zone that the day of "on this date" and the footer's times are told in. Default: UTC. */
  readonly zone?: string;
  /** When the next one is due; null leaves it out of the footer. */
  readonly next?: Temporal.Instant | null;
}

export type Edition =
  | ({ readonly kind: "edition"; readonly post: Post } & Account)
  /** Nothing new. `post`: the one line to send where the digest wants one, else null. */
  | ({ readonly kind: "empty"; readonly post: Post | null } & Account);

const SECTIONS: Readonly<Record<SectionName, (task: SectionTask) => Promise<SectionResult>>> = {
  stories,
  "key-quotes": keyQuotes,
  "on-this-date": onThisDate,
  "most-quoted": mostQuoted,
  "speaker-quotes": speakerQuotes,
};

/** Sections that tell what is new: a digest that has some is empty when they are, whatever was said years ago. */
const NEWS: ReadonlySet<SectionName> = new Set(["stories", "key-quotes", "speaker-quotes"]);

/**
 * One edition of a digest. `filters` are the subscriber's; the digest's own apply as well. `now` is the slot it is for.
 * The same arguments over the same corpus give the same edition; what else it depends on is `editionVariant`.
 */
export async function composeEdition(
  store: Store,
  digest: Digest,
  window: Window,
  filters: Filters,
  now: Temporal.Instant,
  options: EditionOptions = {},
): Promise<Edition> {
  const zone = options.zone ?? "UTC";
  const day = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  const shown: Shown = { statements: new Set(), stories: new Set(), speakers: new Map() };
  const both = bothFilters(digest.filters, filters);
  const results: { readonly section: Section; readonly result: SectionResult }[] = [];
  for (const section of digest.sections) {
    const task = { store, section, window, filters: both, day, shown };
    results.push({ section, result: await SECTIONS[section.section](task) });
  }
  const chosen = results.flatMap(({ result }) => result.chosen);
  const leftOut = notShown(
    results.flatMap(({ result }) => result.leftOut),
    chosen,
  );
  if (!hasNews(results)) {
    const line = digest.whenEmpty === "line" ? nothingNew(digest, filters) : null;
    return { kind: "empty", post: line, chosen: [], leftOut };
  }
  const blocks: Block[] = [
    { kind: "heading", spans: [{ text: titleOf(digest, filters, day) }] },
    ...results.flatMap(({ result }) => withoutHeading(result.blocks, digest.title)),
    { kind: "source", spans: footer(options.next ?? null, zone) },
  ];
  return { kind: "edition", post: { blocks }, chosen, leftOut };
}

/** What an edition's content depends on besides digest, window and filters: the local day and the zone of its footer. */
export function editionVariant(now: Temporal.Instant, zone: string, next: Temporal.Instant | null): string {
  const day = now.toZonedDateTimeISO(zone).toPlainDate().toString();
  return next === null ? day : `${day} ${nextWords(next, zone)}`;
}

/** A section called like its digest needs no heading of its own. */
function withoutHeading(blocks: readonly Block[], title: string): readonly Block[] {
  return blocks.filter((block) => block.kind !== "heading" || block.spans[0]?.text !== title);
}

function hasNews(results: readonly { readonly section: Section; readonly result: SectionResult }[]): boolean {
  const news = results.filter(({ section }) => NEWS.has(section.section));
  const counted = news.length > 0 ? news : results;
  return counted.some(({ result }) => result.blocks.length > 0);
}

/** Left out of one section but shown in another is not left out. */
function notShown(leftOut: readonly Entry[], chosen: readonly Entry[]): readonly Entry[] {
  const ids = new Set(chosen.map((entry) => `${entry.what} ${entry.id}`));
  return leftOut.filter((entry) => !ids.has(`${entry.what} ${entry.id}`));
}

function bothFilters(own: Filters, asked: Filters): Filters {
  return {
    about: [...own.about, ...asked.about],
    without: [...own.without, ...asked.without],
    outlets: asked.outlets.length > 0 ? asked.outlets : own.outlets,
    speakers: asked.speakers.length > 0 ? asked.speakers : own.speakers,
  };
}

function titleOf(digest: Digest, filters: Filters, day: string): string {
  const whose = filters.speakers.length > 0 ? `: ${filters.speakers.join(", ")}` : "";
  return `${digest.title}${whose} · ${dayWords(day)}`;
}

function dayWords(day: string): string {
  return showPublished({ value: day, precision: "day" });
}

function nextWords(next: Temporal.Instant, zone: string): string {
  const at = next.toZonedDateTimeISO(zone);
  const day = at.toPlainDate().toLocaleString("en-GB", { weekday: "short", day: "numeric", month: "short" });
  return `${day}, ${at.toPlainTime().toString({ smallestUnit: "minute" })}`;
}

function footer(next: Temporal.Instant | null, zone: string): readonly Inline[] {
  return joined(
    [
      ...(next === null ? [] : [[{ text: `Next edition ${nextWords(next, zone)}` }]]),
      [{ text: "/subscriptions", is: "command" as const }, { text: " for settings" }],
      [{ text: "/why", is: "command" as const }, { text: " for how this was chosen" }],
    ],
    " · ",
  );
}

function nothingNew(digest: Digest, filters: Filters): Post {
  const whose = filters.speakers.length > 0 ? ` from ${filters.speakers.join(", ")}` : "";
  return {
    blocks: [{ kind: "paragraph", spans: [{ text: `${digest.title}: nothing new${whose} since the last one.` }] }],
  };
}
