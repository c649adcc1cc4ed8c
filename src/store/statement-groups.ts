// Lists in which every statement shows once.

import type { Stated } from "./quote-view.ts";

const REPORTED = 2;

export interface Grouped extends Stated {
  /** 0 direct, 1 mixed, 2 indirect. */
  readonly kind: number;
}

/** One row a statement, in order of its first row; words of the speaker's own stand in for reported ones. */
export function oneEach<Row extends Grouped>(rows: readonly Row[]): Row[] {
  const best = new Map<number, Row>();
  for (const row of rows) {
    const held = best.get(row.statement_id);
    if (held === undefined || (held.kind === REPORTED && row.kind !== REPORTED)) best.set(row.statement_id, row);
  }
  return [...best.values()];
}

/**
 * Enough rows for so many distinct statements: asks for more and more until there are, or no more rows come. Statements mostly
 * stand close together, so the first try mostly does.
 */
export async function distinctRows<Row extends Grouped>(
  wanted: number,
  ask: (limit: number) => Promise<Row[]>,
): Promise<Row[]> {
  for (let limit = wanted * 2 + 10; ; limit *= 4) {
    const rows = await ask(limit);
    const distinct = oneEach(rows);
    if (distinct.length >= wanted || rows.length < limit) return distinct;
  }
}
