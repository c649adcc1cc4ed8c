// A million articles on one machine: what people ask of a large made-up corpus, on both engines, beside a raw prepared statement
// on the same data and beside what one would take instead.
//   npm run bench -- scale [--articles=1000000] [--keep=FOLDER] [--engines=sqlite,postgres] [--only=ask,program,intake,rivals]
//     [--rivals=MEGABYTES]
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import { annotatorVersion } from "../../src/newsroom/weights.ts";
import { readCatalogue } from "../../src/settings/catalogue.ts";
import { openStore } from "../../src/store/open.ts";
import { ROOT } from "../support/desk.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import type { Asked } from "./scale/ask.ts";
import type { Pace, TakenIn } from "./scale/intake.ts";
import { loadCorpus } from "./scale/load.ts";
import { loadPostgres } from "./scale/load-postgres.ts";
import { type Program, runProgram } from "./scale/program.ts";
import { drawing } from "./scale/questions.ts";
import type { Rival } from "./scale/rivals.ts";
import { speakersIn } from "./scale/vocabulary.ts";
import { hugePages } from "./scale/warm.ts";
import type { BenchRow, BenchTable } from "./table.ts";

interface Engine {
  readonly name: string;
  readonly url: string;
}

/** Articles to take in; without them that part is left out. */
const NEWS = "quotes/polnear/train.jsonl";
const LINES = 200;

function option(name: string): string | undefined {
  return process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
}

/** Is it asked for, or nothing in particular? */
function asks(name: string, what: string): boolean {
  return option(name)?.split(",").includes(what) ?? true;
}

export async function measure(sharedData: URL | null): Promise<BenchTable> {
  const articles = Number(option("articles") ?? 1_000_000);
  const kept = option("keep");
  const folder = kept ?? mkdtempSync(join(tmpdir(), "onrecord-scale-"));
  mkdirSync(folder, { recursive: true });
  const rows: BenchRow[] = [];
  const notes: string[] = [`${articles} articles of 3 kB with 5 quotes, made up; times in milliseconds`];
  let server: PostgresServer | null = null;
  try {
    const file = join(folder, `corpus-${articles}.db`);
    rows.push(...(await corpusIn(file, articles)));
    const engines: Engine[] = [];
    if (asks("engines", "sqlite")) engines.push({ name: "SQLite", url: file });
    if (asks("engines", "postgres")) {
      server = await startPostgres(postgresIn(join(folder, `postgres-${articles}`)));
      rows.push(...(await copied(file, server.address, articles)));
      notes.push(`PostgreSQL's shared buffers in huge pages: ${await hugePages(server.address)}`);
      engines.push({ name: "PostgreSQL", url: server.address });
    }
    if (asks("only", "ask")) rows.push(...asked(engines));
    if (asks("only", "program")) rows.push(...(await programs(engines, articles)));
    if (asks("only", "rivals")) rows.push(...rivals(file, Number(option("rivals") ?? 2000)));
    const news = sharedData === null ? null : new URL(NEWS, sharedData);
    if (news === null || !existsSync(news)) notes.push(`${NEWS} is not here: no article was taken in.`);
    else if (asks("only", "intake")) rows.push(...intake(engines, fileURLToPath(news)));
  } finally {
    await server?.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
  return { name: "scale", data: [], rows, notes };
}

function shown(name: string, value: number, unit: string, anchors: Record<string, number> = {}): BenchRow {
  return { name, value, unit, informative: true, lowerIsBetter: true, anchors };
}

/** The corpus, made when it is not kept from before. */
async function corpusIn(file: string, articles: number): Promise<BenchRow[]> {
  const size = (): BenchRow => shown("corpus on disk", statSync(file).size / 2 ** 30, "GiB");
  const version = annotatorVersion(readCatalogue(join(ROOT, "config")).speakers);
  if (existsSync(file)) {
    await refresh(file, version);
    return [size()];
  }
  const unfinished = `${file}.unfinished`;
  for (const left of [unfinished, `${unfinished}-words`]) rmSync(left, { force: true });
  const begun = performance.now();
  await loadCorpus(unfinished, articles, 1, version);
  const minutes = (performance.now() - begun) / 60_000;
  renameSync(unfinished, file);
  return [shown("corpus made and loaded", minutes, "min", { must: 30 }), size()];
}

/** As one would set it up on a machine of its own for this: durable, with eight gigabytes to itself. */
function postgresIn(folder: string): string[] {
  return ["--durable", `--keep=${folder}`, "--set=shared_buffers=8GB", "--set=max_wal_size=4GB"];
}

async function copied(file: string, address: string, articles: number): Promise<BenchRow[]> {
  const store = await openStore(address);
  const held = await store.articles.count();
  await store.close();
  if (held >= articles) return [];
  const begun = performance.now();
  await loadPostgres(file, address);
  return [shown("corpus copied to PostgreSQL", (performance.now() - begun) / 60_000, "min", { must: 30 })];
}

/** A corpus kept from before newer rules would be annotated again while it is measured. */
async function refresh(file: string, version: string): Promise<void> {
  await (await openStore(file)).close();
  const database = new DatabaseSync(file);
  database.prepare("update article set annotator = ? where annotator <> ?").run(version, version);
  database.close();
}

/** Runs a part in a process of its own, and reads what it prints. */
function inProcess<Report>(part: string, words: readonly string[], flags: readonly string[] = []): Report {
  const script = fileURLToPath(new URL(`scale/${part}.ts`, import.meta.url));
  const printed = execFileSync(process.execPath, [...flags, script, ...words], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(printed) as Report;
}

/** Question by question, the engines side by side. */
function asked(engines: readonly Engine[]): BenchRow[] {
  const reports = engines.map((engine) => inProcess<Asked[]>("ask", [engine.url]).map((one) => ({ engine, one })));
  const count = reports[0]?.length ?? 0;
  return Array.from({ length: count }, (_, n) => reports.flatMap((report) => report[n] ?? []))
    .flat()
    .map(({ engine, one }) => askedRow(engine, one));
}

function askedRow(engine: Engine, { name, must, p99, loop, timing, floor }: Asked): BenchRow {
  const promise = p99 === null ? "p95" : "p99";
  const value = timing[promise];
  const raw = floor?.[promise];
  return shown(`${name}, ${engine.name}, ${promise}`, value, "ms", {
    ...(must === null && p99 === null ? {} : { must: must ?? p99! }),
    ...(raw === undefined ? {} : { raw, "times raw": value / raw }),
    ...{ p50: timing.p50, p95: timing.p95, p99: timing.p99 },
    ...(loop === null ? {} : { "loop must": loop }),
    ...{ "loop p99": timing.loopP99, "loop most": timing.loopMost, processor: timing.cpu },
  });
}

async function programs(engines: readonly Engine[], articles: number): Promise<BenchRow[]> {
  const draw = drawing(speakersIn(articles), 5);
  const kinds = [
    () => `/quote ${draw.speaker()}`,
    () => `/quote ${draw.speaker()} ${draw.word()}`,
    () => `/search ${draw.word()} ${draw.word()}`,
    () => "/today 18 Nov",
  ];
  const lines = Array.from({ length: LINES }, (_, n) => kinds[n % kinds.length]!());
  const rows: BenchRow[] = [];
  for (const { name, url } of engines) rows.push(...programRows(name, await runProgram(url, lines)));
  return rows;
}

function programRows(engine: string, program: Program): BenchRow[] {
  return [
    shown(`start to first answer, ${engine}`, program.firstAnswer, "ms", { must: 1000, second: program.secondAnswer }),
    shown(`ask once, ${engine}`, program.askedOnce, "ms"),
    shown(`resident memory after ${LINES} commands, ${engine}`, program.memoryAfter, "MiB", {
      ...{ must: 250, "after the first": program.memory },
    }),
  ];
}

function intake(engines: readonly Engine[], news: string): BenchRow[] {
  return engines.flatMap(({ name, url }): BenchRow[] => {
    const { likeCorpus, news: asItIs, one, commit } = inProcess<TakenIn>("intake", [url, news]);
    return [
      ...paceRows(`articles like the corpus's, ${name}`, likeCorpus, 100),
      ...paceRows(`political news, ${name}`, asItIs, null),
      shown(`one article in, ${name}, p50`, one.p50, "ms", { p95: one.p95, "raw commit": commit }),
    ];
  });
}

function paceRows(what: string, pace: Pace, must: number | null): BenchRow[] {
  const { rate, rateOfCore, articles, length, quotes, command } = pace;
  return [
    shown(`${what}, taken in`, rateOfCore, "a processor second", {
      ...(must === null ? {} : { must }),
      ...{ "by the clock": rate, articles, characters: length, "quotes each": quotes },
    }),
    shown(`/quote speaker meanwhile, ${what}, p99`, command.p99, "ms", {
      must: 100,
      p50: command.p50,
      p95: command.p95,
    }),
  ];
}

/** The libraries in as much memory each, with as many articles as that holds. */
function rivals(file: string, megabytes: number): BenchRow[] {
  return ["minisearch", "orama"].flatMap((library): BenchRow[] => {
    const flags = ["--expose-gc", `--max-old-space-size=${megabytes * 3}`];
    const { articles, rate, memory, timings } = inProcess<Rival>("rivals", [library, file, String(megabytes)], flags);
    return [
      shown(`articles held in ${megabytes} MB, ${library}`, articles, "", {
        "loaded a second": rate,
        "resident MiB": memory,
      }),
      ...Object.entries(timings).map(([question, timing]) =>
        shown(`${question}, ${library}, p95`, timing.p95, "ms", {
          ...{ p50: timing.p50, p99: timing.p99, "loop most": timing.loopMost, processor: timing.cpu },
        }),
      ),
    ];
  });
}
