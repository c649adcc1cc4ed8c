// The only wiring: rooms are put together here, and nowhere else.
import { randomUUID } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { schedule } from "node-cron";
import { startBot } from "./app/bot.ts";
import { openFetching, openReading } from "./app/newsroom.ts";
import { readLine } from "./chat/terminal/line.ts";
import { lookOf } from "./chat/terminal/look.ts";
import { renderPost } from "./chat/terminal/render.ts";
import { terminalRequest } from "./chat/terminal/terminal.ts";
import { allCommands } from "./commands/all.ts";
import { createCompleter } from "./commands/completion.ts";
import type { Desk } from "./commands/desk.ts";
import { type Corpus, createFrontDesk } from "./commands/front-desk.ts";
import type { Annotator } from "./language/annotate.ts";
import type { CountedMetrics } from "./metrics.ts";
import type { Digest } from "./model/digest.ts";
import type { Log } from "./model/log.ts";
import { annotateLines } from "./newsroom/annotate-lines.ts";
import { findFeed } from "./newsroom/find-feed.ts";
import { createFirstFill, type FirstFill, fillBar, fillLine } from "./newsroom/first-fill.ts";
import { importPaths } from "./newsroom/import.ts";
import { readLink, takeLink } from "./newsroom/link.ts";
import { createPoller, type Poller } from "./newsroom/poll.ts";
import { readForPeople } from "./newsroom/read.ts";
import type { OpenNewsroom } from "./newsroom/reading.ts";
import { reannotateInTurn } from "./newsroom/reannotate.ts";
import { openSample } from "./newsroom/sample.ts";
import { type Catalogue, readOutlets } from "./settings/catalogue.ts";
import type { Environment } from "./settings/environment.ts";
import { StoreError } from "./store/failure.ts";
import { openStore } from "./store/open.ts";
import type { Store } from "./store/store.ts";
import { tendStore } from "./store/tend.ts";
import { nobodyWaiting, type WritersWaiting } from "./store/waiting.ts";

export interface AppOptions {
  /** The folder of package.json: `config/` and `data/` are in it. */
  readonly root: string;
  readonly environment: Environment;
  readonly catalogue: Catalogue;
  readonly digests: readonly Digest[];
  readonly log: Log;
  readonly now: () => Temporal.Instant;
}

/** What keeps the program from starting or going on, in words for the operator: no stack is needed to mend it. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** The subcommands. Each answers with the exit code; `stop` asks a running one to end in order. */
export interface App {
  start(): Promise<number>;
  importPaths(paths: readonly string[], now: Temporal.Instant): Promise<number>;
  ask(typed: string, now: Temporal.Instant, json: boolean): Promise<number>;
  annotate(path: string): Promise<number>;
  read(path: string, url: string | null, json: boolean): Promise<number>;
  tendStore(words: readonly string[]): Promise<number>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

/** Wires the program. Nothing is opened before a subcommand needs it. */
export function openApp(options: AppOptions): App {
  const { environment, catalogue, digests, log } = options;
  const stopping = new AbortController();
  const owner = randomUUID();
  // In this thread, for what ends soon: the running bot has one in another.
  const annotator = once(async () => (await import("./newsroom/annotator.ts")).loadAnnotator(catalogue.speakers));
  const waiting = nobodyWaiting();
  const store = once(() => openCorpus(options, waiting));
  const sample = once(async () => openSampleCorpus(options, await annotator()));

  const corpus = async (): Promise<Corpus> => {
    const own = await store();
    const isSample = environment.isTerminal && (await own.meta.isEmpty());
    return { store: isSample ? await sample() : own, isSample, own };
  };

  const fetcher = once(() => openFetching(environment.allowedHosts));
  const backRoom = once(() => {
    const { outlets, speakers } = catalogue;
    return openReading({ database: corpusAddress(options), outlets, speakers, log, waiting });
  });
  const reading = async () => ({ fetcher: await fetcher(), backRoom: await backRoom() });
  const newsroom = async (): Promise<OpenNewsroom> => ({
    store: await store(),
    outlets: catalogue.outlets,
    ...(await reading()),
  });

  /** Counted only where somebody can read the figures. */
  const metrics = once(async (): Promise<CountedMetrics | undefined> => {
    if (environment.http === null) return undefined;
    const own = await store();
    const { createMetrics } = await import("./metrics.ts");
    return createMetrics(async () => ({ articles: await own.articles.count(), quotes: await own.quotes.count() }));
  });

  const desk = once(async (): Promise<Desk> => {
    const commands = allCommands({
      digests,
      speakers: catalogue.speakers,
      takeLink: async (url, chat, now) => takeLink(await newsroom(), url, chat, now),
      feedRoom: {
        findFeed: async (typed, now) => findFeed(await newsroom(), typed, now),
        exportFeeds: async (feeds) => (await import("./sources/feed-list.ts")).writeFeedList(feeds, "OnRecord"),
      },
    });
    const complete = createCompleter(digests, () => commands);
    return createFrontDesk({ commands, corpus, complete, log, ...counting(await metrics()) });
  });

  /** The first round begins at once: a corpus that is empty fills while the bot answers. */
  const startPolling = async (own: Store): Promise<Poller> => {
    await own.feeds.sync(catalogue.feeds, options.now());
    const poller = createPoller({
      room: await newsroom(),
      log,
      owner,
      now: options.now,
      ...counting(await metrics()),
      onProgress: progress(log, createFirstFill(await own.feeds.list())),
    });
    void poller.run();
    return poller;
  };

  return {
    async start() {
      const own = await store();
      await corpus();
      if (!hasWork(environment))
        throw new StartError("ROLES leaves this process nothing to do: it names no role whose token is set.");
      const { signal } = stopping;
      const again = reannotateInTurn(own, await backRoom(), owner, log, signal);
      const running = { ...options, store: own, desk: await desk(), metrics: await metrics(), owner, signal };
      const bot = await startBot(running).catch(asStartError);
      const poller = !environment.isTerminal && environment.roles.has("feeds") ? await startPolling(own) : null;
      // Without noOverlap: a long round of sending must not hold up the planning of what falls due meanwhile.
      const minutely = schedule("* * * * *", () => Promise.all([bot.tick(), poller?.run()]), { name: "tick" });
      // What fell due while the bot was away goes out now, and a part left without its answer is judged in time.
      void bot.tick();
      await bot.done.catch(asStartError).finally(() => {
        stopping.abort();
        return Promise.all([minutely.destroy(), poller?.stop()]);
      });
      await again;
      return 0;
    },
    async importPaths(paths, now) {
      let refused = 0;
      const room = { store: await store(), annotator: await annotator(), outlets: catalogue.outlets };
      for await (const { outcome, line } of importPaths(paths, room, now)) {
        process.stdout.write(`${line}\n`);
        if (outcome === "refused") refused += 1;
        if (stopping.signal.aborted) break;
      }
      return refused === 0 ? 0 : 1;
    },
    async ask(typed, now, json) {
      await corpus();
      const { commands, answer } = await desk();
      const names = commands.map(({ name }) => name);
      const asked = readLine(typed, names) ?? { name: "help", arguments: "" };
      const post = await answer(terminalRequest(asked, 1), now);
      const shown = json ? JSON.stringify(post, null, 2) : renderPost(post, lookOf(process.stdout));
      process.stdout.write(`${shown}\n`);
      return 0;
    },
    async annotate(path) {
      if (path !== "-" && !existsSync(path))
        throw new StartError(`There is no file ${path}. Name one, or - for standard input.`);
      const input = path === "-" ? process.stdin : createReadStream(path);
      for await (const line of annotateLines(input, await annotator())) process.stdout.write(`${line}\n`);
      return 0;
    },
    async read(path, url, json) {
      const readPage = async (address: string) => readLink(await reading(), address, options.now());
      const { text, found } = await readForPeople({ path, url, json, outlets: catalogue.outlets, readPage });
      process[found ? "stdout" : "stderr"].write(`${text}\n`);
      return found ? 0 : 1;
    },
    async tendStore(words) {
      const bar = (done: number, all: number, what: string): void => {
        process.stderr.write(`\r\x1b[K${Math.floor((100 * done) / Math.max(1, all))} %  ${what}`);
      };
      const { lines, sound } = await tendStore(corpusAddress(options), words, process.stderr.isTTY ? bar : undefined);
      if (process.stderr.isTTY) process.stderr.write("\r\x1b[K");
      process.stdout.write(`${lines.join("\n")}\n`);
      return sound ? 0 : 1;
    },
    async stop() {
      stopping.abort();
    },
    async close() {
      if (fetcher.made()) await (await fetcher()).close();
      if (backRoom.made()) await (await backRoom()).close();
      if (store.made()) await (await store()).close();
      if (sample.made()) await (await sample()).close();
    },
  };
}

interface Once<T> {
  (): T;
  made(): boolean;
}

/** Made at the first call, kept for the others. */
function once<T>(make: () => T): Once<T> {
  let held: { readonly value: T } | null = null;
  const get = (): T => {
    held ??= { value: make() };
    return held.value;
  };
  return Object.assign(get, { made: () => held !== null });
}

function corpusAddress({ root, environment }: AppOptions): string {
  return environment.databaseUrl ?? join(root, "data", "onrecord.db");
}

async function openCorpus(options: AppOptions, waiting: WritersWaiting): Promise<Store> {
  // Who answers people has no time to write the log back: the back room, which writes most, does it.
  const { telegram, discord } = options.environment;
  const writesBack = telegram === null && discord === null;
  const store = await openStore(corpusAddress(options), { writesBack, waiting }).catch((cause: Error) => {
    throw cause instanceof StoreError ? new StartError(cause.message, { cause }) : cause;
  });
  await store.speakers.syncKnownSpeakers(options.catalogue.speakers);
  return store;
}

async function openSampleCorpus({ root, catalogue, now }: AppOptions, annotator: Annotator): Promise<Store> {
  const folder = join(root, "config", "sample");
  const outlets = readOutlets(join(folder, "outlets.yaml"));
  return openSample({ folder, outlets, annotator, speakers: catalogue.speakers, now: now() });
}

function counting(metrics: CountedMetrics | undefined): { metrics?: CountedMetrics } {
  return metrics === undefined ? {} : { metrics };
}

/** Have the roles of this process anything to do with the tokens there are? */
function hasWork({ roles, isTerminal, telegram, discord }: Environment): boolean {
  if (isTerminal || roles.has("feeds")) return true;
  if (roles.has("delivery") && (telegram ?? discord) !== null) return true;
  return (roles.has("telegram") && telegram !== null) || (roles.has("discord") && discord !== null);
}

/** A platform that refuses us, a port that is taken: its message says what to do. */
function asStartError(cause: Error): never {
  throw new StartError(cause.message, { cause });
}

/** A line in the log for a feed that brought something; of a first fill now and then a line, and a bar in a terminal. */
function progress(log: Log, filling: FirstFill): NonNullable<Parameters<typeof createPoller>[0]["onProgress"]> {
  return ({ feed, newItems }) => {
    const fill = filling.count(feed, newItems);
    if (fill === null && newItems > 0) log.info({ feed: feed.url, newItems }, "articles came in");
    if (fill?.isMilestone === true) log.info({ articles: fill.articles }, fillLine(fill));
    if (fill !== null && process.stderr.isTTY) process.stderr.write(fillBar(fill));
  };
}
