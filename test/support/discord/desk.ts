// A desk for tests of the chat room: a few commands that answer what the test says.
import type { Command } from "../../../src/commands/command.ts";
import type { Completion, Desk } from "../../../src/commands/desk.ts";
import type { Request } from "../../../src/model/chat.ts";
import type { Post } from "../../../src/model/post.ts";

export interface FakeDesk extends Desk {
  readonly requests: Request[];
  /** How the desk answers; a test may put another in. */
  respond: (request: Request) => Post | Promise<Post>;
  completions: readonly Completion[];
  /** Words for which there are quotes to offer. */
  readonly known: Set<string>;
}

const examples = async () => [];
const run = async (): Promise<Post> => say("never called: the desk answers");

const COMMANDS: readonly Command[] = [
  {
    name: "quote",
    summary: "Find what somebody said",
    access: "everyone",
    arguments: [
      { name: "about", summary: "Words to look for", kind: "words" },
      { name: "speaker", summary: "Who said it", kind: "speaker", required: true },
    ],
    examples,
    run,
  },
  {
    name: "search",
    summary: "Find words in quotes",
    access: "everyone",
    arguments: [{ name: "words", summary: "Words to look for", kind: "words", required: true }],
    examples,
    run,
  },
  {
    name: "summary",
    summary: "Summarise an article",
    access: "everyone",
    arguments: [{ name: "article", summary: "A link", kind: "article", required: true }],
    examples,
    run,
  },
  {
    name: "subscribe",
    summary: "Have a digest posted",
    access: "administrators",
    arguments: [
      { name: "digest", summary: "Which digest", kind: "digest", required: true },
      { name: "days", summary: "How often", kind: "action", choices: ["daily", "weekly"] },
      { name: "in", summary: "Where to", kind: "place" },
    ],
    examples,
    run,
  },
  { name: "feeds", summary: "State of the feeds", access: "operators", arguments: [], examples, run },
];

/** A Post of one paragraph. */
export function say(text: string, more: Partial<Post> = {}): Post {
  return { blocks: [{ kind: "paragraph", spans: [{ text }] }], ...more };
}

export function fakeDesk(respond: FakeDesk["respond"] = (request) => say(`asked ${request.name}`)): FakeDesk {
  const desk: FakeDesk = {
    commands: COMMANDS,
    requests: [],
    respond,
    completions: [],
    known: new Set(),
    async answer(request) {
      desk.requests.push(request);
      return desk.respond(request);
    },
    async complete() {
      return desk.completions;
    },
    async offer(words) {
      const offer = { id: "quote-1", title: "Somebody", description: words, post: say(words) };
      return { offers: desk.known.has(words) ? [offer] : [], next: null };
    },
  };
  return desk;
}
