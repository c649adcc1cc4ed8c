// Reads articles from files, folders and standard input; a bad file is told and never stops the rest.
import { open, readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { KnownOutlet } from "../model/outlet.ts";
import { decodeText } from "./decode.ts";
import type { ListedFeed } from "./feed-list.ts";
import { readJsonLine } from "./jsonl.ts";
import { decodePage } from "./page/decode.ts";
import type { ReadResult } from "./result.ts";
import { plainFromMarkdown } from "./saved/markdown.ts";
import { readSaved } from "./saved/read.ts";

/** One text found, under the name to tell a person: "folder/file.txt", "file.jsonl, line 3", "standard input". */
export interface ImportItem {
  readonly name: string;
  readonly result: ReadResult;
  /** Feeds of an OPML file, whose result is a refusal that says so. */
  readonly feeds?: readonly ListedFeed[];
}

/** Largest file of one article, and of many lines. Bytes. */
const LARGEST_FILE = 5_000_000;
const LARGEST_LINES = 500_000_000;
/** Bad addresses of a feed list that are told one by one. */
const REFUSED_TOLD = 20;
const KINDS = [".txt", ".md", ".html", ".htm", ".jsonl", ".ndjson", ".json", ".opml"];
const DEEPEST_FOLDER = 20;

/**
 * Yields one item a file (or a line of JSON lines), in the order given, folders by name. Files of other kinds are
 * passed over inside folders and refused when named. `input`: where "-" reads from. `url`: the address of a text that does
 * not give its own.
 */
export async function* readPaths(
  paths: readonly string[],
  outlets: readonly KnownOutlet[],
  input: AsyncIterable<Uint8Array> = process.stdin,
  url: string | null = null,
): AsyncGenerator<ImportItem> {
  for (const path of paths) {
    try {
      if (path === "-") yield* readBytes("standard input", "", await allOf(input), outlets, url);
      else yield* readPath(path, outlets, 0, true, url);
    } catch (error) {
      yield { name: path, result: refused(whyUnreadable(path, error as NodeJS.ErrnoException)) };
    }
  }
}

async function* readPath(
  path: string,
  outlets: readonly KnownOutlet[],
  depth: number,
  isNamed: boolean,
  url: string | null,
): AsyncGenerator<ImportItem> {
  const found = await stat(path);
  if (found.isDirectory()) {
    if (depth >= DEEPEST_FOLDER) return yield { name: path, result: refused("The folder lies too deep.") };
    const entries = (await readdir(path)).filter((entry) => !entry.startsWith(".")).sort();
    if (entries.length === 0 && isNamed) yield { name: path, result: refused("The folder is empty.") };
    for (const entry of entries) {
      try {
        yield* readPath(join(path, entry), outlets, depth + 1, false, url);
      } catch (error) {
        yield { name: join(path, entry), result: refused(whyUnreadable(path, error as NodeJS.ErrnoException)) };
      }
    }
    return;
  }
  const kind = extname(path).toLowerCase();
  if (!KINDS.includes(kind)) {
    if (isNamed)
      yield { name: path, result: refused(`Files of this kind are not read; there are ${KINDS.join(" ")}.`) };
    return;
  }
  if (!found.isFile()) return yield { name: path, result: refused("This is no regular file.") };
  if (kind === ".jsonl" || kind === ".ndjson") return yield* readLines(path, found.size, outlets);
  if (found.size > LARGEST_FILE)
    return yield { name: path, result: refused("The file is larger than 5 MB; save one article a file.") };
  const file = await open(path);
  try {
    yield* readBytes(path, kind, await file.readFile(), outlets, url);
  } finally {
    await file.close();
  }
}

/** A file of lines is read as a stream: it may be larger than memory. */
async function* readLines(path: string, size: number, outlets: readonly KnownOutlet[]): AsyncGenerator<ImportItem> {
  if (size > LARGEST_LINES) return yield { name: path, result: refused("The file is larger than 500 MB; split it.") };
  const file = await open(path);
  try {
    let number = 0;
    for await (const line of file.readLines({ encoding: "utf8", autoClose: false })) {
      number++;
      if (line.trim() !== "")
        yield { name: `${path}, line ${number}`, result: jsonLine(line.replace(/^\ufeff/, ""), outlets) };
    }
    if (number === 0) yield { name: path, result: refused("The file is empty.") };
  } finally {
    await file.close();
  }
}

function jsonLine(line: string, outlets: readonly KnownOutlet[]): ReadResult {
  return line.length > LARGEST_FILE
    ? refused("The line is longer than 5 million characters.")
    : readJsonLine(line, outlets);
}

/** `kind`: the file's ending, or "" to tell by the content. */
async function* readBytes(
  name: string,
  kind: string,
  bytes: Uint8Array,
  outlets: readonly KnownOutlet[],
  url: string | null,
): AsyncGenerator<ImportItem> {
  if (kind === ".html" || kind === ".htm" || (kind === "" && looksLikeHtml(bytes))) {
    // Loaded when a page comes: saved text need not wait for a DOM.
    const { readPage } = await import("./page/read.ts");
    return yield { name, result: readPage(decodePage(bytes, null).text, url, outlets) };
  }
  const { text } = decodeText(bytes);
  const start = text.trimStart();
  if (kind === ".opml" || (kind === "" && /^(?:<\?xml[^>]{0,200}>\s*)?<opml[\s>]/i.test(start)))
    return yield* feedList(name, text);
  if (kind === ".json" || (kind === "" && /^[{[]\s*["{]/.test(start))) return yield* readJson(name, text, outlets);
  const plain = kind === ".md" ? plainFromMarkdown(text) : text;
  yield { name, result: readSaved(plain, outlets, { fileName: basename(name), ...(url === null ? {} : { url }) }) };
}

/** One object, a list of them, or JSON lines under the wrong name. */
function* readJson(name: string, text: string, outlets: readonly KnownOutlet[]): Generator<ImportItem> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
    for (const [i, line] of lines.entries()) {
      yield { name: lines.length === 1 ? name : `${name}, line ${i + 1}`, result: jsonLine(line, outlets) };
    }
    return;
  }
  const rows = Array.isArray(value) ? value : [value];
  if (rows.length === 0) yield { name, result: refused("The list is empty.") };
  for (const [i, row] of rows.entries()) {
    yield {
      name: rows.length === 1 ? name : `${name}, item ${i + 1}`,
      result: readJsonLine(JSON.stringify(row), outlets),
    };
  }
}

async function* feedList(name: string, text: string): AsyncGenerator<ImportItem> {
  const { readFeedList } = await import("./feed-list.ts");
  const list = readFeedList(text);
  if (list === null) return yield { name, result: refused("This is no OPML that can be read.") };
  const { feeds } = list;
  const counted = `${feeds.length} ${feeds.length === 1 ? "feed" : "feeds"}`;
  yield { name, feeds, result: refused(`This is a list of ${counted}, no article.`) };
  for (const address of list.refused.slice(0, REFUSED_TOLD))
    yield {
      name: `${name}, ${address.slice(0, 200)}`,
      result: refused("A feed's address begins with https:// or http://."),
    };
  const more = list.refused.length - REFUSED_TOLD;
  if (more > 0) yield { name, result: refused(`${more} more addresses in it are none of the web's.`) };
}

function looksLikeHtml(bytes: Uint8Array): boolean {
  return /<(?:!doctype html|html|head|body)[\s>]/i.test(
    new TextDecoder("latin1").decode(bytes.subarray(0, 2048)).replaceAll("\0", ""),
  );
}

async function allOf(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of input) {
    size += chunk.length;
    if (size > LARGEST_FILE * 10) throw new Error("More than 50 MB came in");
    chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  }
  return Buffer.concat(chunks);
}

function whyUnreadable(path: string, error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT" && /^[a-z][a-z0-9+.-]*:\/\//i.test(path))
    return "Only http and https addresses are read.";
  if (error.code === "ENOENT") return "There is no such file or folder.";
  if (error.code === "EACCES" || error.code === "EPERM") return "Reading it is not permitted.";
  return `It could not be read (${error.code ?? error.message}).`;
}

function refused(why: string): ReadResult {
  return { kind: "refused", why };
}
