// The searching thread's side: answers statements on a connection of its own.
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import type { Value } from "./engine.ts";

/** One statement to answer. `snapshot` begins or ends the view of the database that the statements between them share. */
export type Question =
  | { readonly id: number; readonly kind: "all" | "get"; readonly text: string; readonly values: readonly Value[] }
  | { readonly id: number; readonly kind: "begin" | "end" };

export type Answer = { readonly id: number; readonly rows: unknown } | { readonly id: number; readonly error: string };

const database = new DatabaseSync(workerData as string, { readOnly: true, timeout: 2000 });
database.exec("pragma temp_store = memory; pragma cache_size = -16000");
const prepared = new Map<string, StatementSync>();

function answer(question: Question): unknown {
  if (!("text" in question)) {
    if (database.isTransaction) database.exec("rollback");
    if (question.kind === "begin") database.exec("begin");
    return null;
  }
  const statement = prepared.get(question.text) ?? database.prepare(question.text);
  prepared.set(question.text, statement);
  return question.kind === "all" ? statement.all(...question.values) : statement.get(...question.values);
}

parentPort?.on("message", (question: Question) => {
  let reply: Answer;
  try {
    reply = { id: question.id, rows: answer(question) };
  } catch (error) {
    reply = { id: question.id, error: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(reply);
});
