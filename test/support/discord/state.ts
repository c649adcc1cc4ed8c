// What the fake remembers: messages, interactions and commands, changed as Discord would change them.
import { IDS, USERS } from "./places.ts";

export interface FakeFile {
  readonly name: string;
  readonly data: Uint8Array;
}

/** One message as people see it now. */
export interface FakeMessage {
  readonly id: string;
  readonly channel: string;
  body: Record<string, unknown>;
  files: readonly FakeFile[];
  /** For one person's eyes. */
  ephemeral: boolean;
  /** A deferred answer still shows as thinking. */
  thinking: boolean;
  edits: number;
  deleted: boolean;
  readonly nonce: string | null;
}

export interface FakeInteraction {
  readonly id: string;
  readonly token: string;
  readonly channel: string;
  /** The message a pressed button hangs on. */
  readonly source: FakeMessage | null;
  readonly born: number;
  /** The callback's type once one was taken. */
  acknowledged: number | null;
  original: FakeMessage | null;
  readonly followUps: FakeMessage[];
  choices: readonly { readonly name: string; readonly value: string }[] | null;
  /** Something final was said. */
  settled: boolean;
}

let next = 1n;

/** Ids as Discord makes them: later ones are greater. */
export function snowflake(): string {
  return (1_400_000_000_000_000_000n + (next++ << 12n)).toString();
}

const THINKING = 1 << 7;
const EPHEMERAL = 1 << 6;

export class FakeState {
  readonly messages: FakeMessage[] = [];
  readonly interactions = new Map<string, FakeInteraction>();
  commands: Record<string, unknown>[] = [];
  /** How long a nonce is remembered: "the past few minutes". */
  nonceMs = 180_000;
  /** By channel and nonce: what `enforce_nonce` brings back. */
  readonly #nonces = new Map<string, { readonly message: FakeMessage; readonly at: number }>();

  /** Puts a message up, or brings back the one this nonce already made. */
  post(channel: string, body: Record<string, unknown>, files: readonly FakeFile[], thinking = false): FakeMessage {
    const nonce = typeof body.nonce === "string" ? body.nonce : null;
    const key = nonce === null ? null : `${channel} ${nonce}`;
    const before = key === null ? undefined : this.#nonces.get(key);
    if (before !== undefined && Date.now() - before.at < this.nonceMs) return before.message;
    const ephemeral = (Number(body.flags ?? 0) & EPHEMERAL) !== 0;
    const message = { id: snowflake(), channel, body, files, ephemeral, thinking, edits: 0, deleted: false, nonce };
    this.messages.push(message);
    if (key !== null) this.#nonces.set(key, { message, at: Date.now() });
    return message;
  }

  edit(message: FakeMessage, body: Record<string, unknown>, files: readonly FakeFile[]): void {
    message.body = { ...message.body, ...body };
    message.files = files;
    message.thinking = false;
    message.edits++;
  }

  /** As the API shows a message. */
  shown(message: FakeMessage): Record<string, unknown> {
    const flags =
      Number(message.body.flags ?? 0) | (message.ephemeral ? EPHEMERAL : 0) | (message.thinking ? THINKING : 0);
    return {
      id: message.id,
      channel_id: message.channel,
      author: USERS[IDS.bot],
      application_id: IDS.application,
      content: message.body.content ?? "",
      timestamp: "2024-06-01T12:00:00.000000+00:00",
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: message.files.map((file, index) => ({
        id: snowflake(),
        filename: file.name,
        size: file.data.length,
        url: `https://cdn.discordapp.com/attachments/1/${index}/${file.name}`,
        proxy_url: `https://media.discordapp.net/attachments/1/${index}/${file.name}`,
      })),
      embeds: message.body.embeds ?? [],
      components: numbered(message.body.components ?? []),
      pinned: false,
      type: 0,
      flags,
      ...(message.nonce === null ? {} : { nonce: message.nonce }),
    };
  }
}

/** Discord numbers every component of a message it shows. */
function numbered(components: unknown): unknown {
  let id = 0;
  const number = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(number);
    if (typeof value !== "object" || value === null) return value;
    const fields = value as Record<string, unknown>;
    const own = "type" in fields ? { id: ++id } : {};
    return {
      ...own,
      ...Object.fromEntries(
        Object.entries(fields).map(([key, inner]) => [key, key === "components" ? number(inner) : inner]),
      ),
    };
  };
  return number(components);
}
