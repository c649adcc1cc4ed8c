// What a command is: declared once, for every platform.
import type { Request } from "../model/chat.ts";
import type { Post } from "../model/post.ts";
import type { Store } from "../store/store.ts";

/** What an argument holds; decides how it is completed and, on Discord, its option type (all are strings). */
export type ArgumentKind =
  | "speaker"
  | "words"
  | "outlet"
  | "date"
  | "digest"
  | "schedule"
  | "zone"
  | "article"
  | "command"
  | "place"
  | "action";

export interface Argument {
  /** Lower case, one word: "speaker". */
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly summary: string;
  readonly kind: ArgumentKind;
  readonly required?: boolean;
  readonly choices?: readonly string[];
}

/** One request on its way through a command, with the corpus that answers it. */
export interface Ask {
  readonly request: Request;
  readonly now: Temporal.Instant;
  readonly store: Store;
  /** The operator's own corpus, whichever answers: what is fetched or set goes there. */
  readonly own: Store;
  /** The chat key of whoever asks: what the store shows to this chat. */
  readonly viewer: string;
  /** The chat's time zone, an IANA name. */
  readonly zone: string;
}

export interface Command {
  /** 1 to 32 characters of a-z, as both platforms take them. */
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly summary: string;
  readonly arguments: readonly Argument[];
  /** Who may: everyone, those who administer the place, or the operators named in ADMINS. */
  readonly access: "everyone" | "administrators" | "operators";
  /** What can be typed, for help: each works as it stands on the corpus at hand. */
  examples(ask: Ask): Promise<readonly string[]>;
  /** It keeps something for the chat, so it works on the operator's own corpus even while the sample answers. */
  readonly keeps?: boolean;
  /** Costly commands are limited per person. */
  readonly costly?: boolean;
  run(ask: Ask): Promise<Post>;
}
