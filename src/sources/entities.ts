// Character references: in feeds, which use HTML's names in XML, and where sites escape twice ("&amp;#039;").
import { parseHTML } from "linkedom";

const known = new Map<string, string | null>([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", "\u00a0"],
]);

/** Decodes numeric and HTML's named references, and those in `own`; unknown ones stay as they are. */
export function decodeEntities(text: string, own?: ReadonlyMap<string, string>): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,8})|#x([\da-f]{1,7})|([a-z][a-z\d]{1,31}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return own?.get(name) ?? namedEntity(name) ?? whole;
    return numeric(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
  });
}

/** Numbers 128 to 159 mean windows-1252, as browsers read them. */
function numeric(point: number): string | null {
  if (point >= 0x80 && point <= 0x9f) return new TextDecoder("windows-1252").decode(Uint8Array.of(point));
  if (point === 9 || point === 10 || point === 13) return " ";
  return point > 31 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : null;
}

/** The HTML parser holds the table of two thousand names; each asked for once. */
function namedEntity(name: string): string | null {
  const held = known.get(name);
  if (held !== undefined) return held;
  const text = parseHTML(`<html><body><p>&${name};</p></body></html>`).document.querySelector("p")?.textContent ?? "";
  const found = text === "" || text.startsWith(`&${name}`) ? null : text;
  if (known.size < 5000) known.set(name, found);
  return found;
}
