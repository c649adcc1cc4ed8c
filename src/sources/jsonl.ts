// JSON lines as other tools export articles: {title?, outlet?, url?, published?, text} on each.
import type { KnownOutlet } from "../model/outlet.ts";
import { cleanLine, cleanLines } from "./lines/clean.ts";
import { outletByName, outletOfUrl } from "./outlets.ts";
import type { ReadResult } from "./result.ts";
import { dateInUrl } from "./url-date.ts";
import { readWrittenDate, UNKNOWN_DATE } from "./written-date.ts";

/**
 * Reads one line, whose text is taken as given: paragraphs, no clutter. A blank line parts paragraphs where there is
 * one, else each line is one. The address outranks the stated outlet, as everywhere.
 */
export function readJsonLine(line: string, outlets: readonly KnownOutlet[]): ReadResult {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return refused(`This is not JSON (${cleanLine((error as Error).message).slice(0, 120)}).`);
  }
  if (row === null || typeof row !== "object" || Array.isArray(row)) {
    return refused('A line must be an object such as {"title": …, "url": …, "published": …, "text": …}.');
  }
  return readRow(row as Record<string, unknown>, outlets);
}

function readRow(row: Record<string, unknown>, outlets: readonly KnownOutlet[]): ReadResult {
  for (const key of ["title", "outlet", "url", "published", "author", "text"]) {
    const value = Object.hasOwn(row, key) ? row[key] : undefined;
    if (value !== undefined && value !== null && typeof value !== "string") {
      return refused(`"${key}" must be text, not ${Array.isArray(value) ? "a list" : typeof value}.`);
    }
  }
  const body = paragraphs(textOf(row, "text") ?? "");
  if (body === "") return refused('"text" is missing or empty: it must hold the article\'s paragraphs.');
  const url = textOf(row, "url");
  if (url !== null && !/^https?:\/\/[^\s/]+/i.test(url)) return refused('"url" must begin with http:// or https://.');
  const stated = textOf(row, "published");
  const published = stated === null ? null : readWrittenDate(stated);
  if (stated !== null && published === null) {
    return refused(
      `"published" is no date that can be read (${cleanLine(stated).slice(0, 60)}); write it as 2021-11-18.`,
    );
  }
  const outlet = textOf(row, "outlet");
  return {
    kind: "article",
    article: {
      title: oneLine(row, "title"),
      outlet:
        (url === null ? null : outletOfUrl(url, outlets)) ??
        (outlet === null ? null : (outletByName(outlet, outlets)?.name ?? cleanLine(outlet))),
      author: oneLine(row, "author"),
      url,
      published: published ?? (url === null ? null : dateInUrl(url)) ?? UNKNOWN_DATE,
      body,
      posts: [],
    },
    kept: body.split("\n\n").length,
    dropped: [],
  };
}

function paragraphs(text: string): string {
  const lines = cleanLines(text);
  const hasBlank = lines
    .slice(lines.findIndex(Boolean))
    .some((line, i, rest) => line === "" && rest.slice(i).some(Boolean));
  if (!hasBlank) return lines.filter(Boolean).join("\n\n");
  return lines
    .join("\n")
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.replaceAll("\n", " ").trim())
    .filter(Boolean)
    .join("\n\n");
}

function textOf(row: Record<string, unknown>, key: string): string | null {
  const value = Object.hasOwn(row, key) ? row[key] : undefined;
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function oneLine(row: Record<string, unknown>, key: string): string | null {
  const value = textOf(row, key);
  return value === null ? null : cleanLine(value.replace(/\s+/g, " ")).slice(0, 1000) || null;
}

function refused(why: string): ReadResult {
  return { kind: "refused", why };
}
