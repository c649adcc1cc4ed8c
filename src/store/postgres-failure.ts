// What is wrong with a PostgreSQL database, in words for the operator; and which troubles pass by themselves.
import { StoreError } from "./failure.ts";

/** PostgreSQL's five characters, or Node's name of a network trouble; "" for neither. https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "";
}

const CUT_OFF = /^(ECONN|EPIPE|ETIMEDOUT|EHOST|ENET|EAI_AGAIN|ENOENT$|08|57P0|25P03|53300)/;
/** The driver says so only in words. */
const CUT_OFF_WORDS =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout)/;

/** The connection is gone, or the database is starting, stopping or full of connections: another try may do. */
export function isCutOff(error: unknown): boolean {
  if (error instanceof StoreError) return false;
  if (error instanceof AggregateError) return error.errors.some(isCutOff);
  return CUT_OFF.test(codeOf(error)) || (error instanceof Error && CUT_OFF_WORDS.test(error.message));
}

/** Two transactions were in each other's way, and this one had to yield. */
export function hadToYield(error: unknown): boolean {
  return codeOf(error) === "40001" || codeOf(error) === "40P01";
}

/** The database at `place` ("user@host:5432/name"), which holds no password. */
export function refused(place: string, what: string, cause?: unknown): StoreError {
  return new StoreError(`${place}: ${what}`, cause === undefined ? {} : { cause });
}

const EXPLANATIONS: readonly (readonly [codes: RegExp, what: string])[] = [
  [/^28P01$/, "PostgreSQL refuses the password. Correct it in DATABASE_URL."],
  [/^28/, "PostgreSQL refuses the user. Correct DATABASE_URL, or let the user in (pg_hba.conf)."],
  [/^3D000$/, "there is no such database. Create it (createdb), or correct DATABASE_URL."],
  [/^3F000$/, "the schema to work in does not exist. Create it, or correct DATABASE_URL."],
  [/^42501$/, "the user has no right to do that. Make the user the owner of the database."],
  [/^25006$/, "the database is a read-only copy. Name the one that takes writes in DATABASE_URL."],
  [/^53300$/, "PostgreSQL has no connection left. Start fewer processes, or raise max_connections."],
  [/^(53100|ENOSPC)$/, "the database's disk is full. Free some space."],
  [/^57014$/, "PostgreSQL took too long over one statement. Try again when it has less to do."],
  [/^57P03$/, "PostgreSQL is starting or stopping. Try again in a moment."],
  [/^ENOTFOUND$/, "no machine has that name. Correct DATABASE_URL."],
];

/** An error of the connection or of the database's state in words; any other as it is. */
export function explained(place: string, error: unknown): unknown {
  if (error instanceof StoreError) return error;
  const what = EXPLANATIONS.find(([codes]) => codes.test(codeOf(error)))?.[1];
  if (what !== undefined) return refused(place, what, error);
  if (isCutOff(error)) return refused(place, "PostgreSQL does not answer. Start it, or correct DATABASE_URL.", error);
  return error;
}
