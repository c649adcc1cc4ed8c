// Fits the story model on the training topics and prints its weights; the same data gives the same weights.
//   node test/benchmark/train-stories.ts
import { readFileSync } from "node:fs";
import { compare, type Feature, profile } from "../../src/language/stories/likeness.ts";
import type { Terms } from "../../src/language/stories/story-terms.ts";
import { mergeTerms } from "../../src/language/stories.ts";
import { itemTerms, readItems, STORY_FILE, type StoryItem, shuffle } from "./stories.ts";

const DATA = new URL("../../../shared/data/", import.meta.url);
const ORDERS = 4;
/** Stories an article is compared with: those it is most like; others teach nothing. */
const NEAREST = 6;
const LEAST_COSINE = 0.15;
const RIDGE = 0.003;
const STEPS = 400;

interface Example {
  readonly values: readonly number[];
  readonly same: boolean;
}

interface Held {
  readonly story: string;
  terms: Terms;
  articles: number;
}

/** Every article against the stories told before it, as they stood then. */
function examplesOf(items: readonly StoryItem[]): Example[] {
  const held = new Map<string, Held>();
  const examples: Example[] = [];
  for (const item of items) {
    const terms = itemTerms(item);
    const article = profile(terms);
    const near = [...held.values()]
      .map((story) => ({ story, features: compare(article, profile(story.terms, story.articles)) }))
      .sort((a, b) => b.features.cosine - a.features.cosine)
      .slice(0, NEAREST);
    for (const { story, features } of near) {
      if (features.cosine > LEAST_COSINE)
        examples.push({ values: Object.values(features), same: story.story === item.story });
    }
    const own = held.get(item.story);
    if (own === undefined) held.set(item.story, { story: item.story, terms, articles: 1 });
    else {
      own.terms = mergeTerms(own.terms, own.articles, terms);
      own.articles++;
    }
  }
  return examples;
}

/** Ridge logistic regression by gradient descent with momentum on standardised values. */
function logisticWeights(examples: readonly Example[]): { readonly bias: number; readonly weights: readonly number[] } {
  const width = examples[0]!.values.length;
  const columns = Array.from({ length: width }, (_, j) => examples.map((example) => example.values[j]!));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map(
    (column, j) => Math.sqrt(column.reduce((sum, value) => sum + (value - means[j]!) ** 2, 0) / column.length) || 1,
  );
  const rows = examples.map(({ values }) =>
    Float64Array.from([1, ...values.map((value, j) => (value - means[j]!) / spreads[j]!)]),
  );
  const weights = new Float64Array(width + 1);
  const speed = new Float64Array(width + 1);
  for (let step = 0; step < STEPS; step++) {
    const slope = new Float64Array(width + 1);
    rows.forEach((row, index) => {
      let odds = 0;
      for (let j = 0; j <= width; j++) odds += row[j]! * weights[j]!;
      const error = 1 / (1 + Math.exp(-odds)) - (examples[index]!.same ? 1 : 0);
      for (let j = 0; j <= width; j++) slope[j]! += error * row[j]!;
    });
    for (let j = 0; j <= width; j++) {
      speed[j] = 0.9 * speed[j]! - 0.3 * (slope[j]! / rows.length + (j > 0 ? RIDGE * weights[j]! : 0));
      weights[j]! += speed[j]!;
    }
  }
  const unscaled = [...weights.slice(1)].map((weight, j) => weight / spreads[j]!);
  return { bias: unscaled.reduce((sum, weight, j) => sum - weight * means[j]!, weights[0]!), weights: unscaled };
}

const items = readItems(readFileSync(new URL(STORY_FILE, DATA), "utf8")).filter((item) => item.split === "train");
const examples = Array.from({ length: ORDERS }, (_, order) => examplesOf(order === 0 ? items : shuffle(items, order)));
const { bias, weights } = logisticWeights(examples.flat());
const names = Object.keys(compare(profile([]), profile([]))) as Feature[];
console.log(`${examples.flat().length} pairs`);
console.log(`bias: ${bias.toFixed(2)},`);
for (const [index, name] of names.entries()) console.log(`${name}: ${weights[index]!.toFixed(2)},`);
