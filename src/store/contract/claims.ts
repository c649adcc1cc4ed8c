// What the store promises about claims: work that comes to several processes, or comes again, is done once.

export interface ClaimStore {
  /**
   * Takes a piece of work for `leaseMs`. `busy`: another's, who may yet do it. `done`: there is nothing to do. A claim that ran
   * out undone is anybody's. The database's clock judges.
   */
  take(key: string, owner: string, leaseMs: number): Promise<"ours" | "busy" | "done">;
  /** It is done for good. False when it was not this owner's any more. */
  done(key: string, owner: string): Promise<boolean>;
  /** Forgets what was taken or done longer ago than this. Returns how many. */
  forget(olderThanMs: number): Promise<number>;
}
