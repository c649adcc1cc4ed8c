// What the store promises about notes: short texts that one process puts down and any may read, for a time.

export interface NoteStore {
  put(key: string, text: string): Promise<void>;
  get(key: string): Promise<string | null>;
  /** Forgets what was last put longer ago than this. Returns how many. */
  forget(olderThanMs: number): Promise<number>;
}
