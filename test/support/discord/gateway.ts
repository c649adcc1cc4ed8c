// The gateway as a client meets it: hello, identify, heartbeats, sequence numbers, resume and replay, and its faults.
import { randomUUID } from "node:crypto";
import type { Server } from "node:http";
import { type WebSocket, WebSocketServer } from "ws";
import { officialSchemas, type Payload } from "./official.ts";
import { guildCreate, IDS, USERS } from "./places.ts";
import { checkGatewaySend } from "./validate.ts";

interface Session {
  readonly id: string;
  /** Everything dispatched, in order; a resume replays what the client missed. */
  readonly sent: { readonly s: number; readonly text: string }[];
  socket: WebSocket | null;
  /** Its number, and of how many. */
  readonly shard: readonly [id: number, total: number];
}

export interface GatewayOptions {
  readonly token: string;
  readonly heartbeatMs: number;
  /** Whether the bot is in the server when it connects. */
  readonly inGuild: boolean;
  /** Whether it is in the other server too. */
  readonly inOtherGuild: boolean;
  readonly onViolation: (what: string) => void;
  readonly onChange: () => void;
}

export class FakeGateway {
  readonly #options: GatewayOptions;
  readonly #sockets: WebSocketServer;
  readonly #sessions = new Map<string, Session>();
  readonly #exchanged: { readonly kind: Payload; readonly data: unknown }[] = [];
  #acks = true;
  /** How often each happened: for tests to wait on. */
  readonly counts = { identifies: 0, resumes: 0, heartbeats: 0, connections: 0 };

  constructor(server: Server, options: GatewayOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer({ server });
    this.#sockets.on("connection", (socket) => this.#connected(socket));
  }

  /** Is anybody connected and identified? */
  get isReady(): boolean {
    return [...this.#sessions.values()].some((session) => session.socket !== null);
  }

  /** The shards that are connected, in order. */
  get shards(): readonly number[] {
    const up = [...this.#sessions.values()].filter(({ socket }) => socket !== null);
    return up.map(({ shard }) => shard[0]).sort();
  }

  /** Brings an event to every session of its shard, connected or not. */
  dispatch(type: string, data: unknown): void {
    for (const session of this.#sessions.values()) {
      if (isOnShard(type, data, session.shard)) this.#dispatch(session, type, data);
    }
  }

  /** The last event comes once more, as a client may see it around a resume. */
  repeatLast(): void {
    for (const session of this.#sessions.values()) session.socket?.send(session.sent.at(-1)!.text);
  }

  /** The network breaks. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  /** Op 7: the client is to reconnect and resume. */
  askToReconnect(): void {
    for (const socket of this.#sockets.clients) socket.send(JSON.stringify({ op: 7, d: null, s: null, t: null }));
  }

  /** Op 9: the session is worth nothing any more. */
  invalidate(): void {
    this.#sessions.clear();
    for (const socket of this.#sockets.clients) socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
  }

  /** Heartbeats go unanswered until the client reconnects. */
  fallSilent(): void {
    this.#acks = false;
  }

  /** The token was revoked: closed for good. */
  revoke(): void {
    for (const socket of this.#sockets.clients) socket.close(4004, "Authentication failed.");
  }

  /** What Discord's published schemas say against anything exchanged; asked at the end, for compiling them takes seconds. */
  officialFindings(own: boolean): string[] {
    const official = officialSchemas();
    if (official === null) return [];
    const asked = this.#exchanged.filter(({ kind }) => own || kind === "Send");
    return asked.flatMap(({ kind, data }) =>
      official.payload(kind, data).map((what) => `${kind === "Send" ? "gateway" : `the fake's own ${kind}`}: ${what}`),
    );
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }

  #connected(socket: WebSocket): void {
    this.counts.connections++;
    this.#acks = true;
    let session: Session | null = null;
    socket.on("message", (raw) => {
      const payload = JSON.parse(String(raw)) as { op: number; d: never };
      for (const what of checkGatewaySend(payload)) this.#options.onViolation(`gateway: ${what}`);
      this.#exchanged.push({ kind: "Send", data: payload });
      if (payload.op === 1) this.#heartbeat(socket);
      if (payload.op === 2) session = this.#identify(socket, payload.d);
      if (payload.op === 6) session = this.#resume(socket, payload.d);
      this.#options.onChange();
    });
    socket.on("close", () => {
      if (session?.socket === socket) session.socket = null;
    });
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.#options.heartbeatMs }, s: null, t: null }));
    this.#options.onChange();
  }

  #heartbeat(socket: WebSocket): void {
    this.counts.heartbeats++;
    if (this.#acks) socket.send(JSON.stringify({ op: 11, d: null, s: null, t: null }));
  }

  #identify(
    socket: WebSocket,
    { token, shard = [0, 1] }: { token: string; shard?: readonly [number, number] },
  ): Session | null {
    this.counts.identifies++;
    if (token !== this.#options.token) {
      socket.close(4004, "Authentication failed.");
      return null;
    }
    const session: Session = { id: randomUUID().replaceAll("-", ""), sent: [], socket, shard };
    this.#sessions.set(session.id, session);
    const { inGuild, inOtherGuild } = this.#options;
    const guilds = [...(inGuild ? [IDS.guild] : []), ...(inOtherGuild ? [IDS.otherGuild] : [])].filter((id) =>
      isOnShard("GUILD_CREATE", { id }, shard),
    );
    this.#dispatch(session, "READY", {
      v: 10,
      user: { ...USERS[IDS.bot]!, mfa_enabled: true, verified: true, email: null, bio: "" },
      guilds: guilds.map((id) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: "normal",
      resume_gateway_url: `ws://127.0.0.1:${(this.#sockets.address() as { port: number }).port}/`,
      shard,
      application: { id: IDS.application, flags: 0, flags_new: "0" },
      private_channels: [],
      presences: [],
      relationships: [],
      geo_ordered_rtc_regions: [],
      user_settings: {},
      guild_join_requests: [],
      auth: {},
      _trace: [],
    });
    for (const id of guilds) this.#dispatch(session, "GUILD_CREATE", guildCreate(id));
    return session;
  }

  #resume(socket: WebSocket, { session_id, seq }: { session_id: string; seq: number }): Session | null {
    const session = this.#sessions.get(session_id);
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
      return null;
    }
    this.counts.resumes++;
    session.socket = socket;
    for (const { s, text } of session.sent) if (s > seq) socket.send(text);
    this.#dispatch(session, "RESUMED", {});
    return session;
  }

  #dispatch(session: Session, type: string, data: unknown): void {
    const s = session.sent.length + 1;
    const text = JSON.stringify({ op: 0, t: type, s, d: data });
    session.sent.push({ s, text });
    session.socket?.send(text);
    const kind = PAYLOADS[type];
    if (kind !== undefined) this.#exchanged.push({ kind, data });
  }
}

/** What concerns no server comes to the first shard. */
function isOnShard(type: string, data: unknown, [id, total]: Session["shard"]): boolean {
  const { guild_id: named, id: own } = data as { guild_id?: string; id?: string };
  const guild = named ?? (type.startsWith("GUILD_") ? own : undefined);
  return guild === undefined ? id === 0 : Number((BigInt(guild) >> 22n) % BigInt(total)) === id;
}

const PAYLOADS: Readonly<Record<string, Payload>> = {
  READY: "Ready",
  GUILD_CREATE: "GuildCreate",
  INTERACTION_CREATE: "InteractionCreate",
};
