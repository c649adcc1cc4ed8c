// `/help` and `/start`: what one can ask, with examples that work on the corpus at hand.
import { counted } from "../composer/links.ts";
import type { Inline, Post } from "../model/post.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { nearest } from "./nearest.ts";
import { mistake, said, typed } from "./reply.ts";

/** `/help` over all commands, itself included. */
export function helpCommand(all: () => readonly Command[]): Command {
  return {
    name: "help",
    summary: "What you can ask, with examples",
    arguments: [{ name: "command", summary: "One command, explained", kind: "command" }],
    access: "everyone",
    examples: async () => ["/help", "/help quote"],
    async run(ask) {
      const about = wordsOf(ask, "command").replace(/^\//, "").toLowerCase();
      return about === "" ? overview(all(), ask) : explanation(all(), about, ask);
    },
  };
}

/** `/start`: a greeting, or whatever a deep link points to: the payload is a command with dashes for spaces. */
export function startCommand(all: () => readonly Command[]): Command {
  return {
    name: "start",
    summary: "Say hello",
    arguments: [{ name: "link", summary: "What a link to this bot points to", kind: "words" }],
    access: "everyone",
    examples: async () => ["/start"],
    async run(ask) {
      const linked = readDeepLink(wordsOf(ask, "link"));
      const command = all().find(({ name }) => name === linked?.name);
      if (linked !== null && command !== undefined && command.access === "everyone")
        return command.run({ ...ask, request: { ...ask.request, name: linked.name, arguments: linked.arguments } });
      return overview(all(), ask);
    },
  };
}

/** "quote-putin-nato" or "summary-12" as a command; null for anything else. */
export function readDeepLink(payload: string): { readonly name: string; readonly arguments: string } | null {
  const match = /^([a-z]{1,32})(?:[-_]([\w-]{1,60}))?$/.exec(payload);
  return match === null ? null : { name: match[1]!, arguments: (match[2] ?? "").replace(/[-_]+/g, " ") };
}

async function overview(all: readonly Command[], ask: Ask): Promise<Post> {
  const [articles, quotes] = await Promise.all([ask.store.articles.count(), ask.store.quotes.count()]);
  const items = all
    .filter(({ name, access }) => name !== "start" && (access !== "operators" || ask.request.access.isOperator))
    .map((command): Inline[] => [{ text: `/${command.name}`, is: "command" }, said(`  ${command.summary}`)]);
  const examples = (await Promise.all(all.slice(0, 3).map((command) => command.examples(ask)))).flatMap((list) =>
    list.slice(0, 1),
  );
  return {
    blocks: [
      { kind: "heading", spans: [said("OnRecord: who said what, when, and who reported it")] },
      { kind: "paragraph", spans: [said(`${counted(articles, "article")} held, with ${counted(quotes, "quote")}.`)] },
      { kind: "list", items },
      {
        kind: "paragraph",
        spans: [said("Try "), ...examples.flatMap((text, at) => [...(at ? [said(" · ")] : []), typed(text)])],
      },
    ],
  };
}

async function explanation(all: readonly Command[], about: string, ask: Ask): Promise<Post> {
  const names = all.map(({ name }) => name);
  const command = all.find(({ name }) => name === about);
  if (command === undefined) {
    const [near] = nearest(about, names);
    return near === undefined
      ? mistake("I know no such command. ", typed("/help"), " lists them all.")
      : mistake("I know no such command. Did you mean ", typed(`/help ${near}`), "?");
  }
  const parts = command.arguments.map((argument): Inline[] => [
    { text: argument.name, style: "italic" },
    said(`  ${argument.summary}${argument.required === true ? " (needed)" : ""}`),
  ]);
  const examples = (await command.examples(ask)).map((example): Inline[] => [typed(example)]);
  return {
    blocks: [
      { kind: "heading", spans: [{ text: `/${command.name}`, is: "command" }] },
      { kind: "paragraph", spans: [said(command.summary)] },
      ...(parts.length > 0 ? [{ kind: "list" as const, items: parts }] : []),
      { kind: "paragraph", spans: [said("For example")] },
      { kind: "list", items: examples },
    ],
  };
}
