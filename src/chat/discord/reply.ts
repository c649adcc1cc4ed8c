// The ways to speak to whoever caused an interaction, each made once whatever happens on the way.
import { type InteractionResponseType, MessageFlags, type REST, Routes } from "discord.js";
import type { DrawnMessage } from "./attachments.ts";
import { askAgain, askCarefully, failureOf } from "./wire.ts";

/** What identifies an interaction to Discord. Its token is a secret. */
export interface Receipt {
  readonly id: string;
  readonly token: string;
}

/** Discord's code for an interaction that was answered already. */
const ALREADY_ANSWERED = 40060;
/** A callback has three seconds in all: its tries must come fast. */
const CALLBACK_PAUSE_MS = 400;
/** An edit has a quarter of an hour: it outlasts a short outage. */
const EDIT_PAUSES_MS: readonly number[] = [10_000, 30_000];

export class Reply {
  readonly #rest: REST;
  readonly #application: string;
  readonly #to: Receipt;
  readonly #pauses: readonly number[];

  constructor(rest: REST, application: string, to: Receipt, pausesMs: readonly number[]) {
    this.#rest = rest;
    this.#application = application;
    this.#to = to;
    this.#pauses = pausesMs;
  }

  /** The first word, due within three seconds: a message, or a sign that one is coming. */
  async callback(type: InteractionResponseType, message: DrawnMessage | null): Promise<void> {
    const { id, token } = this.#to;
    const body = message === null ? { type } : { type, data: message.body };
    const pauses = this.#pauses.map((pause) => Math.min(pause, CALLBACK_PAUSE_MS));
    const route = Routes.interactionCallback(id, token);
    const ask = { method: "post", route, auth: false, body, ...filesOf(message) } as const;
    let wasUnclear = false;
    try {
      await askAgain(this.#rest, ask, pauses, () => {
        wasUnclear = true;
      });
    } catch (error) {
      // A try whose answer was lost had been taken after all. Without one, another process has answered: leave it be.
      const failure = failureOf(error);
      if (!wasUnclear || failure.kind !== "refused" || failure.code !== ALREADY_ANSWERED) throw error;
    }
  }

  /** Puts the message where a sign of life, or the message with the button, stood. */
  async edit(message: DrawnMessage): Promise<void> {
    const { flags, ...rest } = message.body;
    const body = { ...rest, flags: flags & ~MessageFlags.Ephemeral };
    const ask = { method: "patch", route: this.#original(), auth: false, body, ...filesOf(message) } as const;
    await askAgain(this.#rest, ask, [...this.#pauses, ...EDIT_PAUSES_MS]);
  }

  /** Takes the sign of life away. */
  async remove(): Promise<void> {
    await askAgain(this.#rest, { method: "delete", route: this.#original(), auth: false }, this.#pauses);
  }

  /** A further message. Discord has no key against doubles here: false when it may or may not have arrived. */
  async add(message: DrawnMessage): Promise<boolean> {
    const route = Routes.webhook(this.#application, this.#to.token);
    const ask = { method: "post", route, auth: false, body: message.body, ...filesOf(message) } as const;
    try {
      await askCarefully(this.#rest, ask, this.#pauses);
      return true;
    } catch (error) {
      if (failureOf(error).kind !== "unclear") throw error;
      return false;
    }
  }

  #original(): `/${string}` {
    return Routes.webhookMessage(this.#application, this.#to.token, "@original");
  }
}

function filesOf(message: DrawnMessage | null): Pick<DrawnMessage, "files"> | object {
  return message === null || message.files.length === 0 ? {} : { files: message.files };
}
