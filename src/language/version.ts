// What an annotation depends on beside its article, as a short text: apart from the rules, so that asking loads none.
import type { KnownSpeaker } from "../model/speaker.ts";

/** Raised when the rules change what they find, so that a corpus is annotated again. */
const RULES = 7;

/** The version of an annotator over these weights and speakers. */
export function versionOf(weightsVersion: string, known: readonly KnownSpeaker[]): string {
  return `${RULES}-${weightsVersion}-${hash(JSON.stringify(known))}`;
}

/** FNV-1a over UTF-16 units, as base 36: to tell versions apart, not to keep secrets. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return (value >>> 0).toString(36);
}
