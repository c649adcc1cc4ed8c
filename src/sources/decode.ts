// Bytes to text: the encoding a mark, a header or the text itself declares, else the likeliest.

/** Which encoding was used, and the text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

const MARKS: readonly (readonly [encoding: string, bytes: readonly number[]])[] = [
  ["utf-32le", [0xff, 0xfe, 0, 0]],
  ["utf-32be", [0, 0, 0xfe, 0xff]],
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/**
 * Decodes by byte order mark, then by `declared` encodings in order (unknown names are passed over, and so is UTF-8
 * that is not), then as UTF-8 when valid, else as whichever of windows-1251 and windows-1252 fits the letters.
 */
export function decodeText(bytes: Uint8Array, declared: readonly string[] = []): Decoded {
  for (const [encoding, mark] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return decodeAs(bytes.subarray(mark.length), encoding, false)!;
  }
  const wide = wideWithoutMark(bytes);
  if (wide !== null) return decodeAs(bytes, wide)!;
  for (const name of declared) {
    // A byte-wise declaration cannot be wide: whoever reads it as ASCII has shown that.
    if (/^(?:utf-?(?:16|32)|ucs-?[24]|iso-10646)/i.test(name)) continue;
    const decoded = decodeAs(bytes, name.trim());
    if (decoded !== null) return decoded;
  }
  return decodeAs(bytes, "utf-8") ?? decodeAs(bytes, likelyCodePage(bytes))!;
}

/** Null when the runtime does not know the encoding, or strict UTF-8 fails. */
function decodeAs(bytes: Uint8Array, name: string, isStrict = true): Decoded | null {
  if (/^utf-32/i.test(name)) return { text: decodeUtf32(bytes, /le$/i.test(name)), encoding: name };
  try {
    const decoder = new TextDecoder(name, { fatal: isStrict && /^utf-?8$/i.test(name) });
    return { text: decoder.decode(bytes), encoding: decoder.encoding };
  } catch {
    return null;
  }
}

/** UTF-16 or UTF-32 without a mark shows by the zero bytes around its first "<" or letter. */
function wideWithoutMark(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  if (a === 0 && b === 0 && c === 0 && d !== 0) return "utf-32be";
  if (a !== 0 && b === 0 && c === 0 && d === 0) return "utf-32le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return a !== 0 && b === 0 && c !== 0 && d === 0 ? "utf-16le" : null;
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pieces: string[] = [];
  for (let i = 0; i + 4 <= bytes.byteLength; i += 4) {
    const point = view.getUint32(i, littleEndian);
    pieces.push(point > 0x10ffff || (point >= 0xd800 && point < 0xe000) ? "\ufffd" : String.fromCodePoint(point));
  }
  return pieces.join("");
}

/** In Cyrillic text of windows-1251 most high bytes are letters in a row; in western text they stand alone. */
function likelyCodePage(bytes: Uint8Array): string {
  let letters = 0;
  let pairs = 0;
  for (let i = 0; i < Math.min(bytes.length, 50_000); i++) {
    if (bytes[i]! < 0xc0) continue;
    letters++;
    if ((bytes[i + 1] ?? 0) >= 0xc0) pairs++;
  }
  return letters > 10 && pairs > letters * 0.5 ? "windows-1251" : "windows-1252";
}
