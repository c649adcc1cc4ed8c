// The stories of the window by weight and freshness, each with what happened, the words that matter, and who reported it.
import type { Window } from "../../model/digest.ts";
import type { Block, Inline } from "../../model/post.ts";
import type { ArticleHead, StoredArticle } from "../../store/contract/articles.ts";
import type { StoryInWindow } from "../../store/contract/stories.ts";
import type { Entry } from "../account.ts";
import { storyName } from "../article-blocks.ts";
import { counted, hrefOf, joined, outletLink } from "../links.ts";
import { mayBePulled, pick } from "../pull.ts";
import { quoteBlocks } from "../quote-blocks.ts";
import { cardOf } from "../quote-card.ts";
import { besidesOf, bestSentences, leadOf, proseSpans, saysTheSame, toldSpans } from "../telling.ts";
import { quoteEntry } from "./key-quotes.ts";
import { NOTHING, type SectionResult, type SectionTask } from "./section.ts";

const CONSIDERED = 60;
const ARTICLES_READ = 4;
const OUTLETS_NAMED = 5;
/** No outlet leads more stories than this while others have some to tell. */
const MOST_OF_ONE_OUTLET = 3;
const TOLD = 10;

/** Outlets count most, then articles, then how late in the window the story was last told. */
export function storyWeight(story: StoryInWindow, window: Window): number {
  const outlets = new Set(story.inWindow.map((article) => article.outlet)).size;
  const from = Date.parse(window.from);
  const span = Math.max(1, Date.parse(window.until) - from);
  const newest = Math.max(...story.inWindow.map((article) => Date.parse(article.firstStored)));
  const freshness = Math.min(1, Math.max(0, (newest - from) / span));
  return 2 * Math.log2(1 + outlets) + Math.log2(1 + story.inWindow.length) + freshness;
}

interface Choice {
  readonly story: StoryInWindow;
  readonly why: string;
}

/** Ranks and caps: no outlet and no topic takes the whole section. */
function chooseStories(
  stories: readonly StoryInWindow[],
  { window, section }: SectionTask,
): { readonly taken: readonly Choice[]; readonly passed: readonly Choice[] } {
  const ranked = stories
    .map((story) => ({ story, weight: storyWeight(story, window) }))
    .sort((a, b) => b.weight - a.weight || a.story.id - b.story.id);
  const taken: Choice[] = [];
  const passed: Choice[] = [];
  const led = new Map<string, number>();
  for (const { story } of ranked) {
    const outlets = new Set(story.inWindow.map((article) => article.outlet ?? ""));
    const lead = story.inWindow[0]?.outlet ?? "";
    const close = taken.find((each) => story.title !== null && saysTheSame(each.story.title ?? "", story.title));
    if (taken.length >= section.limit) passed.push({ story, why: "less reported than those shown" });
    else if (close !== undefined) passed.push({ story, why: `much the same as story ${close.story.id}` });
    else if (outlets.size === 1 && (led.get(lead) ?? 0) >= MOST_OF_ONE_OUTLET)
      passed.push({ story, why: `${lead === "" ? "its outlet" : lead} leads ${MOST_OF_ONE_OUTLET} stories already` });
    else {
      led.set(lead, (led.get(lead) ?? 0) + 1);
      taken.push({ story, why: `reported by ${counted(outlets.size, "outlet")}` });
    }
  }
  return { taken, passed };
}

export async function stories(task: SectionTask): Promise<SectionResult> {
  const held = await task.store.stories.inWindow(task.window, task.filters, CONSIDERED);
  const { taken, passed } = chooseStories(held, task);
  if (taken.length === 0) return NOTHING;
  const blocks: Block[] = [];
  const chosen: Entry[] = [];
  for (const choice of taken) {
    const told = await tellStory(choice.story, task);
    blocks.push(...told.blocks);
    chosen.push(entry({ ...choice, story: { ...choice.story, title: told.name } }), ...told.quotes);
    task.shown.stories.add(choice.story.id);
  }
  return { blocks, chosen, leftOut: passed.slice(0, TOLD).map(entry) };
}

function entry({ story, why }: Choice): Entry {
  return { section: "stories", what: "story", id: story.id, label: story.title ?? `Story ${story.id}`, why };
}

async function tellStory(
  story: StoryInWindow,
  task: SectionTask,
): Promise<{ readonly blocks: readonly Block[]; readonly name: string | null; readonly quotes: readonly Entry[] }> {
  const { store, section } = task;
  const read = (await Promise.all(oneAnOutlet(story).map((article) => store.articles.byId(article.id, null)))).filter(
    (article): article is StoredArticle => article !== null,
  );
  const views = (await Promise.all(read.map((article) => store.quotes.ofArticle(article.id, null)))).flat();
  const { taken } = pick(onePerStatement(views.filter(mayBePulled)), section.quotes ?? 1, task.shown);
  const told = besidesOf(taken, views);
  const lead = leadOf(read, told);
  if (lead === null) return { blocks: [], name: story.title, quotes: [] };
  const sentences = bestSentences(lead, section.sentences ?? 2, told);
  const href = hrefOf(lead.url);
  const name = lead.title ?? story.title;
  const title = storyName({ ...story, title: name });
  const isOneOutlets = outletsOf(story).length === 1;
  const blocks: Block[] = [{ kind: "heading", spans: [href === null ? title : { ...title, href }] }];
  if (sentences.length > 0)
    blocks.push({ kind: "paragraph", spans: (isOneOutlets ? proseSpans : toldSpans)(sentences, views) });
  if (section.card === true && taken[0] !== undefined) blocks.push(cardOf(taken[0]));
  for (const view of taken) blocks.push(...quoteBlocks({ view, sentence: null }, { brief: true }));
  blocks.push({ kind: "source", spans: reporters(story, sentences[0]?.text ?? null) });
  return { blocks, name, quotes: taken.map((view) => quoteEntry("stories", view, `words of story ${story.id}`)) };
}

/** Its earliest article of each outlet, at most four: what is read to tell the story. */
function oneAnOutlet(story: StoryInWindow): readonly { readonly id: number }[] {
  const outlets = new Map(story.inWindow.toReversed().map((article) => [article.outlet ?? article.id, article]));
  return [...outlets.values()].reverse().slice(0, ARTICLES_READ);
}

function onePerStatement<View extends { readonly statement: number }>(views: readonly View[]): readonly View[] {
  return [...new Map(views.toReversed().map((view) => [view.statement, view])).values()];
}

/** The earliest article of each outlet. */
function outletsOf(story: StoryInWindow): readonly ArticleHead[] {
  const outlets = new Map(story.inWindow.toReversed().map((article) => [article.outlet ?? "outlet unknown", article]));
  return [...outlets.values()].reverse();
}

/** "3 outlets: bdnews24, RT, The Hill", or the only one, linked to the sentence told of it. */
function reporters(story: StoryInWindow, sentence: string | null): readonly Inline[] {
  const named = outletsOf(story);
  const more = named.length - OUTLETS_NAMED;
  return [
    ...(named.length === 1 ? [] : [{ text: `${counted(named.length, "outlet")}: ` }]),
    ...joined(
      named.slice(0, OUTLETS_NAMED).map((article) => [outletLink(article, named.length === 1 ? sentence : null)]),
      ", ",
    ),
    ...(more > 0 ? [{ text: ` and ${more} more` }] : []),
    { text: " · " },
    { text: `/story ${story.id}`, is: "command" },
  ];
}
