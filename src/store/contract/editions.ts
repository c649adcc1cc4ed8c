// What the store promises about Editions: one issue of a digest, composed once, shared by all its subscribers.
import type { Filters, Window } from "../../model/digest.ts";
import type { Post } from "../../model/post.ts";

/** What makes two subscribers' issues the same. `variant` holds whatever else the content depends on, such as the local day. */
export interface EditionKey {
  readonly digest: string;
  readonly window: Window;
  readonly filters: Filters;
  readonly variant: string;
}

export interface NewEdition extends EditionKey {
  /** One Post a message, or one Post to be split: as composed. Null when there was nothing to say. */
  readonly post: Post | null;
  /** What was chosen and left out, and why: plain JSON for `/why`. */
  readonly account: unknown;
}

export interface StoredEdition extends NewEdition {
  readonly id: number;
  readonly composed: string;
}

export interface EditionStore {
  find(key: EditionKey): Promise<StoredEdition | null>;
  byId(id: number): Promise<StoredEdition | null>;
  /** Keeps the first edition stored under a key: a second composer of the same gets the first one's back. */
  save(edition: NewEdition, now: Temporal.Instant): Promise<StoredEdition>;
}
