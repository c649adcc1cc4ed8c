// `npm run bench`: every measured figure beside its anchors, and, with --gate, an error when one falls below its floor.
//   npm run bench -- [NAME…] [--gate] [--errors=N] [--json]
import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import type { BenchRow, BenchTable } from "./table.ts";

type Measure = (sharedData: URL | null) => Promise<BenchTable>;

/** One row a part. `slow` parts run only when named. */
const PARTS: readonly { readonly name: string; readonly slow?: boolean; load(): Promise<{ measure: Measure }> }[] = [
  { name: "own", load: () => import("./own.ts") },
  { name: "quotes", load: () => import("./quotes.ts") },
  { name: "speakers", load: () => import("./speakers.ts") },
  { name: "dates", load: () => import("./dates.ts") },
  { name: "speed", load: () => import("./speed.ts") },
  { name: "statements", load: () => import("./statements.ts") },
  { name: "stories", load: () => import("./stories.ts") },
  { name: "summaries", load: () => import("./summaries.ts") },
  { name: "pages", load: () => import("./pages.ts") },
  { name: "lines", load: () => import("./lines.ts") },
  { name: "feeds", load: () => import("./feeds.ts") },
  { name: "duplicates", load: () => import("./duplicates.ts") },
  { name: "arrivals", slow: true, load: () => import("./arrivals.ts") },
  { name: "editions", slow: true, load: () => import("./editions.ts") },
  { name: "scale", slow: true, load: () => import("./scale.ts") },
  { name: "delivery", slow: true, load: () => import("./delivery.ts") },
];

const FLOORS: Readonly<Record<string, number>> = JSON.parse(
  readFileSync(new URL("floors.json", import.meta.url), "utf8"),
);

function format(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 1000 ? Math.round(value).toLocaleString("en") : String(Math.round(value * 1000) / 1000);
}

function print(table: BenchTable): void {
  console.log(`\n${table.name}`);
  for (const { file, fingerprint } of table.data) console.log(`  data ${file} ${fingerprint}`);
  const width = Math.max(...table.rows.map((row) => row.name.length), 10);
  for (const row of table.rows) {
    const anchors = Object.entries(row.anchors ?? {}).map(([name, value]) => `${name} ${format(value)}`);
    const floor = FLOORS[`${table.name}/${row.name}`];
    const shown = `${format(row.value)}${row.unit === undefined ? "" : ` ${row.unit}`}`;
    console.log(
      `  ${row.name.padEnd(width)}  ${shown.padStart(12)}  ${floor === undefined ? "" : `floor ${format(floor)}`.padEnd(14)}  ${anchors.join("  ")}`,
    );
  }
  for (const note of table.notes ?? []) console.log(`  ${note}`);
}

function isBelowFloor(table: BenchTable, row: BenchRow): boolean {
  const floor = FLOORS[`${table.name}/${row.name}`];
  if (floor === undefined || row.informative === true) return false;
  return row.lowerIsBetter === true ? row.value > floor : row.value < floor;
}

const words = process.argv.slice(2);
const named = words.filter((word) => !word.startsWith("--"));
const unknown = named.filter((name) => !PARTS.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${PARTS.map((part) => part.name).join(", ")}.`);
  process.exit(2);
}

const data = new URL("../../../shared/data/", import.meta.url);
const sharedData = existsSync(data) ? data : null;
console.log(`${cpus().length} cores, Node ${process.versions.node}`);
if (sharedData === null)
  console.log(
    "The shared data sets are not here: only the project's own cases are measured, and no figure of theirs is gated.",
  );

const failures: string[] = [];
const tables: BenchTable[] = [];
for (const part of PARTS) {
  if (named.length > 0 ? !named.includes(part.name) : part.slow === true) continue;
  const table = await (await part.load()).measure(sharedData);
  tables.push(table);
  if (!words.includes("--json")) print(table);
  for (const row of table.rows)
    if (isBelowFloor(table, row))
      failures.push(
        `${table.name}/${row.name}: ${format(row.value)}, floor ${format(FLOORS[`${table.name}/${row.name}`]!)}`,
      );
}
if (words.includes("--json")) console.log(JSON.stringify(tables, null, 1));
if (failures.length > 0) {
  console.error(`\nBelow the floor:\n${failures.map((failure) => `  ${failure}`).join("\n")}`);
  if (words.includes("--gate")) process.exit(1);
}
