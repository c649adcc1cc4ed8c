// What an edition chose and what it left out, and why: kept beside the edition for `/why`. Plain JSON.
import type { SectionName } from "../model/digest.ts";

export interface Entry {
  readonly section: SectionName;
  readonly what: "story" | "quote" | "speaker";
  /** The store's number for it. */
  readonly id: number;
  /** Headline, or speaker and first words: untrusted text. */
  readonly label: string;
  /** One clause, for a person: "reported by 3 outlets". */
  readonly why: string;
}

export interface Account {
  readonly chosen: readonly Entry[];
  readonly leftOut: readonly Entry[];
}

/** The first words of a text, cut at a word, for labels. */
export function firstWords(text: string, most = 60): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), 20)).toWellFormed()}…`;
}
