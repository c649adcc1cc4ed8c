// What a line looks like: does it end as a sentence does, is it prose, a headline, all capitals?

const CLOSERS = /["'”’»)\]\s]+$/;

/** The line without closing marks and brackets at its end, so that `he said.”` ends in a full stop. */
function bareEnd(line: string): string {
  return line.slice(-12).replace(CLOSERS, "");
}

/** Does it end as a sentence does (a colon counts: what follows may be a list)? */
export function isTerminated(line: string): boolean {
  return /[.!?…:;。！？]$/.test(bareEnd(line));
}

export function wordCount(line: string): number {
  let count = 0;
  let inside = false;
  for (let i = 0; i < line.length; i++) {
    const space = line.charCodeAt(i) === 32;
    if (!space && !inside) count++;
    inside = !space;
  }
  return count;
}

/** A sentence or more of running text. */
export function isProse(line: string): boolean {
  return isTerminated(line) && wordCount(line) >= 6;
}

/** Could be a headline: a few words, no full stop at the end. */
export function isHeadlineLike(line: string): boolean {
  const words = wordCount(line);
  return words >= 2 && words <= 30 && line.length <= 220 && !/[.…;:]$/.test(bareEnd(line)) && /\p{L}/u.test(line);
}

/** Four words or more, every letter a capital. */
export function isShouted(line: string): boolean {
  return (
    line.length <= 300 &&
    wordCount(line) >= 4 &&
    line === line.toUpperCase() &&
    (line.match(/\p{Lu}/gu)?.length ?? 0) >= 12
  );
}
