// Copies a corpus into an empty one of either engine, a page of rows at a time. A copy that was cut short goes on where it stopped.
import { randomUUID } from "node:crypto";
import { type CopyStep, NUMBERED, STEPS, TABLES } from "./copy-steps.ts";
import type { Engine, Sql, Value } from "./engine.ts";
import { StoreError } from "./failure.ts";

/** Rows copied so far, of all there are. */
export type Progress = (done: number, all: number, what: string) => void;

/** Rows of each table, as both corpora have them in the end. */
export type Counts = Readonly<Record<string, number>>;

/** Kept in the target's `meta` while it is no whole corpus. */
interface Position {
  /** Whoever copies now: a second copier of the same target stops. */
  readonly run: string;
  /** What the source looked like: a copy of another, or of one that changed, begins again. */
  readonly mark: string;
  readonly step: number;
  readonly after: readonly Value[] | null;
  readonly done: number;
}

/** Throws StoreError when the corpus is a copy that was never finished. */
export async function refuseUnfinished(engine: Engine): Promise<void> {
  if ((await engine.read(positionOf)) === null) return;
  throw new StoreError(
    "This corpus is a copy that was cut short. Run the same store copy or restore again to finish it.",
  );
}

/**
 * Copies all of `from` into `to`, which must be empty or an unfinished copy. Nobody should write to `from` meanwhile: what comes later
 * is not copied, and a copy cut short begins again then. Throws StoreError when the counts differ in the end.
 */
export async function copyCorpus(from: Engine, to: Engine, tell: Progress): Promise<Counts> {
  return from.snapshot(async (source) => {
    const counts = await countsOf(source);
    const mark = await markOf(source, counts);
    const all = STEPS.reduce((sum, step) => sum + rowsIn(step, counts), 0);
    let position = await begin(to, mark);
    while (position.step < STEPS.length) {
      position = await copyPage(source, to, position);
      tell(Math.min(position.done, all), all, STEPS[position.step]?.name ?? "");
    }
    await finish(to, position, counts);
    return counts;
  });
}

function rowsIn(step: CopyStep, counts: Counts): number {
  if (step.name.startsWith("words of ")) return counts[step.name === "words of quotes" ? "quote" : "article"] ?? 0;
  return counts[step.name] ?? 0;
}

async function countsOf(sql: Sql): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const table of TABLES) counts[table] = (await sql.get<{ n: number }>(`select count(*) n from ${table}`))?.n ?? 0;
  return counts;
}

/** Tells one state of a corpus from another without reading it all. */
async function markOf(sql: Sql, counts: Counts): Promise<string> {
  const changed = await sql.all<Record<string, Value>>(
    `select (select sum(revision) from article) revisions, (select max(first_stored) from article) stored,
       (select max(id) from quote) quote, (select max(changed) from delivery) delivery,
       (select sum(next_due) from subscription) due, (select sum(next_poll) from feed) poll`,
  );
  return JSON.stringify([counts, changed[0]]);
}

async function positionOf(sql: Sql): Promise<Position | null> {
  const row = await sql.get<{ value: string }>("select value from meta where key = 'copy'");
  return row === undefined ? null : (JSON.parse(row.value) as Position);
}

async function begin(to: Engine, mark: string): Promise<Position> {
  return to.write(async (sql) => {
    const held = await positionOf(sql);
    const run = randomUUID();
    if (held === null) {
      const counts = await countsOf(sql);
      const filled = TABLES.find((table) => (counts[table] ?? 0) > 0);
      if (filled !== undefined)
        throw new StoreError(
          `The target is no empty corpus (${counts.article} articles, ${counts.subscription} subscriptions). Name one that does not exist yet.`,
        );
    } else if (held.mark !== mark) {
      for (const statement of to.clear(TABLES)) await sql.run(statement);
      await sql.run("delete from meta where key not in ('schema', 'copy')");
    }
    const position = held?.mark === mark ? { ...held, run } : { run, mark, step: 0, after: null, done: 0 };
    await sql.run(
      "insert into meta (key, value) values ('copy', ?) on conflict (key) do update set value = excluded.value",
      [JSON.stringify(position)],
    );
    return position;
  }, "schema");
}

async function copyPage(source: Sql, to: Engine, position: Position): Promise<Position> {
  const step = STEPS[position.step];
  if (step === undefined) return position;
  const key = step.key.map((column) => `t.${column}`).join(", ");
  const beyond = position.after === null ? "" : `and (${key}) > (${step.key.map(() => "?").join(", ")})`;
  const rows = await source.all<Record<string, Value>>(`${step.from} ${beyond} order by ${key} limit ?`, [
    ...(position.after ?? []),
    step.page,
  ]);
  const last = rows.length < step.page ? null : (rows.at(-1) ?? null);
  const next: Position = {
    ...position,
    step: last === null ? position.step + 1 : position.step,
    after: last === null ? null : step.key.map((column) => last[column] ?? null),
    done: position.done + rows.length,
  };
  await to.write(async (sql) => {
    await moveOn(sql, position, next);
    step.put(to, sql, rows);
  });
  return next;
}

async function moveOn(sql: Sql, from: Position, to: Position): Promise<void> {
  const moved = await sql.run("update meta set value = ? where key = 'copy' and value = ?", [
    JSON.stringify(to),
    JSON.stringify(from),
  ]);
  if (moved === 0) throw new StoreError("Another copy into the same corpus is under way. Let one of them finish.");
}

async function finish(to: Engine, position: Position, counts: Counts): Promise<void> {
  await to.write(async (sql) => {
    const found = await countsOf(sql);
    const wrong = TABLES.filter((table) => found[table] !== counts[table]);
    if (wrong.length > 0)
      throw new StoreError(
        `The copy differs from the original: ${wrong.map((table) => `${table} has ${found[table]} rows instead of ${counts[table]}`).join(", ")}. Empty the target and copy again.`,
      );
    for (const table of NUMBERED) await to.numberOn(sql, table);
    await sql.run("delete from meta where key = 'copy' and value = ?", [JSON.stringify(position)]);
  });
}
