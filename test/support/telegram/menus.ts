// Menus, name and descriptions: what was set is what is got.
import type { BotCommand } from "grammy/types";
import type { Params } from "./messages.ts";

const FIELDS: Readonly<Record<string, string>> = {
  MyName: "name",
  MyDescription: "description",
  MyShortDescription: "short_description",
};

export class Menus {
  readonly #held = new Map<string, unknown>();

  /** Takes getMy… and setMy…; the result. */
  answer(method: string, { commands, name, description, short_description, ...scope }: Params): unknown {
    const what = method.slice(3);
    const key = `${what} ${JSON.stringify(scope)}`;
    if (method.startsWith("set")) {
      this.#held.set(key, commands ?? name ?? description ?? short_description);
      return true;
    }
    const held = this.#held.get(key);
    return what === "MyCommands" ? (held ?? []) : { [FIELDS[what]!]: held ?? "" };
  }

  /** Holds a menu as an earlier start left it. */
  hold(scope: object, commands: readonly BotCommand[]): void {
    this.#held.set(`MyCommands ${JSON.stringify({ scope })}`, commands);
  }

  /** The menu of a scope without parameters: "all_private_chats". */
  of(type: string): readonly BotCommand[] {
    return (this.#held.get(`MyCommands ${JSON.stringify({ scope: { type } })}`) ?? []) as readonly BotCommand[];
  }
}
