// Stories: online clustering of headlines and leads, two confusable stories a topic, by B-cubed F1.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { meanTerms, settle } from "../../src/language/stories/settling.ts";
import { type Terms, termsOf } from "../../src/language/stories/story-terms.ts";
import { assignStory } from "../../src/language/stories.ts";
import type { BenchTable } from "./table.ts";

export interface StoryItem {
  readonly id: string;
  readonly split: string;
  readonly topic: string;
  readonly story: string;
  readonly sentences: readonly string[];
}

const NAME = "stories";
export const STORY_FILE = "stories/ecbplus.jsonl";
const SHUFFLES = 5;
/** The data has no dates: everything is of one day, and time says nothing. */
const SOME_DAY = "2020-01-01";

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const file = sharedData === null ? null : new URL(STORY_FILE, sharedData);
  if (file === null || !existsSync(file))
    return { name: NAME, data: [], rows: [], notes: [`${STORY_FILE} is not here.`] };
  const content = readFileSync(file, "utf8");
  const all = readItems(content);
  const dev = all.filter((item) => item.split === "dev");
  const started = performance.now();
  const inOrder = score(dev);
  const elapsed = performance.now() - started;
  const shuffled = Array.from({ length: SHUFFLES }, (_, seed) => score(shuffle(dev, seed + 1)).f1);
  return {
    name: NAME,
    data: [{ file: STORY_FILE, fingerprint: createHash("sha256").update(content).digest("hex").slice(0, 12) }],
    rows: [
      {
        name: "B-cubed F1, dev, online",
        value: inOrder.f1,
        anchors: { must: 0.88, reach: 0.92, "TF-IDF": 0.745, weighted: 0.866 },
      },
      { name: "precision", value: inOrder.precision, informative: true },
      { name: "recall", value: inOrder.recall, informative: true },
      {
        name: `F1, mean of ${SHUFFLES} shuffled orders`,
        value: shuffled.reduce((sum, f1) => sum + f1, 0) / SHUFFLES,
        informative: true,
      },
      { name: "time an article", value: elapsed / dev.length, unit: "ms", lowerIsBetter: true, informative: true },
    ],
  };
}

export function readItems(content: string): readonly StoryItem[] {
  return content
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/** The data is tokenised: its loose hyphens are joined again. */
export function itemTerms(item: StoryItem): Terms {
  return termsOf(item.sentences.map((sentence) => sentence.replaceAll(" - ", "-")));
}

interface Running {
  readonly id: number;
  readonly lastSeen: string;
  terms: Terms;
  articles: number;
  members: readonly { readonly id: number; readonly terms: Terms }[];
}

/** Gives each item a story number, in arrival order, settling each story with its rivals. */
export function clusterOnline(items: readonly StoryItem[]): readonly number[] {
  const running = new Map<number, Running>();
  const given: number[] = [];
  const update = (story: Running, members: Running["members"]): void => {
    for (const { id } of members) given[id] = story.id;
    story.members = members;
    story.articles = members.length;
    story.terms = meanTerms(members);
  };
  items.forEach((item, index) => {
    const terms = itemTerms(item);
    const before = [...running.values()];
    const choice = assignStory(terms, before, SOME_DAY);
    const story: Running =
      choice.kind === "joins"
        ? running.get(choice.id)!
        : { id: index, lastSeen: SOME_DAY, terms, articles: 0, members: [] };
    running.set(story.id, story);
    const rivals = choice.rivals.map((id) => running.get(id)!);
    update(story, [...story.members, { id: index, terms }]);
    const { moves, merges } = settle(story, rivals, terms);
    for (const { article, from } of moves) {
      const rival = running.get(from)!;
      const member = rival.members.find(({ id }) => id === article)!;
      update(
        rival,
        rival.members.filter((other) => other !== member),
      );
      update(story, [...story.members, member]);
    }
    if (merges === null) return;
    update(story, [...story.members, ...running.get(merges)!.members]);
    running.delete(merges);
  });
  return given;
}

function score(items: readonly StoryItem[]): { precision: number; recall: number; f1: number } {
  const given = clusterOnline(items);
  const count = (keys: readonly string[]): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const both = count(items.map((item, index) => `${given[index]} ${item.story}`));
  const clusters = count(given.map(String));
  const stories = count(items.map((item) => item.story));
  let precision = 0;
  let recall = 0;
  items.forEach((item, index) => {
    const shared = both.get(`${given[index]} ${item.story}`)!;
    precision += shared / clusters.get(String(given[index]))! / items.length;
    recall += shared / stories.get(item.story)! / items.length;
  });
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

export function shuffle<Item>(items: readonly Item[], seed: number): readonly Item[] {
  const shuffled = [...items];
  let state = seed;
  for (let index = shuffled.length - 1; index > 0; index--) {
    state = (state * 1664525 + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (index + 1));
    [shuffled[index], shuffled[other]] = [shuffled[other]!, shuffled[index]!];
  }
  return shuffled;
}
