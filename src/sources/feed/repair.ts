// Rewrites any feed (RSS 0.9 to 2.0, Atom 0.3 and 1.0, RDF, CDF, broken or not) as one clean RSS 2.0 document, so that
// the feed parser behind it meets a single dialect: entities decoded, tags balanced, addresses absolute, titles plain.
import { absoluteAddress } from "../address.ts";
import { type Capture, capturedText, isMarkupField, kindOfText, push } from "./capture.ts";
import { type MarkupEvent, scanMarkup } from "./markup.ts";
import { declaredPrefixes, FEED_ROOTS, fieldOf, foldName, ITEM_NAMES } from "./names.ts";
import { escapeXml, FeedRecord, MOST_ITEMS, writeRss } from "./record.ts";
import { plainTitle } from "./title.ts";

const DEEPEST = 500;

interface Frame {
  readonly name: string;
  readonly base: string | null;
  readonly prefixes: ReadonlyMap<string, string> | null;
}

/** The clean document, or null when the text is no feed. `url`: where it came from, to resolve addresses by. */
export function repairFeed(xml: string, url: string | null): string | null {
  const reader = new FeedReader(url);
  for (const event of scanMarkup(xml)) if (!reader.take(event)) break;
  return reader.finish();
}

class FeedReader {
  readonly #channel = new FeedRecord();
  readonly #items: FeedRecord[] = [];
  readonly #stack: Frame[] = [];
  readonly #url: string | null;
  #item: FeedRecord | null = null;
  #itemDepth = 0;
  #capture: Capture | null = null;
  #root: string | null = null;

  constructor(url: string | null) {
    this.#url = url;
  }

  /** False when nothing more need be read. */
  take(event: MarkupEvent): boolean {
    if (event.kind === "text") this.#text(event.text);
    else if (event.kind === "close") this.#close(event.name);
    else {
      this.#open(event.name, event.attributes);
      if (event.isEmpty) this.#close(event.name);
    }
    return this.#items.length <= MOST_ITEMS && this.#root !== "html";
  }

  finish(): string | null {
    while (this.#stack.length > 0) this.#pop();
    if (this.#root === null || this.#root === "html") return null;
    return writeRss(this.#channel, this.#items, this.#url);
  }

  #open(rawName: string, attributes: ReadonlyMap<string, string>): void {
    const prefixes = declaredPrefixes(attributes, this.#stack.at(-1)?.prefixes ?? null);
    const name = foldName(rawName, prefixes);
    const base = this.#baseWith(
      attributes.get("xml:base") ?? (name === "channel" || name === "item" ? attributes.get("base") : undefined),
    );
    if (this.#root === null) {
      if (FEED_ROOTS.has(name)) this.#root = name;
      else if (ITEM_NAMES.has(name)) this.#root = "rss";
      else if (name === "html" || name === "head" || name === "body") this.#root = "html";
    }
    if (this.#stack.length < DEEPEST) this.#stack.push({ name, base, prefixes });
    if (this.#capture !== null) this.#captureTag(rawName, name, attributes);
    else this.#begin(name, attributes, base);
  }

  #begin(name: string, attributes: ReadonlyMap<string, string>, base: string | null): void {
    if (ITEM_NAMES.has(name) && this.#item === null) {
      this.#item = new FeedRecord();
      this.#itemDepth = this.#stack.length;
      this.#items.push(this.#item);
      this.#attributesOfContainer(this.#item, attributes, base);
      return;
    }
    if (FEED_ROOTS.has(name)) {
      this.#attributesOfContainer(this.#channel, attributes, base);
      return;
    }
    const record = this.#recordHere(name);
    if (record === null) return;
    if (name === "guid") record.isPermaLink = attributes.get("ispermalink")?.toLowerCase() !== "false";
    if (name === "link") this.#linkElement(record, attributes, base);
    if (name === "a" && attributes.has("href")) return;
    if (name === "content" && attributes.has("src")) record.setLink(this.#resolve(attributes.get("src")!, base), 6);
    this.#capture = { name, attributes, base, depth: this.#stack.length, pieces: [], length: 0 };
  }

  /** CDF keeps its addresses and dates in attributes, RSS 1.0 the item's address in rdf:about. */
  #attributesOfContainer(record: FeedRecord, attributes: ReadonlyMap<string, string>, base: string | null): void {
    const href = attributes.get("href");
    if (href !== undefined) record.setLink(this.#resolve(href, base), 2);
    const about = attributes.get("rdf:about");
    if (about !== undefined) {
      record.set("guid", "id", about);
      record.setLink(this.#resolve(about, base), 8);
    }
    const changed = attributes.get("lastmod");
    if (changed !== undefined) record.set("updated", "lastmod", changed);
    const language = attributes.get("xml:lang");
    if (language !== undefined && record === this.#channel) record.set("language", "dc:language", language);
  }

  #linkElement(record: FeedRecord, attributes: ReadonlyMap<string, string>, base: string | null): void {
    const href = attributes.get("href");
    if (href === undefined) return;
    const relation = (attributes.get("rel") ?? "alternate").toLowerCase().replace(/^.*\//, "");
    const type = (attributes.get("type") ?? "text/html").toLowerCase();
    const isPage = /html/.test(type);
    const rank =
      relation === "alternate"
        ? isPage
          ? 1
          : 3
        : relation === "self" || relation === "via" || relation === "related"
          ? 7
          : 9;
    if (rank < 9 || record.link === null) record.setLink(this.#resolve(href, base), rank);
  }

  /** The record that an element directly belongs to: nested sources, images and authors' parts belong to none. */
  #recordHere(name: string): FeedRecord | null {
    const parent = this.#stack.at(-2)?.name ?? "";
    const known =
      fieldOf(name) !== null ||
      name === "link" ||
      name === "feedburner:origlink" ||
      name === "hour" ||
      name === "day" ||
      name === "name";
    if (!known) return null;
    if (name === "name") return parent === "author" ? (this.#item ?? this.#channel) : null;
    if (name === "hour" || name === "day")
      return parent === "skiphours" || parent === "skipdays" ? this.#channel : null;
    if (this.#item !== null)
      return this.#stack.length === this.#itemDepth + 1 || (parent === "media:group" && name.startsWith("media:"))
        ? this.#item
        : null;
    return FEED_ROOTS.has(parent) || this.#stack.length === 1 ? this.#channel : null;
  }

  #captureTag(rawName: string, name: string, attributes: ReadonlyMap<string, string>): void {
    const capture = this.#capture!;
    if (capture.name === "author" && (name === "name" || name === "email" || name === "uri" || name === "url")) return;
    // An item that begins inside an open field: the field was never closed.
    if (ITEM_NAMES.has(name) && !isMarkupField(capture)) {
      while (this.#capture !== null && this.#stack.length > 1) {
        const opened = this.#stack.pop()!;
        if (this.#stack.length < capture.depth) this.#endCapture();
        if (this.#capture === null) {
          this.#stack.push(opened);
          this.#begin(name, attributes, opened.base);
          return;
        }
      }
    }
    const local = rawName.replace(/^.*:/, "").toLowerCase();
    let tag = `<${local}`;
    for (const [key, value] of attributes) {
      if (key.startsWith("xmlns") || !/^[a-z][a-z-]*$/.test(key)) continue;
      tag += ` ${key}="${escapeXml(key === "href" || key === "src" ? this.#resolve(value, capture.base) : value)}"`;
    }
    push(capture, `${tag}>`, true);
  }

  #text(text: string): void {
    if (this.#capture === null) return;
    if (this.#capture.name === "author" && ["email", "uri", "url"].includes(this.#stack.at(-1)?.name ?? "")) return;
    push(this.#capture, text, false);
  }

  #close(rawName: string): void {
    const name = foldName(rawName, this.#stack.at(-1)?.prefixes ?? null);
    const open = this.#stack.findLastIndex((frame) => frame.name === name);
    if (open < 0) return;
    // A close that skips more than a few open elements inside markup is a stray one.
    while (this.#stack.length > open) this.#pop();
  }

  #pop(): void {
    const frame = this.#stack.pop()!;
    const depth = this.#stack.length + 1;
    if (this.#capture !== null) {
      if (depth <= this.#capture.depth) this.#endCapture();
      else if (this.#capture.name !== "author") push(this.#capture, `</${frame.name.replace(/^.*:/, "")}>`, true);
    }
    if (this.#item !== null && depth <= this.#itemDepth) this.#item = null;
  }

  #endCapture(): void {
    const capture = this.#capture!;
    this.#capture = null;
    const record = this.#item ?? this.#channel;
    const { name, base } = capture;
    const value = capturedText(capture);
    const plain = value.trim();
    if (name === "link") record.setLink(this.#resolve(plain, base), 0);
    else if (name === "feedburner:origlink") record.setLink(this.#resolve(plain, base), -1);
    else if (name === "hour") record.skipHours.push(plain);
    else if (name === "day") record.skipDays.push(plain);
    else if (name === "name") record.set("author", "author", plain);
    else {
      const field = fieldOf(name)!;
      if (field === "title") record.set(field, name, plainTitle(value, kindOfText(capture)));
      else if (field === "summary" || field === "content")
        record.set(field, name, kindOfText(capture) === "text" ? escapeXml(plain) : plain);
      else record.set(field, name, plain);
      if (name === "guid" && record.isPermaLink && /^https?:\/\//i.test(plain)) record.setLink(plain, 4);
      if (name === "id" && /^https?:\/\//i.test(plain)) record.setLink(plain, 8);
    }
  }

  #baseWith(stated: string | undefined): string | null {
    const base = this.#stack.at(-1)?.base ?? this.#url;
    return stated === undefined ? base : (absoluteAddress(stated, base) ?? base);
  }

  #resolve(address: string, base: string | null): string {
    const trimmed = address.trim().replace(/\s+/g, "");
    return trimmed === ""
      ? ""
      : (absoluteAddress(trimmed, base) ?? (/^(?:[a-z][a-z+.-]*:)/i.test(trimmed) ? "" : trimmed));
  }
}
