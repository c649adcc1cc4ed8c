// How the processes of one bot agree, over the store they share: leases, claims and notes as the platforms ask for them.
import type { Claims, Lease, Notes } from "../model/processes.ts";
import type { Store } from "../store/store.ts";

export interface Processes {
  leaseOn(name: string): Lease;
  readonly claims: Claims;
  readonly notes: Notes;
}

/** A killed process's work is another's after this: longer than an answer takes, shorter than a person waits. */
const CLAIM_MS = 15_000;

/** `owner` names this process: unlike any other's. */
export function processesOver(store: Store, owner: string): Processes {
  return {
    leaseOn: (name) => ({
      hold: (milliseconds) => store.leases.hold(name, owner, milliseconds),
      release: async () => void (await store.leases.release(name, owner)),
    }),
    claims: {
      take: (id) => store.claims.take(id, owner, CLAIM_MS),
      done: async (id) => void (await store.claims.done(id, owner)),
    },
    notes: store.notes,
  };
}
