// Discord on loopback for the unmodified client: REST v10 and the gateway on one port, people who type and press,
// faults on order, and every request checked.
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Fault, Faults, respond } from "./faults.ts";
import { FakeGateway } from "./gateway.ts";
import { parseMarkdown, shownText } from "./markdown.ts";
import { officialSchemas } from "./official.ts";
import { type By, messageCommandPayload, pressPayload, slashPayload, typingPayload } from "./people.ts";
import { IDS } from "./places.ts";
import { type Answer, type Incoming, type RouteKind, routeOf, type World } from "./rest.ts";
import { type FakeFile, type FakeInteraction, type FakeMessage, FakeState, snowflake } from "./state.ts";

export interface FakeOptions {
  readonly heartbeatMs?: number;
  readonly inGuild?: boolean;
  readonly inOtherGuild?: boolean;
  /** How many gateway connections Discord recommends. */
  readonly shards?: number;
  readonly acknowledgeWithinMs?: number;
  /** Also asks the schemas about what the fake itself sends; compiling those takes longest. */
  readonly provesItself?: boolean;
}

export interface Recorded extends Incoming {
  readonly kind: RouteKind | "unknown";
}

/** A token in Discord's form; it must never appear in a log or an error. */
export const TOKEN = "OTAwMDAwMDAwMDAwMDAwMDAx.GaBcDe.fake-token-for-tests-only-0123456789";

const WAIT_MS = 15_000;

/** Starts the fake on a free port. Stop it with `close`, which throws if anything was outside the rules. */
export async function startFakeDiscord(options: FakeOptions = {}): Promise<FakeDiscord> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return new FakeDiscord(server, options);
}

export class FakeDiscord {
  readonly token = TOKEN;
  readonly port: number;
  readonly state = new FakeState();
  readonly gateway: FakeGateway;
  readonly requests: Recorded[] = [];
  readonly violations: string[] = [];
  /** Channels that refuse messages, by Discord's error code. */
  readonly refusals = new Map<string, number>();
  readonly grants = new Map<string, readonly { id: string; type: number; permission: boolean }[]>();
  readonly strangers = new Set<string>([IDS.stranger]);
  readonly #server: Server;
  readonly #faults = new Faults();
  readonly #world: World;
  readonly #waiting = new Set<() => void>();
  readonly #provesItself: boolean;

  constructor(server: Server, options: FakeOptions) {
    this.#server = server;
    this.#provesItself = options.provesItself ?? false;
    this.port = (server.address() as AddressInfo).port;
    this.gateway = new FakeGateway(server, {
      token: TOKEN,
      heartbeatMs: options.heartbeatMs ?? 41_250,
      inGuild: options.inGuild ?? true,
      inOtherGuild: options.inOtherGuild ?? false,
      onViolation: (what) => this.#violation(what),
      onChange: () => this.#changed(),
    });
    this.#world = {
      state: this.state,
      port: this.port,
      shards: options.shards ?? 1,
      acknowledgeWithinMs: options.acknowledgeWithinMs ?? 3_000,
      refusals: this.refusals,
      grants: this.grants,
      strangers: this.strangers,
      violation: (what) => this.#violation(what),
    };
    server.on("request", (request, response) => {
      void this.#receive(request).then((incoming) => respond(response, ...this.#handle(incoming)));
    });
  }

  /** What DISCORD_API_ROOT is set to. */
  get apiRoot(): string {
    return `http://127.0.0.1:${this.port}/api`;
  }

  /** Orders a fault for the next requests of one kind. */
  fail(route: RouteKind, fault: Fault, times = 1): void {
    this.#faults.order(route, fault, times);
  }

  /** Somebody runs a slash command. */
  slash(name: string, values: Readonly<Record<string, string>> = {}, by: By = {}): Asked {
    const command = this.#command(name, 1);
    return this.#ask(by, null, (base) => slashPayload(base, command, values, by));
  }

  /** Somebody types in an option of a slash command, and wants completions. */
  type(name: string, option: string, typed: string, by: By = {}): Asked {
    const command = this.#command(name, 1);
    return this.#ask(by, null, (base) => typingPayload(base, command, option, typed, by));
  }

  /** Somebody presses a button, found by its label, of a message. */
  press(message: FakeMessage, label: string, by: By = {}): Asked {
    const id = buttonsOf(message).find((button) => button.label === label)?.custom_id;
    if (id === undefined)
      throw new Error(
        `no button ${label} on: ${buttonsOf(message)
          .map((one) => one.label)
          .join(", ")}`,
      );
    return this.pressId(message, id, by);
  }

  pressId(message: FakeMessage, customId: string, by: By = {}): Asked {
    const shown = this.state.shown(message);
    return this.#ask({ in: message.channel, ...by }, message, (base) => pressPayload(base, customId, shown, by));
  }

  /** Somebody uses a command on a message with this text. */
  rightClick(name: string, content: string, by: By = {}): Asked {
    const command = this.#command(name, 3);
    return this.#ask(by, null, (base) => messageCommandPayload(base, command, content, by));
  }

  /** Messages people can see in a channel now, oldest first. */
  visible(channel: string = IDS.channel): FakeMessage[] {
    return this.state.messages.filter((message) => message.channel === channel && !message.deleted);
  }

  /** Resolves as soon as the condition holds; throws after a while, saying what was awaited. */
  async until(condition: () => boolean, what: string): Promise<void> {
    const deadline = Date.now() + WAIT_MS;
    while (!condition()) {
      const left = deadline - Date.now();
      if (left <= 0 || this.violations.length > 0)
        throw new Error(`waited in vain for ${what}; violations: ${this.violations.join("; ") || "none"}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#waiting.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.min(left, 250));
        this.#waiting.add(wake);
      });
    }
  }

  /** Discord is away: connections break and are refused, until `recover`. */
  async outage(): Promise<void> {
    this.gateway.drop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async recover(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(this.port, "127.0.0.1", resolve));
  }

  /** Nobody answers any more: connections are refused. */
  async shut(): Promise<void> {
    this.gateway.close();
    this.#server.closeAllConnections();
    if (this.#server.listening) await new Promise((resolve) => this.#server.close(resolve));
  }

  async close(): Promise<void> {
    await this.shut();
    this.violations.push(...this.#officialFindings());
    if (this.violations.length > 0) throw new Error(`outside Discord's rules:\n${this.violations.join("\n")}`);
  }

  #command(name: string, type: number): Record<string, unknown> {
    const command = this.state.commands.find((one) => one.name === name && one.type === type);
    if (command === undefined) throw new Error(`${name} is not registered`);
    return command;
  }

  #ask(by: By, source: FakeMessage | null, payload: (base: { id: string; token: string }) => object): Asked {
    const id = snowflake();
    const token = `aW50ZXJhY3Rpb246${id}-secret`;
    const interaction: FakeInteraction = {
      id,
      token,
      channel: by.in ?? IDS.channel,
      source,
      born: Date.now(),
      acknowledged: null,
      original: null,
      followUps: [],
      choices: null,
      settled: false,
    };
    this.state.interactions.set(token, interaction);
    this.gateway.dispatch("INTERACTION_CREATE", payload({ id, token }));
    return new Asked(this, interaction);
  }

  async #receive(request: IncomingMessage): Promise<Recorded> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { body, files } = await contentOf(Buffer.concat(chunks), String(request.headers["content-type"] ?? ""));
    const path = decodeURIComponent((request.url ?? "").replace(/\?.*$/, "")).replace(/^\/api\/v10/, "");
    const method = request.method ?? "GET";
    const kind: Recorded["kind"] = routeOf(method, path)?.route.kind ?? "unknown";
    const authorised = request.headers.authorization === `Bot ${TOKEN}`;
    const recorded = { method, path, body, files, kind, authorised };
    this.requests.push(recorded);
    return recorded;
  }

  #handle(incoming: Recorded): [Fault | null, () => Answer] {
    const found = routeOf(incoming.method, incoming.path);
    if (found === null) {
      this.#violation(`${incoming.method} ${incoming.path} is not a route the bot may use`);
      return [null, () => ({ status: 404, body: { message: "404: Not Found", code: 0 } })];
    }
    if (found.route.open !== true && !incoming.authorised) {
      return [null, () => ({ status: 401, body: { message: "401: Unauthorized", code: 0 } })];
    }
    const process = (): Answer => {
      const answer = found.route.answer(found.parts, incoming, this.#world);
      this.#changed();
      return answer;
    };
    queueMicrotask(() => this.#changed());
    return [this.#faults.take(found.route.kind), process];
  }

  #officialFindings(): string[] {
    const official = officialSchemas();
    if (official === null) return [];
    const requests = this.requests.flatMap(({ method, path, body, kind }) =>
      official.request(method, path, body).map((what) => `${method} ${kind}: ${what}`),
    );
    return [...new Set([...requests, ...this.gateway.officialFindings(this.#provesItself)])];
  }

  #violation(what: string): void {
    this.violations.push(what);
  }

  #changed(): void {
    for (const wake of this.#waiting) wake();
  }
}

/** One thing somebody did, and what came of it. */
export class Asked {
  readonly #fake: FakeDiscord;
  readonly interaction: FakeInteraction;

  constructor(fake: FakeDiscord, interaction: FakeInteraction) {
    this.#fake = fake;
    this.interaction = interaction;
  }

  /** The first message of the answer, once it is there. */
  async answer(): Promise<FakeMessage> {
    await this.#fake.until(() => this.interaction.settled, "an answer");
    const { original, followUps } = this.interaction;
    const message =
      original !== null && !original.deleted && !(original === this.interaction.source && followUps.length > 0)
        ? original
        : followUps[0];
    if (message === undefined) throw new Error("answered with nothing");
    return message;
  }

  async choices(): Promise<readonly { readonly name: string; readonly value: string }[]> {
    await this.#fake.until(() => this.interaction.choices !== null, "completions");
    return this.interaction.choices!;
  }
}

async function contentOf(raw: Buffer, type: string): Promise<{ body: unknown; files: FakeFile[] }> {
  if (raw.length === 0) return { body: undefined, files: [] };
  if (!type.startsWith("multipart/")) return { body: JSON.parse(raw.toString()), files: [] };
  const form = await new Response(new Uint8Array(raw), { headers: { "content-type": type } }).formData();
  const files: FakeFile[] = [];
  let body: unknown;
  for (const [key, value] of form) {
    const index = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (key === "payload_json") body = JSON.parse(String(value));
    else if (index !== undefined && typeof value !== "string") {
      files[Number(index)] = { name: value.name, data: new Uint8Array(await value.arrayBuffer()) };
    }
  }
  return { body, files };
}

interface Button {
  readonly label: string;
  readonly custom_id?: string;
  readonly url?: string;
}

interface Component {
  readonly type: number;
  readonly content?: string;
  readonly components?: readonly Component[];
}

function flat(components: readonly Component[]): Component[] {
  return components.flatMap((one) => [one, ...flat(one.components ?? [])]);
}

const componentsOf = (message: FakeMessage) => flat((message.body.components ?? []) as Component[]);

/** Every button of a message. */
export function buttonsOf(message: FakeMessage): Button[] {
  return componentsOf(message).filter((one) => one.type === 2) as unknown as Button[];
}

/** The text of a message as people read it. */
export function shownOf(message: FakeMessage): string {
  return componentsOf(message)
    .filter((one) => one.type === 10)
    .map((one) => shownText(parseMarkdown(one.content ?? "")))
    .join("\n")
    .replace(/\n+/g, "\n")
    .trim();
}
