// What is held of a feed or an item while it is read, and how it is written as clean RSS 2.0.
import { absoluteAddress } from "../address.ts";
import { type FieldName, fieldRank } from "./names.ts";

/** Most items of one feed that are read. */
export const MOST_ITEMS = 5_000;
interface Held {
  readonly rank: number;
  readonly value: string;
}

interface Link {
  readonly href: string;
  readonly rank: number;
}

export class FeedRecord {
  readonly fields = new Map<FieldName, Held>();
  readonly skipHours: string[] = [];
  readonly skipDays: string[] = [];
  link: Link | null = null;
  isPermaLink = true;

  /** A later element of the same name overwrites, as feed readers agree; a less trusted name does not. */
  set(field: FieldName, name: string, value: string): void {
    const rank = fieldRank(field, name);
    const held = this.fields.get(field);
    if (value !== "" && (held === undefined || rank <= held.rank)) this.fields.set(field, { rank, value });
  }

  setLink(href: string, rank: number): void {
    if (href !== "" && (this.link === null || rank < this.link.rank)) this.link = { href, rank };
  }
}

export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** The names that `parse.ts` asks the feed parser for. */
export function writeRss(channel: FeedRecord, items: readonly FeedRecord[], url: string | null): string {
  const parts = ['<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>', ...fieldsOf(channel, url)];
  parts.push(
    ...channel.skipHours.slice(0, 24).map((hour) => element("hour", hour)),
    ...channel.skipDays.slice(0, 7).map((day) => element("day", day)),
  );
  for (const item of items.slice(0, MOST_ITEMS)) parts.push("<item>", ...fieldsOf(item, url), "</item>");
  parts.push("</channel></rss>");
  return parts.join("");
}

function fieldsOf(record: FeedRecord, url: string | null): string[] {
  const value = (field: FieldName): string => record.fields.get(field)?.value ?? "";
  const link = record.link === null ? "" : (absoluteAddress(record.link.href, url) ?? record.link.href);
  return [
    element("title", value("title")),
    element("link", link),
    element("guid", value("guid")),
    element("language", value("language")),
    element("ttl", value("ttl")),
    element("published", value("published")),
    element("created", value("created")),
    element("updated", value("updated")),
    element("writer", value("author")),
    element("teaser", value("summary")),
    element("text", value("content")),
  ];
}

function element(name: string, value: string): string {
  if (value === "") return "";
  const safe = value.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
  return `<${name}>${escapeXml(safe)}</${name}>`;
}
