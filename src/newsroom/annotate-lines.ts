// The engine as a tool for others: JSON lines of texts in, JSON lines of quotations out.
import { createInterface } from "node:readline";
import type { Annotator } from "../language/annotate.ts";

interface Line {
  readonly id: string | number;
  readonly text: string;
  readonly date?: string;
  readonly title?: string;
}

/**
 * Reads lines `{id, text, date?, title?}` and gives lines `{id, quotes}`, offsets being string indices into `text`. A
 * line that is none of this gives `{line, error}` in its place.
 */
export async function* annotateLines(input: NodeJS.ReadableStream, annotator: Annotator): AsyncGenerator<string> {
  let number = 0;
  for await (const source of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (source.trim() === "") continue;
    const line = readJsonLine(source);
    yield typeof line === "string"
      ? JSON.stringify({ line: number, error: line })
      : JSON.stringify({ id: line.id, quotes: quotesOf(line, annotator) });
  }
}

/** The line, or what is wrong with it. */
function readJsonLine(source: string): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return "not JSON: each line must be one object {id, text, date?, title?}";
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return "not an object {id, text, date?, title?}";
  const { id, text, date, title } = value as Record<string, unknown>;
  if (typeof text !== "string") return "text is missing or not a string";
  if (typeof id !== "string" && typeof id !== "number") return "id is missing, or neither a string nor a number";
  if (date !== undefined && date !== null && !isDay(date)) return "date is not a day such as 2021-11-18";
  return { id, text, ...(isDay(date) ? { date } : {}), ...(typeof title === "string" ? { title } : {}) };
}

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}/.test(value) && !Number.isNaN(Date.parse(value.slice(0, 10)));
}

function quotesOf(line: Line, annotator: Annotator): unknown[] {
  const quotations = annotator.quotations({
    title: line.title ?? null,
    outlet: null,
    author: null,
    url: null,
    published:
      line.date === undefined
        ? { value: null, precision: "unknown" }
        : { value: line.date.slice(0, 10), precision: "day" },
    body: line.text,
    posts: [],
  });
  return quotations.map((quote) => ({
    content: quote.content,
    cue: quote.cue,
    speaker: quote.mention,
    speakerName: quote.speaker,
    type: quote.kind,
    said: quote.said,
  }));
}
