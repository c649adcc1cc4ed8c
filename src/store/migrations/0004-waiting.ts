// What waits to be sent, by platform: however much waits on one, a claim for another finds its own at once.
import type { Migration } from "./migration.ts";

export const WAITING: Migration = [
  "create index delivery_waiting_there on delivery (platform, retry_at, id) where state = 'planned'",
  "create index delivery_sending_there on delivery (platform, lease_until, id) where state = 'sending'",
];
