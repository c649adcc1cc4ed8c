// The commands as Discord holds them: sent when they differ, and known by their ids, so that answers can mention them.
import { ApplicationCommandType, type REST, Routes } from "discord.js";
import type { Command } from "../../commands/command.ts";
import type { Log } from "../../model/log.ts";
import { applicationCommands, differ } from "./registration.ts";
import { askAgain, failureOf } from "./wire.ts";

interface Held {
  readonly id: string;
  readonly name: string;
  readonly type: number;
}

const AGAIN_MS = 60_000;

export class Menu {
  readonly #ids = new Map<string, string>();
  readonly #rest: REST;
  readonly #commands: readonly Command[];
  readonly #log: Log;
  #again: NodeJS.Timeout | undefined;

  constructor(rest: REST, commands: readonly Command[], log: Log) {
    this.#rest = rest;
    this.#commands = commands;
    this.#log = log;
  }

  /** The id a slash command is registered under; null while unknown. */
  idOf(name: string): string | null {
    return this.#ids.get(name) ?? null;
  }

  /**
   * Learns the ids and, where it `registers`, sends what differs. A failure is logged and tried again in a minute: old
   * commands work meanwhile.
   */
  async update(application: string, registers: boolean, pausesMs: readonly number[]): Promise<void> {
    const route = Routes.applicationCommands(application);
    const wanted = applicationCommands(this.#commands);
    try {
      let held = (await askAgain(this.#rest, { method: "get", route }, pausesMs)) as Held[];
      if (registers && differ(wanted, held)) {
        held = (await askAgain(this.#rest, { method: "put", route, body: wanted }, pausesMs)) as Held[];
        this.#log.info({ commands: wanted.length }, "commands registered");
      }
      this.#ids.clear();
      for (const { id, name, type } of held) if (type === ApplicationCommandType.ChatInput) this.#ids.set(name, id);
      // They are another process's to register, which may not have come to it yet.
      if (held.length === 0) this.#later(application, registers, pausesMs);
    } catch (error) {
      this.#log.warn({ failure: failureOf(error) }, "the commands could not be registered; trying again in a minute");
      this.#later(application, registers, pausesMs);
    }
  }

  #later(application: string, registers: boolean, pausesMs: readonly number[]): void {
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.update(application, registers, pausesMs), AGAIN_MS).unref();
  }

  stop(): void {
    clearTimeout(this.#again);
  }
}
