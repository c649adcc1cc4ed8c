// A stretch of a longer answer, and how it is asked for.

export interface Paging {
  /** How many to pass over; 0 for the first page. */
  readonly offset: number;
  readonly limit: number;
}

/** `more`: is there another page? `order`: how the items are sorted ("best" match first, or "newest" first). */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly more: boolean;
  readonly order: "best" | "newest";
}
