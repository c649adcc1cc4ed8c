// Several steps of the corpus in one transaction.
import { articleStore } from "./articles.ts";
import { type Engine, within } from "./engine.ts";
import { feedStore } from "./feeds.ts";
import { statementStore } from "./statements.ts";
import type { Store } from "./store.ts";
import { type HeldTerms, storyStore } from "./stories.ts";

/** See Store.together. */
export function togetherOn(engine: Engine): Store["together"] {
  const terms: HeldTerms = new Map();
  let isSettled = true;
  return async (work) => {
    const result = await engine.write((sql) => {
      // What was read in a transaction that came to nothing was never so.
      if (!isSettled) terms.clear();
      isSettled = false;
      const access = within(engine, sql);
      return work({
        articles: articleStore(access),
        statements: statementStore(access),
        stories: storyStore(access, terms),
        feeds: feedStore(access),
      });
    }, "corpus");
    isSettled = true;
    return result;
  };
}
