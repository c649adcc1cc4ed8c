// What a command is: declared once, for every platform.
import type { Request } from "../model/chat.ts";
import type { Post } from "../model/post.ts";

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

export interface Command {
  /** 1 to 32 characters of a-z, as both platforms take them. */
  readonly name: string;
  /** One line, at most 100 characters. */
  readonly summary: string;
  readonly arguments: readonly Argument[];
  /** Who may: everyone, those who administer the place, or the operators named in ADMINS. */
  readonly access: "everyone" | "administrators" | "operators";
  /** Costly commands are limited per person. */
  readonly costly?: boolean;
  run(request: Request, now: Temporal.Instant): Promise<Post>;
}
