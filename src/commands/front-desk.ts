// Dispatch: a Request comes in, the right command answers, and whatever goes wrong becomes a kind word.
import { chatKey, type Request } from "../model/chat.ts";
import type { Log } from "../model/log.ts";
import { type CommandOutcome, type Metrics, UNCOUNTED } from "../model/metrics.ts";
import type { Post } from "../model/post.ts";
import type { Store } from "../store/store.ts";
import type { Ask, Command } from "./command.ts";
import type { Completer } from "./completion.ts";
import type { Desk } from "./desk.ts";
import { createPersonLimit } from "./limit.ts";
import { fold, nearest } from "./nearest.ts";
import { offerQuotes } from "./offers.ts";
import { mistake, typed } from "./reply.ts";

/** The corpus that answers at this moment: the operator's own, or the sample, which says so on every Post. */
export interface Corpus {
  readonly store: Store;
  readonly isSample: boolean;
  /** The operator's own, whichever answers: what a chat sets is kept there. */
  readonly own: Store;
}

export interface FrontDeskOptions {
  readonly commands: readonly Command[];
  readonly corpus: () => Promise<Corpus>;
  readonly complete: Completer;
  readonly log: Log;
  readonly metrics?: Metrics;
}

interface Answered {
  readonly post: Post;
  readonly outcome: CommandOutcome;
}

/** Longest arguments anybody needs; what is longer is refused before it costs anything. */
const LONGEST = 2_000;

const COSTLY_TURNS = 20;
const COSTLY_SECONDS = 60;

const SAMPLE_NOTICE =
  "Sample corpus: these articles are retellings written for it. Import your own with npm run import, or set a token in .env.";

/** The Desk over a set of commands. */
export function createFrontDesk(options: FrontDeskOptions): Desk {
  const { log, metrics = UNCOUNTED } = options;
  const byName = new Map(options.commands.map((command) => [command.name, command]));
  const limit = createPersonLimit(COSTLY_TURNS, COSTLY_SECONDS);

  const answer = async (given: Request, now: Temporal.Instant): Promise<Answered> => {
    const request = cleaned(given);
    if (request === null)
      return refused(mistake(`That is more than I can read at once: ${LONGEST} characters at most, please.`));
    const command = byName.get(request.name);
    if (command === undefined) return refused(unknownCommand(request, [...byName.keys()]));
    const refusal = (await refusedAccess(command, request)) ?? refusedTurn(command, request, now);
    if (refusal !== null) return refused(refusal);
    const { store, isSample, own } = await options.corpus();
    const post = await command.run(await askOf(request, now, command.keeps === true ? own : store, own));
    // A link may just have begun a corpus of its own.
    const stillSample = isSample && (await options.corpus()).isSample;
    return { post: stillSample ? withNotice(post) : post, outcome: "answered" };
  };

  const answerOrApologise = async (request: Request, now: Temporal.Instant): Promise<Answered> => {
    try {
      return await answer(request, now);
    } catch (error) {
      log.error({ err: error, command: request.name.slice(0, 40) }, "a command failed");
      const post = mistake("Something went wrong on my side, and it is in the log. Please try again in a moment.");
      return { post, outcome: "failed" };
    }
  };

  const refusedTurn = (command: Command, { person }: Request, now: Temporal.Instant): Post | null => {
    if (command.costly !== true || person.platform === "terminal") return null;
    const wait = limit.take(`${person.platform}:${person.id}`, now);
    return wait === 0 ? null : mistake(`That was a lot at once. Please try again in ${wait} seconds.`);
  };

  return {
    commands: options.commands,
    async answer(request, now) {
      const began = performance.now();
      const { post, outcome } = await answerOrApologise(request, now);
      const seconds = (performance.now() - began) / 1_000;
      const command = byName.has(request.name) ? request.name : null;
      metrics.command(command, request.chat.platform, outcome, seconds);
      log.debug({ command, outcome, seconds }, "a command was answered");
      return post;
    },
    async complete(command, argument, given) {
      const kind = byName.get(command)?.arguments.find(({ name }) => name === argument)?.kind;
      if (kind === undefined) return [];
      const { store } = await options.corpus();
      return (await options.complete(kind, given.slice(0, 100).toWellFormed(), store)).slice(0, 25);
    },
    async offer(words, offset) {
      const { store, isSample } = await options.corpus();
      const found = await offerQuotes(store, words.slice(0, 300).toWellFormed(), offset);
      return isSample
        ? { ...found, offers: found.offers.map((offer) => ({ ...offer, post: withNotice(offer.post) })) }
        : found;
    },
  };
}

function refused(post: Post): Answered {
  return { post, outcome: "refused" };
}

/** The request with its text well formed and free of control characters; null when it is too long. */
function cleaned(request: Request): Request | null {
  const clean = (text: string): string => text.toWellFormed().replace(/[\u0000-\u001f\u007f]+/g, " ");
  const given = request.arguments;
  if (typeof given === "string") return given.length > LONGEST ? null : { ...request, arguments: clean(given).trim() };
  if (Object.values(given).some((value) => value.length > LONGEST)) return null;
  const values = Object.entries(given).map(([name, value]) => [name, clean(value).trim()] as const);
  return { ...request, arguments: Object.fromEntries(values) };
}

async function askOf(request: Request, now: Temporal.Instant, store: Store, own: Store): Promise<Ask> {
  const { settings } = await own.chats.get(request.chat);
  return { request, now, store, own, viewer: chatKey(request.chat), zone: settings.zone ?? "UTC" };
}

async function refusedAccess(command: Command, request: Request): Promise<Post | null> {
  if (command.access === "operators" && !request.access.isOperator)
    return mistake("This one is for the operators of this bot, as named in its settings.");
  if (command.access !== "administrators") return null;
  const allowed = await request.access.mayAdminister();
  return allowed.kind === "yes" ? null : mistake(allowed.reason);
}

function unknownCommand(request: Request, names: readonly string[]): Post {
  const asked = fold(request.name).slice(0, 32);
  const [near] = nearest(asked, names);
  if (near === undefined) return mistake("I know no such command. ", typed("/help"), " lists what I can do.");
  const given = typeof request.arguments === "string" ? request.arguments : Object.values(request.arguments).join(" ");
  const meant = `/${near} ${given}`.trim();
  return {
    ...mistake("I know no such command. Did you mean ", typed(meant), "?"),
    actions: [[{ label: meant.slice(0, 40), name: near, arguments: given }]],
  };
}

function withNotice(post: Post): Post {
  return { ...post, blocks: [...post.blocks, { kind: "source", spans: [{ text: SAMPLE_NOTICE, style: "italic" }] }] };
}
