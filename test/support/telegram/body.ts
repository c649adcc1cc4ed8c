// Reads a request of the Bot API: JSON, or multipart form data with files.
import type { IncomingMessage } from "node:http";

export interface Read {
  readonly params: Record<string, unknown>;
  /** Bytes of each uploaded file, by part name. */
  readonly files: ReadonlyMap<string, Buffer>;
}

export async function readBody(request: IncomingMessage): Promise<Read> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  const boundary = /boundary=(\S+)/.exec(type)?.[1];
  if (boundary !== undefined) return readForm(body, boundary);
  return { params: body.length === 0 ? {} : JSON.parse(body.toString("utf8")), files: new Map() };
}

/** Form fields as the server reads them: objects as JSON, numbers and booleans from their digits and words. */
function readForm(body: Buffer, boundary: string): Read {
  const params: Record<string, unknown> = {};
  const files = new Map<string, Buffer>();
  const text = body.toString("latin1");
  for (const part of text.split(`--${boundary}`).slice(1, -1)) {
    const [head = "", ...rest] = part.split("\r\n\r\n");
    const value = Buffer.from(rest.join("\r\n\r\n").replace(/\r\n$/, ""), "latin1");
    const name = /name="([^"]+)"/.exec(head)![1]!;
    if (/filename=/.test(head)) files.set(name, value);
    else params[name] = fieldOf(name, value.toString("utf8"));
  }
  return { params, files };
}

function fieldOf(name: string, value: string): unknown {
  if (/^(caption|text)$/.test(name)) return value;
  return /^[[{]|^-?\d+$|^(true|false)$/.test(value) ? JSON.parse(value) : value;
}
