// The door to the corpus: everything other rooms may ask of the store, by family. `openStore` in open.ts gives one.
import type { ArticleStore } from "./contract/articles.ts";
import type { ChatStore } from "./contract/chats.ts";
import type { ClaimStore } from "./contract/claims.ts";
import type { DeliveryStore } from "./contract/deliveries.ts";
import type { EditionStore } from "./contract/editions.ts";
import type { FeedStore } from "./contract/feeds.ts";
import type { LeaseStore } from "./contract/leases.ts";
import type { NoteStore } from "./contract/notes.ts";
import type { QuoteStore } from "./contract/quotes.ts";
import type { SpeakerStore } from "./contract/speakers.ts";
import type { StatementStore } from "./contract/statements.ts";
import type { StoryStore } from "./contract/stories.ts";
import type { SubscriptionStore } from "./contract/subscriptions.ts";

/**
 * One open corpus. Every method is one atomic step: another caller, in this process or another, sees all of it or nothing.
 * Moments go in as Temporal.Instant and come out as ISO instants; days are "2021-11-18".
 * `viewer` is the chat key of whoever asks: articles that somebody linked in one chat show to that chat only, and
 * null sees what is everyone's.
 */
export interface Store {
  readonly articles: ArticleStore;
  readonly quotes: QuoteStore;
  readonly speakers: SpeakerStore;
  readonly statements: StatementStore;
  readonly stories: StoryStore;
  readonly chats: ChatStore;
  readonly subscriptions: SubscriptionStore;
  readonly editions: EditionStore;
  readonly deliveries: DeliveryStore;
  readonly feeds: FeedStore;
  readonly leases: LeaseStore;
  readonly claims: ClaimStore;
  readonly notes: NoteStore;
  readonly meta: MetaStore;
  /** Has somebody else waited long to write, a moment ago? Who has a lot to write had best do it in small steps then. */
  readonly wasAwaitedLong: boolean;
  /**
   * Changes of the corpus as one step, in order: all of them, or so many, one at least, as are made when others wait. Gives what
   * each gave. A change must wait for nothing but the families it is given, and change nothing else, since it may be run again.
   */
  inTurn<Result>(changes: readonly ((corpus: Corpus) => Promise<Result>)[]): Promise<readonly Result[]>;
  /** Waits for what is under way and closes; every later call fails. Closing twice is allowed. */
  close(): Promise<void>;
}

/** What taking articles in reads and writes. */
export type Corpus = Pick<Store, "articles" | "statements" | "stories" | "feeds">;

export interface MetaStore {
  /** True as long as no article was ever stored. */
  isEmpty(): Promise<boolean>;
  schemaVersion(): Promise<number>;
  /** Small facts another room wants kept: "annotator", "telegram.offset". Null when never set. */
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  /** Writes a consistent copy of the corpus to a file that does not exist yet, while the store stays in use. */
  backup(file: string): Promise<void>;
  /** Problems found in the file and between its tables, in words; empty when sound. Reads everything: slow on a large corpus. */
  check(): Promise<readonly string[]>;
}
