// The words of the window that an editor would pull, told once each.
import type { QuoteView } from "../../store/contract/quotes.ts";
import { type Entry, firstWords } from "../account.ts";
import { counted } from "../links.ts";
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

/** Everything a followed speaker said in the window, in their own words; a follower wants more than two. */
export async function speakerQuotes(task: SectionTask): Promise<SectionResult> {
  const views = await task.store.quotes.inWindow(task.window, task.filters, CONSIDERED);
  const direct = views.filter((view) => view.kind === "direct" && view.state === "current");
  return shownQuotes(direct, task, "In their words", task.section.limit);
}

function shownQuotes(
  views: readonly QuoteView[],
  task: SectionTask,
  heading: string,
  mostOfOne: number | undefined,
): SectionResult {
  const { taken, passed } = pick(views, task.section.limit, task.shown, mostOfOne);
  if (taken.length === 0) return NOTHING;
  const first = taken[0]!;
  const { section } = task.section;
  return {
    blocks: [
      { kind: "heading", spans: [{ text: heading }] },
      ...(task.section.card === true ? [cardOf(first)] : []),
      ...taken.flatMap((view) => quoteBlocks({ view, sentence: null }, { brief: true })),
    ],
    chosen: taken.map((view) => quoteEntry(section, view, `carried by ${counted(view.outlets, "outlet")}`)),
    leftOut: passed.slice(0, TOLD).map(({ view, why }) => quoteEntry(section, view, why)),
  };
}

export function quoteEntry(section: Entry["section"], view: QuoteView, why: string): Entry {
  const label = `${view.speaker?.name ?? "speaker not named"}: ${firstWords(view.words.join(" "))}`;
  return { section, what: "quote", id: view.id, label, why };
}
