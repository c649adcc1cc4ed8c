// Many changes of the corpus in one transaction, which costs far more than most of them.
import { articleStore } from "./articles.ts";
import { type Engine, type Sql, within } from "./engine.ts";
import { feedStore } from "./feeds.ts";
import { statementStore } from "./statements.ts";
import type { Corpus, Store } from "./store.ts";
import { type HeldTerms, storyStore } from "./stories.ts";

/** See Store.inTurn. */
export function inTurnOn(engine: Engine): Store["inTurn"] {
  const terms: HeldTerms = new Map();
  let isSettled = true;

  function corpusOver(sql: Sql): Corpus {
    // What was read in a transaction that came to nothing was never so.
    if (!isSettled) terms.clear();
    isSettled = false;
    const access = within(engine, sql);
    return {
      articles: articleStore(access),
      statements: statementStore(access),
      stories: storyStore(access, terms),
      feeds: feedStore(access),
    };
  }

  return async <Result>(changes: readonly ((corpus: Corpus) => Promise<Result>)[]) => {
    const results = await engine.write(async (sql) => {
      const corpus = corpusOver(sql);
      const made: Result[] = [];
      for (const change of changes) {
        made.push(await change(corpus));
        if (engine.shouldEnd) break;
      }
      return made;
    }, "corpus");
    isSettled = true;
    return results;
  };
}
