import { expect, it } from "vitest";
import { shareDeliveries } from "./sharing.ts";

it("two processes on one database share the deliveries and double none", async () => {
  const shared = await shareDeliveries(400);
  expect(shared).toMatchObject({ sent: 400, messages: 800, doubled: 0 });
  for (const count of shared.byProcess) expect(count).toBeGreaterThan(0);
}, 60_000);
