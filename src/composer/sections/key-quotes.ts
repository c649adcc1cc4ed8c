// The words of the window that an editor would pull, told once each.
import type { QuoteView } from "../../store/contract/quotes.ts";
import { type Entry, firstWords } from "../account.ts";
import { counted } from "../links.ts";
import { withSentences } from "../passage.ts";
import { mayBePulled, pick } from "../pull.ts";
import { quoteBlocks } from "../quote-blocks.ts";
import { cardOf } from "../quote-card.ts";
import { NOTHING, type SectionResult, type SectionTask } from "./section.ts";

const CONSIDERED = 120;
/** `/why` names this many of those left out. */
const TOLD = 10;

export async function keyQuotes(task: SectionTask): Promise<SectionResult> {
  const views = await task.store.quotes.inWindow(task.window, task.filters, CONSIDERED);
  return shownQuotes(views.filter(mayBePulled), task, "Key quotes", undefined);
}

/** What the followed speakers said in the window, reported speech too; a follower wants more than two. */
export async function speakerQuotes(task: SectionTask): Promise<SectionResult> {
  const views = await task.store.quotes.inWindow(task.window, task.filters, CONSIDERED);
  const current = views.filter((view) => view.state === "current" && view.speaker !== null);
  return shownQuotes(current, task, "In their words", task.section.limit);
}

async function shownQuotes(
  views: readonly QuoteView[],
  task: SectionTask,
  heading: string,
  mostOfOne: number | undefined,
): Promise<SectionResult> {
  const { taken, passed } = pick(views, task.section.limit, task.shown, mostOfOne);
  if (taken.length === 0) return NOTHING;
  const pictured = taken.find((view) => view.kind === "direct");
  const quotes = await withSentences(task.store, taken, null);
  const { section } = task.section;
  return {
    blocks: [
      { kind: "heading", spans: [{ text: heading }] },
      ...(task.section.card === true && pictured !== undefined ? [cardOf(pictured)] : []),
      ...quotes.flatMap((quote) => quoteBlocks(quote, { brief: true })),
    ],
    chosen: taken.map((view) => quoteEntry(section, view, `carried by ${counted(view.outlets, "outlet")}`)),
    leftOut: passed.slice(0, TOLD).map(({ view, why }) => quoteEntry(section, view, why)),
  };
}

export function quoteEntry(section: Entry["section"], view: QuoteView, why: string): Entry {
  const label = `${view.speaker?.name ?? "speaker not named"}: ${firstWords(view.words.join(" "))}`;
  return { section, what: "quote", id: view.id, label, why };
}
