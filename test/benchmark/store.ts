// The store under load: how long what people ask takes on a made-up corpus, beside a raw prepared statement on the same file.
//   node test/benchmark/store.ts [--articles=20000] [--keep=FILE | --database=postgres://…, an empty one or one filled by it before]
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { DatabaseSync } from "node:sqlite";
import { setImmediate as turn } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { NO_FILTERS } from "../../src/model/digest.ts";
import { openStore } from "../../src/store/open.ts";
import type { Store } from "../../src/store/store.ts";
import { type MadeCorpus, makeCorpus, randomFrom } from "./store-corpus.ts";
import type { BenchRow, BenchTable } from "./table.ts";

const AT_ONCE = 32;
const TRIES = 300;

function option(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

export async function measure(_sharedData: URL | null): Promise<BenchTable> {
  const articles = Number(option("articles") ?? 20_000);
  const folder = mkdtempSync(join(tmpdir(), "onrecord-bench-"));
  const file = option("database") ?? option("keep") ?? join(folder, "corpus.db");
  try {
    const corpus = makeCorpus(articles);
    const rows: BenchRow[] = [];
    if (await isEmpty(file)) rows.push(await fill(file, corpus, articles));
    const begun = performance.now();
    const store = await openStore(file);
    await store.speakers.top(1);
    rows.push(shown("open to first answer", performance.now() - begun, "ms"));
    rows.push(...(await ask(store, file, corpus)), ...(await write(store, articles)), ...(await deliver(store)));
    rows.push(shown("resident memory", process.memoryUsage().rss / 2 ** 20, "MiB"));
    await store.close();
    return { name: "store", data: [], rows, notes: [`${articles} articles of 5 quotes, made up`] };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shown(name: string, value: number, unit: string, anchors?: Record<string, number>): BenchRow {
  return { name, value, unit, informative: true, lowerIsBetter: true, ...(anchors === undefined ? {} : { anchors }) };
}

async function isEmpty(address: string): Promise<boolean> {
  const store = await openStore(address);
  try {
    return await store.meta.isEmpty();
  } finally {
    await store.close();
  }
}

async function fill(file: string, corpus: MadeCorpus, articles: number): Promise<BenchRow> {
  const store = await openStore(file);
  const begun = performance.now();
  for (let n = 0; n < articles; n += AT_ONCE) {
    const batch = Array.from({ length: Math.min(AT_ONCE, articles - n) }, (_, i) => corpus.article(n + i));
    await Promise.all(batch.map(({ text, annotation, options }) => store.articles.save(text, annotation, options)));
  }
  const seconds = (performance.now() - begun) / 1000;
  await store.close();
  return {
    name: "articles stored, 32 at once",
    value: articles / seconds,
    unit: "a second",
    informative: true,
    anchors: { must: 100 },
  };
}

/** p95 of many tries, each a turn of the event loop of its own; p50, p99 and the longest block of the loop beside it. */
async function timed(
  name: string,
  must: number | null,
  work: (n: number) => Promise<unknown>,
  tries = TRIES,
): Promise<BenchRow> {
  for (let n = 0; n < 5; n += 1) await work(n);
  const times: number[] = [];
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  for (let n = 0; n < tries; n += 1) {
    await turn();
    const begun = performance.now();
    await work(n);
    times.push(performance.now() - begun);
  }
  loop.disable();
  times.sort((a, b) => a - b);
  const quantile = (part: number): number => times[Math.floor(times.length * part)] ?? 0;
  const anchors = { p50: quantile(0.5), p99: quantile(0.99), "loop p99": loop.percentile(99) / 1e6 };
  return shown(`${name}, p95`, quantile(0.95), "ms", must === null ? anchors : { must, ...anchors });
}

async function ask(store: Store, file: string, corpus: MadeCorpus): Promise<BenchRow[]> {
  const random = randomFrom(7);
  const top = await store.speakers.top(2000);
  const rank = (size: number): number => Math.min(size - 1, Math.floor(size ** random()) - 1);
  const speaker = (): number => top[rank(top.length)]?.id ?? 1;
  const common = (): string => corpus.words[rank(300)] ?? "";
  const rare = (): string => corpus.words[1000 + Math.floor(random() * 5000)] ?? "";
  const paging = { offset: 0, limit: 5 };
  const find = (more: object) => store.quotes.find({ viewer: null, ...paging, ...more });
  const raw = existsSync(file) ? new DatabaseSync(file, { readOnly: true }) : null;
  const latest = raw?.prepare("select id from quote where speaker_id = ? order by sort_day desc, id desc limit 6");
  const day = (): string =>
    Temporal.PlainDate.from("2024-01-01")
      .add({ days: Math.floor(random() * 366) })
      .toString()
      .slice(5);
  const floor = await timed("raw prepared statement, latest by speaker", null, async () => latest?.all(speaker()));
  const rows = [
    ...(raw === null ? [] : [floor]),
    await timed("quotes of a speaker", 5, () => find({ speaker: speaker() })),
    await timed("quotes of a speaker, fifth page", null, () => find({ speaker: speaker(), offset: 20 })),
    await timed("quotes of a speaker at an outlet since", null, () =>
      find({ speaker: speaker(), outlet: "Outlet 40", since: "2020" }),
    ),
    await timed("quotes of a speaker with a common word", 50, () => find({ speaker: speaker(), words: common() })),
    await timed("quotes with two common words", 50, () => find({ words: `${common()} ${common()}` })),
    await timed("quotes with a rare word", null, () => find({ words: rare() })),
    await timed("on a month-day, three a year", 10, () =>
      store.quotes.onMonthDay(day(), { viewer: null, ...paging, limit: 30, perYear: 3 }),
    ),
    await timed("nearest month-days", null, () => store.quotes.nearestMonthDays(day(), null, 3)),
    await timed("search two common words", 100, () => store.articles.search(`${common()} ${common()}`, null, paging)),
    await timed("search two rare words", 100, () => store.articles.search(`${rare()} ${rare()}`, null, paging)),
    await timed("complete a beginning", 5, (n) =>
      store.speakers.complete((corpus.speakers[n] ?? "").slice(0, 1 + (n % 5)), 25),
    ),
    await timed("complete with a slip", 20, (n) => store.speakers.complete(slipped(corpus.speakers[n * 3] ?? ""), 25)),
    await timed("a surname to its speaker", 5, (n) =>
      store.speakers.find((corpus.speakers[n] ?? "").split(" ")[1] ?? "", null),
    ),
    await timed("a speaker's page", null, () => store.speakers.page(speaker(), null), 40),
    await timed("a digest's day: stories", null, () => store.stories.inWindow(oneDay(random), NO_FILTERS, 8), 40),
    await timed(
      "a digest's day: quotes about a word",
      null,
      () => store.quotes.inWindow(oneDay(random), { ...NO_FILTERS, about: [common()] }, 8),
      40,
    ),
    await timed(
      "story candidates sharing terms",
      null,
      () =>
        store.stories.candidates({
          since: Temporal.Instant.from("2025-12-20T00:00Z"),
          day: null,
          days: 7,
          terms: [common(), rare(), rare()],
          limit: 200,
        }),
      40,
    ),
    await timed("statement candidates", null, (n) =>
      store.statements.candidates({
        speaker: corpus.speakers[n % 20] ?? "",
        day: "2020-05-05",
        days: 4,
        viewer: null,
        limit: 50,
      }),
    ),
  ];
  raw?.close();
  return rows;
}

function slipped(name: string): string {
  const surname = name.split(" ")[1] ?? "";
  return `${surname.slice(0, 2)}x${surname.slice(3)}`;
}

function oneDay(random: () => number): { from: string; until: string } {
  const from = Temporal.Instant.from("2016-01-01T00:00:00Z").add({ hours: 24 * Math.floor(random() * 3600) });
  return { from: from.toString(), until: from.add({ hours: 24 }).toString() };
}

async function write(store: Store, articles: number): Promise<BenchRow[]> {
  const more = makeCorpus(articles, 2 + Math.floor(performance.now()));
  const one = async (n: number): Promise<void> => {
    const { text, annotation, options } = more.article(n);
    await store.articles.save(text, annotation, options);
  };
  return [await timed("one article stored durably", 10, one, 100)];
}

const DUE = Temporal.Instant.from("2026-06-01T08:00:00Z");

async function deliver(store: Store): Promise<BenchRow[]> {
  const many = 5000;
  const schedule = { every: "hour" as const };
  const run = `run ${performance.now()}`;
  const subscribe = (i: number) =>
    store.subscriptions.create(
      {
        chat: { platform: "telegram", id: `${run} ${i}`, thread: null },
        digest: "daily",
        schedule,
        zone: "UTC",
        filters: NO_FILTERS,
        nextDue: DUE,
        createdBy: "telegram:1",
      },
      5,
    );
  for (let i = 0; i < many; i += 100) await Promise.all(Array.from({ length: 100 }, (_, j) => subscribe(i + j)));
  const begun = performance.now();
  const key = {
    digest: "daily",
    window: { from: DUE.subtract({ hours: 1 }).toString(), until: DUE.toString() },
    filters: NO_FILTERS,
    variant: run,
  };
  const edition = (await store.editions.save({ ...key, post: { blocks: [] }, account: null }, DUE)).id;
  for (
    let due = await store.subscriptions.due(DUE, 1000);
    due.length > 0;
    due = await store.subscriptions.due(DUE, 1000)
  ) {
    const plans = due.map(({ id, nextDue }) => ({
      subscription: id,
      slot: nextDue,
      nextDue: DUE.add({ hours: 1 }),
      state: "planned" as const,
      edition,
    }));
    await store.deliveries.plan(plans, DUE);
  }
  const planned = many / ((performance.now() - begun) / 1000);
  const sending = performance.now();
  for (;;) {
    const claimed = await store.deliveries.claim({ owner: "a", now: DUE, leaseMs: 60_000, limit: 100 });
    if (claimed.length === 0) break;
    await Promise.all(
      claimed.map(async ({ id }) => {
        await store.deliveries.begin(id, "a", 0, DUE);
        await store.deliveries.receipt(id, "a", 0, "m", DUE);
        await store.deliveries.finish(id, "a", "sent", null, DUE);
      }),
    );
  }
  const sent = many / ((performance.now() - sending) / 1000);
  return [
    { name: "subscriptions planned", value: planned, unit: "a second", informative: true },
    {
      name: "deliveries claimed, begun, received, finished",
      value: sent,
      unit: "a second",
      informative: true,
      anchors: { must: 80 },
    },
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const row of (await measure(null)).rows) {
    const anchors = Object.entries(row.anchors ?? {}).map(([name, value]) => `${name} ${value.toFixed(2)}`);
    console.log(
      `${row.name.padEnd(48)} ${row.value.toFixed(2).padStart(10)} ${(row.unit ?? "").padEnd(9)} ${anchors.join("  ")}`,
    );
  }
}
