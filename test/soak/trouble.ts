// What goes wrong in the soak: faults of both platforms on order, and the moments at which the process is killed.
import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import type { FakeDiscord } from "../support/discord/fake.ts";
import type { Fault as DiscordFault } from "../support/discord/faults.ts";
import type { Fault as TelegramFault } from "../support/telegram/faults.ts";
import type { FakeTelegram } from "../support/telegram/server.ts";

export interface Platforms {
  readonly telegram: FakeTelegram;
  readonly discord: FakeDiscord;
}

/** Random numbers from 0 up to 1. */
export type Random = () => number;

/** A small seeded generator (mulberry32). */
export function randomOf(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Orders one fault for a send to come. */
export function trouble({ telegram, discord }: Platforms, random: Random): void {
  const ms = Math.floor(random() * 300);
  const both = [{ kind: "drop before" }, { kind: "drop after" }, { kind: "half" }, { kind: "slow", ms }] as const;
  const onTelegram: readonly TelegramFault[] = [
    ...both,
    { kind: "flood", seconds: 1 },
    { kind: "error 500" },
    { kind: "html 502" },
  ];
  const onDiscord: readonly DiscordFault[] = [
    ...both,
    { kind: "limit", seconds: 1 },
    { kind: "status", status: 502 },
    { kind: "status", status: 502, html: true },
    { kind: "status", status: 500, taken: true },
  ];
  if (random() < 0.5) telegram.fail("sendMessage", oneOf(onTelegram, random));
  else discord.fail("send", oneOf(onDiscord, random));
}

function oneOf<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!;
}

/**
 * Kills the process at a random moment: any at all, while a platform holds an answer back (taken, no receipt), or as
 * soon as one has taken a message (its answer on the way, or the receipt on its way into the store).
 * @returns the real millisecond of the kill
 */
export async function killSometime(child: ChildProcess, platforms: Platforms, random: Random): Promise<number> {
  const { telegram, discord } = platforms;
  const longest = 200 + Math.floor(random() * 3_000);
  const moment = random();
  if (moment < 0.2) {
    telegram.fail("sendMessage", { kind: "slow", ms: 2_000 });
    discord.fail("send", { kind: "slow", ms: 2_000 });
  }
  if (moment < 0.6) await pause(longest);
  else {
    const count = (): number => telegram.taken.length + discord.state.messages.length;
    const enough = count() + 1 + Math.floor(random() * 60);
    for (const until = Date.now() + longest; count() < enough && Date.now() < until; ) await pause(1);
  }
  child.kill("SIGKILL");
  return Date.now();
}
