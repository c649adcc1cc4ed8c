// Better rules or an edited speaker table: the corpus is annotated again in the background, a few articles at a time.
import { setTimeout as sleep, setImmediate as turn } from "node:timers/promises";
import type { Log } from "../model/log.ts";
import type { Store } from "../store/store.ts";
import type { Newsroom } from "./intake.ts";
import { linkStatements } from "./statement-links.ts";

const AT_ONCE = 20;

const LEASE = "annotate again";
/** Far longer than AT_ONCE articles take. */
const LEASE_MS = 60_000;
const LOOK_AGAIN_MS = 30_000;

/** Annotates stored articles anew, in this thread or another. */
export interface Reannotating {
  /** What an annotation of the present rules and table carries. */
  readonly version: string;
  /** False when the article was revised meanwhile or could not be annotated, and waits for its next turn. */
  reannotate(id: number): Promise<boolean>;
}

/**
 * The same by one process at a time, for two would do everything twice. Once for each start of a process: processes of
 * two versions, side by side while an operator updates, would else annotate over each other for ever. Never throws.
 */
export async function reannotateInTurn(
  store: Store,
  annotator: Reannotating,
  owner: string,
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { leases } = store;
  const isOurs = (): Promise<boolean> => leases.hold(LEASE, owner, LEASE_MS);
  while (!signal.aborted) {
    try {
      if (await isOurs()) {
        await reannotate(store, annotator, log, signal, isOurs);
        await leases.release(LEASE, owner);
        return;
      }
    } catch (error) {
      log.error({ err: error }, "annotating again was broken off; it goes on later");
    }
    await sleep(LOOK_AGAIN_MS, undefined, { signal }).catch(() => {});
  }
}

/**
 * Annotates every article that another version annotated. Resumable: what is done carries the new version, so that a
 * stop or a crash loses nothing. Ends early when `signal` aborts, or when it may not go on, which is asked now and then.
 * Gives the number of articles done.
 */
export async function reannotate(
  store: Store,
  annotator: Reannotating,
  log: Log,
  signal: AbortSignal,
  mayGoOn: () => Promise<boolean> = async () => true,
): Promise<number> {
  let done = 0;
  let after = 0;
  for (;;) {
    const ids = await store.articles.outdated(annotator.version, after, AT_ONCE);
    for (const id of ids) {
      if (signal.aborted) return done;
      if (await annotator.reannotate(id)) done += 1;
      after = id;
      await turn();
    }
    if (ids.length < AT_ONCE || !(await mayGoOn())) break;
  }
  if (done > 0) log.info({ articles: done, version: annotator.version }, "annotated again with the present rules");
  return done;
}

/** One article; see Reannotating. */
export async function reannotateOne({ store, annotator }: Newsroom, id: number): Promise<boolean> {
  const article = await store.articles.forAnnotation(id);
  if (article === null) return false;
  const viewer = article.audience === "everyone" ? null : article.audience.chat;
  const annotation = annotator.annotate(article);
  // What the annotator could not do now it may at the next start; until then the old annotation is the best there is.
  if (annotation.version !== annotator.version) return false;
  const statements = await linkStatements(store, article, annotation, viewer, id);
  return store.articles.saveAnnotation(id, article.revision, annotation, { statements, story: null });
}
