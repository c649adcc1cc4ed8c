// Hashes for features: 32 bits, the same on every machine.

/** FNV-1a over UTF-16 codes, from a place on. */
export function hashWord(word: string, from = 0): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) | 0;
}

/** Mixes a template's number with up to three values. */
export function mix(template: number, a: number, b = 0, c = 0): number {
  let hash = Math.imul(template + 0x9e37, 0x85ebca6b) ^ a;
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ b ^ (hash >>> 12), 0x297a2d39);
  hash = Math.imul(hash ^ c ^ (hash >>> 13), 0x9e3779b1);
  return hash ^ (hash >>> 15);
}
