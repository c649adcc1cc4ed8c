// The chat in a terminal: a prompt with history and completion, or commands piped in, one answer after another.
import { createInterface, type Interface } from "node:readline";
import type { Completion, Desk } from "../../commands/desk.ts";
import type { Access, Chat, Person, Request } from "../../model/chat.ts";
import type { Messenger, Sending, SendOutcome } from "../../model/messenger.ts";
import type { Action, Part, Post } from "../../model/post.ts";
import { type Asked, readLine } from "./line.ts";
import { type Look, renderPost } from "./render.ts";

export const TERMINAL_CHAT: Chat = { platform: "terminal", id: "local", thread: null };
const PERSON: Person = { platform: "terminal", id: "local", name: "you" };

/** Whoever has the terminal has the machine: they may do everything. */
const ACCESS: Access = { isOperator: true, mayAdminister: async () => ({ kind: "yes" }) };

export interface TerminalOptions {
  readonly desk: Desk;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly look: () => Look;
  readonly now: () => Temporal.Instant;
}

export interface Terminal extends Messenger {
  /** Resolves when the input ends or the person leaves. */
  run(welcome: Post): Promise<void>;
  stop(): void;
}

/** A Request as this terminal makes it. */
export function terminalRequest(asked: Asked, page: number): Request {
  return { chat: TERMINAL_CHAT, person: PERSON, isPrivate: true, ...asked, page, access: ACCESS };
}

/** The terminal as a platform: `run` talks to whoever types; deliveries are printed as they come. */
export function createTerminal(options: TerminalOptions): Terminal {
  const { desk, input, output } = options;
  const interactive = input.isTTY === true && output.isTTY === true;
  let shown: { readonly actions: readonly Action[]; readonly page: number } = { actions: [], page: 1 };
  let reader: Interface | null = null;
  let delivered = 0;

  const print = (post: Post): void => {
    output.write(`${renderPost(post, options.look())}\n${interactive ? "\n" : ""}`);
  };

  const ask = async (asked: Asked, page: number): Promise<void> => {
    const post = await desk.answer(terminalRequest(asked, page), options.now());
    shown = { actions: (post.actions ?? []).flat(), page };
    print(post);
  };

  const press = async (action: Action): Promise<void> => {
    if ("href" in action) output.write(`${action.href}\n`);
    else await ask({ name: action.name, arguments: action.arguments }, action.page ?? 1);
  };

  const handle = async (line: string): Promise<"more" | "leave"> => {
    const typed = line.trim().toLowerCase();
    if (["exit", "quit", "/exit", "/quit"].includes(typed)) return "leave";
    const pressed = buttonFor(typed, shown);
    if (pressed === "none") output.write("There is no such page or button on the last answer.\n");
    else if (pressed !== null) await press(pressed);
    else {
      const names = desk.commands.map((command) => command.name);
      const asked = readLine(line, names);
      if (asked !== null) await ask(asked, 1);
    }
    return "more";
  };

  return {
    platform: "terminal",
    parts: (post) => [post],
    async send(_chat: Chat, part: Part, _nonce: string, how: Sending = {}): Promise<SendOutcome> {
      if (how.begin !== undefined && !(await how.begin()))
        return { kind: "later", retryAt: options.now().toString(), detail: "somebody else prints it" };
      print(part);
      reader?.prompt(true);
      delivered += 1;
      return { kind: "sent", messageId: String(delivered) };
    },
    async run(welcome: Post): Promise<void> {
      const lines = createInterface({
        input,
        ...(interactive ? { output, prompt: "› ", completer: completer(desk, options.now), historySize: 500 } : {}),
        terminal: interactive,
      });
      reader = interactive ? lines : null;
      lines.on("SIGINT", () => lines.close());
      if (interactive) print(welcome);
      reader?.prompt();
      for await (const line of lines) {
        if ((await handle(line)) === "leave") break;
        reader?.prompt();
      }
      reader = null;
      lines.close();
    },
    stop: () => reader?.close(),
  };
}

/** The button a line presses: `next`, `previous` or its number. Null: the line is no button. */
function buttonFor(
  typed: string,
  shown: { readonly actions: readonly Action[]; readonly page: number },
): Action | "none" | null {
  const turn = ["next", "n"].includes(typed) ? 1 : ["previous", "prev", "p"].includes(typed) ? -1 : 0;
  if (turn !== 0)
    return shown.actions.find((action) => "page" in action && action.page === shown.page + turn) ?? "none";
  return /^\d{1,2}$/.test(typed) && shown.actions.length > 0 ? (shown.actions[Number(typed) - 1] ?? "none") : null;
}

type Completed = [completions: string[], completed: string];

/** Completes command names, then the first argument of the command typed. */
function completer(desk: Desk, now: () => Temporal.Instant) {
  return (line: string, done: (error: Error | null, result: Completed) => void): void => {
    completions(desk, line, now()).then(
      (found) => done(null, found),
      () => done(null, [[], line]),
    );
  };
}

async function completions(desk: Desk, line: string, now: Temporal.Instant): Promise<Completed> {
  const typed = /^(\/?)(\S*)$/.exec(line);
  if (typed !== null) {
    const names = desk.commands.map((command) => `/${command.name} `);
    return [names.filter((name) => name.startsWith(`/${typed[2]!.toLowerCase()}`)), line];
  }
  const [, start = "", name = "", value = ""] = /^(\/?(\S+)\s+)(.*)$/.exec(line) ?? [];
  const argument = desk.commands.find((command) => command.name === name.toLowerCase())?.arguments[0];
  if (argument === undefined) return [[], line];
  const found: readonly Completion[] = await desk.complete(name.toLowerCase(), argument.name, value, now);
  return [found.map((completion) => start + completion.value), line];
}
