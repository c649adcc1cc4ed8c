// When two quotes have the same wording, and when nearly.
import { createHash } from "node:crypto";
import { fold } from "./fold.ts";

/** Two quotes have the same wording when letters and digits agree. */
export function wordingKey(text: string): string {
  const letters = fold(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  return createHash("sha256").update(letters).digest("base64url").slice(0, 16);
}

function wordSet(text: string): Set<string> {
  return new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** Do the two share half of the shorter one's words? */
export function isAlike(a: string, b: string): boolean {
  return overlap(wordSet(a), wordSet(b)) >= 0.5;
}

/** Share of the smaller set that the larger one has. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / Math.max(1, Math.min(a.size, b.size));
}
