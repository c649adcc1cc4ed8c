// The statements of an article that is being written: those its quotes join, and those they open.
import type { SayingDate } from "../model/dates.ts";
import type { Sql } from "./engine.ts";
import { listOf, sendRows } from "./lists.ts";
import { type SaidColumns, saidFrom } from "./statement-said.ts";

/** A statement while its article is written. */
export interface Written {
  /** 0 until one that is opened is sent. */
  id: number;
  readonly audience: string;
  said: SayingDate;
}

/** The statement a quote belongs to, and the day it lends. */
export interface Belonging {
  readonly statement: Written;
  readonly said: SayingDate;
}

/** The statements so numbered that are there. */
export async function heldStatements(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, Written>> {
  if (ids.length === 0) return new Map();
  const list = listOf(ids);
  const rows = await sql.all<SaidColumns & { id: number; audience: string }>(
    `select id, audience, said_value, said_precision, said_evidence from statement where id in ${list.marks}`,
    list.values,
  );
  return new Map(rows.map((row) => [row.id, { id: row.id, audience: row.audience, said: saidFrom(row) }]));
}

export class StatementsWritten {
  readonly #audience: string;
  /** With the name of the speaker who opens it. */
  readonly #opened = new Map<Written, string | null>();
  readonly #joined = new Set<Written>();

  /** `audience`: the article's. */
  constructor(audience: string) {
    this.#audience = audience;
  }

  /** How many are opened. */
  get opened(): number {
    return this.#opened.size;
  }

  /** Numbers of those that a quote joined: they are to be counted anew. */
  get joined(): readonly number[] {
    return [...this.#joined].map(({ id }) => id);
  }

  /** Where a quote belongs: to the statement wanted, unless there is none or it may not join it. */
  place(said: SayingDate, wanted: Written | undefined, speaker: string | null): Belonging {
    // A linked page must not date or join what everyone sees of it, nor a public article lean on what one chat sees.
    if (wanted?.audience === this.#audience) {
      wanted.said = said;
      this.#joined.add(wanted);
      return { statement: wanted, said };
    }
    if (wanted?.audience === "") return { statement: wanted, said: wanted.said };
    const statement: Written = { id: 0, audience: this.#audience, said };
    this.#opened.set(statement, speaker);
    return { statement, said };
  }

  /** Writes them. `numbers`: one for each that is opened. `speakers`: numbers by name. */
  send(sql: Sql, numbers: readonly number[], speakers: ReadonlyMap<string, number | null>): void {
    const rows = [...this.#opened].map(([statement, speaker], i) => {
      statement.id = numbers[i]!;
      return [statement.id, speakers.get(speaker ?? "") ?? null, statement.audience, ...columnsOf(statement)];
    });
    const said = ["said_value", "said_precision", "said_evidence"];
    sendRows(sql, "statement", ["id", "speaker_id", "audience", ...said], rows);
    for (const statement of this.#joined) {
      if (this.#opened.has(statement)) continue;
      sql.send("update statement set said_value = ?, said_precision = ?, said_evidence = ? where id = ?", [
        ...columnsOf(statement),
        statement.id,
      ]);
    }
  }
}

function columnsOf({ said }: Written): readonly (string | null)[] {
  return [said.value, said.precision, said.evidence];
}
