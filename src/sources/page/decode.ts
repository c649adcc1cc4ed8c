// A page's bytes to text: byte order mark, HTTP header, then the page's own meta tag.
import { type Decoded, decodeText } from "../decode.ts";

/** `contentType`: the HTTP header, or null. */
export function decodePage(bytes: Uint8Array, contentType: string | null): Decoded {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  const declared = [contentType ?? "", ...(beginning.match(/<meta\b[^>]{0,300}>/gi) ?? [])].flatMap(
    (place) => /charset ?= ?["']?([\w:.-]{2,40})/i.exec(place)?.[1] ?? [],
  );
  return decodeText(bytes, declared);
}
