// What the store promises about leases: which of several processes does what only one may do.

/**
 * A lease is a row, not a lock of the database's own: the lock of a session that the network cut off is held until TCP gives up,
 * which takes minutes, while a lease that is not renewed runs out when it said it would.
 */
export interface LeaseStore {
  /**
   * Takes the lease of that name, or renews one's own: true when it is the owner's for the next `leaseMs`. The database's clock
   * judges, since those of several machines differ. Ask again well before it runs out, and stop the work when the answer is false
   * or none came in time.
   */
  hold(name: string, owner: string, leaseMs: number): Promise<boolean>;
  /** On shutdown: another owner may take it at once. False when it was not the owner's. */
  release(name: string, owner: string): Promise<boolean>;
}
