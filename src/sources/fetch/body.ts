// An answer's body, unpacked and never larger than the limit, however small it was packed.
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";

/** Thrown when more comes than the limit; the stream is destroyed by then. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/**
 * Reads all of a body. `encoding`: the Content-Encoding header.
 * @throws TooLarge; zlib's errors for a body that is not what it says.
 */
export async function readBody(body: Readable, encoding: string | undefined, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw new TooLarge();
      chunks.push(chunk);
    }
  };
  const unpack = unpackerFor(encoding);
  if (unpack === null) await pipeline(body, collect);
  else await pipeline(body, unpack, collect);
  // Of its own, not of a pool's memory: it may be handed over to another thread.
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function unpackerFor(encoding: string | undefined): NodeJS.ReadWriteStream | null {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "br":
      return createBrotliDecompress();
    case "deflate":
      return createInflate();
    case "zstd":
      return createZstdDecompress();
    default:
      return null;
  }
}
