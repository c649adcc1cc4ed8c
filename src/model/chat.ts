// Where a question comes from and where an answer goes.

export type PlatformName = "telegram" | "discord" | "terminal";

/** A place that is posted to; `thread` is its forum topic or thread, if any. */
export interface Chat {
  readonly platform: PlatformName;
  readonly id: string;
  readonly thread: string | null;
}

export interface Person {
  readonly platform: PlatformName;
  readonly id: string;
  readonly name: string;
}

/** One stable string for a Chat, thread included: "telegram:-100123:7". */
export function chatKey(chat: Chat): string {
  return chat.thread === null ? `${chat.platform}:${chat.id}` : `${chat.platform}:${chat.id}:${chat.thread}`;
}

/** What a person may do in a chat; asked of the platform afresh each time. */
export interface Access {
  /** May this person administer that chat (default: the chat of the request)? */
  mayAdminister(chat?: Chat): Promise<AccessAnswer>;
  /** Is this person named in ADMINS? */
  readonly isOperator: boolean;
}

/** `yes` gives the place under its lasting id where it was asked by name (@channel). `no` says why, in words for the person. */
export type AccessAnswer =
  | { readonly kind: "yes"; readonly chat?: Chat }
  | { readonly kind: "no"; readonly reason: string };

/** One command as it came from a platform. */
export interface Request {
  readonly chat: Chat;
  readonly person: Person;
  /** Is this a one-to-one chat? */
  readonly isPrivate: boolean;
  /** Command name without the slash, lower case. */
  readonly name: string;
  /** Either the raw text after the name, or values by argument name (slash commands). */
  readonly arguments: string | Readonly<Record<string, string>>;
  /** 1-based page of the answer. */
  readonly page: number;
  readonly access: Access;
}
