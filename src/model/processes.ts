// What the processes of one bot must agree on, as a platform asks it: who does what only one may do, and what was noted.

/** Work that one process at a time may do. */
export interface Lease {
  /** Takes it or keeps it: true when it is ours for so long. It may throw, or take its time, while the store is away. */
  hold(milliseconds: number): Promise<boolean>;
  /** Somebody else may take it at once. */
  release(): Promise<void>;
}

/** `busy`: another process is at it, or has just died over it. */
export type Claim = "ours" | "busy" | "done";

/** Work that may come to several processes, or come again, and is to be done once. */
export interface Claims {
  take(id: string): Promise<Claim>;
  done(id: string): Promise<void>;
}

/** What one process notes under a key, for any to read. */
export interface Notes {
  put(key: string, text: string): Promise<void>;
  get(key: string): Promise<string | null>;
}
