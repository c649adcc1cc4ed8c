// A feed's bytes to text: byte order mark, HTTP header, XML declaration, then what the bytes look like.
import { type Decoded, decodeText } from "../decode.ts";

/** `headers`: lower-case names. The HTTP header outranks the declaration, except "text/xml" without a charset. */
export function decodeFeed(bytes: Uint8Array, headers: Readonly<Record<string, string>>): Decoded {
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, 1024));
  const header = /charset ?= ?["']?([\w:.-]{2,40})/i.exec(headers["content-type"] ?? "")?.[1];
  const declared = /<\?xml[^>]{0,200}?encoding ?= ?["']([\w:.-]{2,40})["']/i.exec(beginning)?.[1];
  return decodeText(
    bytes,
    [header, declared].filter((name) => name !== undefined),
  );
}
