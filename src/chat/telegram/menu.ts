// The commands menu, the bot's name and its descriptions: set at start where they differ from what Telegram holds.
import type { Api } from "grammy";
import type { BotCommand, BotCommandScope } from "grammy/types";
import type { Command } from "../../commands/command.ts";
import type { Log } from "../../model/log.ts";
import type { Answered } from "./calls.ts";

type LanguageCode = NonNullable<NonNullable<Parameters<Api["getMyName"]>[0]>["language_code"]>;

/** How the bot presents itself in one language. */
interface Card {
  /** Absent: for everybody whose language has no card of its own. */
  readonly language?: LanguageCode;
  /** At most 64 characters. */
  readonly name: string;
  /** Shown in an empty chat; at most 512 characters. */
  readonly description: string;
  /** Shown in the profile and with shared links; at most 120 characters. */
  readonly short: string;
}

const CARDS: readonly Card[] = [
  {
    name: "OnRecord",
    description:
      "Who said what, when, and who reported it. Ask for quotes by speaker or words, summaries of articles, " +
      "what was said on this date, and daily digests. Every quotation is word for word from a stored article.",
    short: "Who said what, when, and who reported it: quotes with their sources.",
  },
];

/** Repeats a request over short waits and broken connections. */
type Insist = <T>(request: () => Promise<T>) => Promise<Answered<T>>;

export interface MenuParts {
  readonly api: Api;
  readonly insist: Insist;
  readonly commands: readonly Command[];
  /** Telegram ids of the operators, who see the operators' commands too. */
  readonly operators: readonly string[];
  readonly log: Log;
}

/** Brings menus and cards up to date. A failure is logged: the bot answers without them as well. */
export async function updateMenus({ api, insist, commands, operators, log }: MenuParts): Promise<void> {
  const set = async (what: string, held: () => Promise<unknown>, wanted: unknown, change: () => Promise<unknown>) => {
    const now = await insist(held);
    if (now.kind === "ok" && JSON.stringify(now.result) === JSON.stringify(wanted)) return;
    const changed = now.kind === "ok" ? await insist(change) : now;
    if (changed.kind !== "ok") log.warn({ what, failure: changed }, "a menu or description could not be set");
  };
  for (const { language, name, description, short } of CARDS) {
    const code = language === undefined ? {} : { language_code: language };
    for (const { scope, list } of menus(commands, operators)) {
      const held = async () => (await api.getMyCommands({ scope, ...code })).map(menuEntry);
      await set(`menu ${scope.type}`, held, list, () => api.setMyCommands(list, { scope, ...code }));
    }
    await set(
      "name",
      async () => (await api.getMyName(code)).name,
      name,
      () => api.setMyName(name, code),
    );
    const about = async () => (await api.getMyDescription(code)).description;
    await set("description", about, description, () => api.setMyDescription(description, code));
    const brief = async () => (await api.getMyShortDescription(code)).short_description;
    await set("short description", brief, short, () => api.setMyShortDescription(short, code));
  }
}

/** What is offered where: groups show what everyone may ask, their administrators and private chats the rest too. */
export function menus(
  commands: readonly Command[],
  operators: readonly string[],
): readonly { readonly scope: BotCommandScope; readonly list: BotCommand[] }[] {
  const upTo = (...access: Command["access"][]) =>
    commands
      .filter((command) => access.includes(command.access))
      .slice(0, 100)
      .map(({ name, summary }) => menuEntry({ command: name, description: summary }));
  const everyone = upTo("everyone");
  const administrators = upTo("everyone", "administrators");
  const all = upTo("everyone", "administrators", "operators");
  return [
    { scope: { type: "default" }, list: everyone },
    { scope: { type: "all_private_chats" }, list: administrators },
    { scope: { type: "all_group_chats" }, list: everyone },
    { scope: { type: "all_chat_administrators" }, list: administrators },
    ...(all.length === administrators.length
      ? []
      : operators.map((id) => ({ scope: { type: "chat" as const, chat_id: Number(id) }, list: all }))),
  ];
}

function menuEntry({ command, description }: BotCommand): BotCommand {
  return { command, description: description.slice(0, 256) };
}
