// What every section of an edition is given, and what it gives back.
import type { Filters, Section, Window } from "../../model/digest.ts";
import type { Block } from "../../model/post.ts";
import type { Store } from "../../store/store.ts";
import type { Entry } from "../account.ts";

export interface SectionTask {
  readonly store: Store;
  readonly section: Section;
  readonly window: Window;
  readonly filters: Filters;
  /** The chat's local day, "2021-11-19". */
  readonly day: string;
  /** What the sections before this one have shown: nothing is told twice. */
  readonly shown: Shown;
}

/** Grows as an edition is composed. */
export interface Shown {
  readonly statements: Set<number>;
  readonly stories: Set<number>;
  /** Quotes shown by speaker id: at most two in one edition. */
  readonly speakers: Map<number, number>;
}

export interface SectionResult {
  readonly blocks: readonly Block[];
  readonly chosen: readonly Entry[];
  readonly leftOut: readonly Entry[];
}

export const NOTHING: SectionResult = { blocks: [], chosen: [], leftOut: [] };
