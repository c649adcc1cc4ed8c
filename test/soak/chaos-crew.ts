// Several processes of one bot, each with a network of its own to the database, looked after as an operator's system
// does: one that ends is started again.

import type { Network } from "../support/network.ts";
import { type Program, startProgram } from "../support/process/program.ts";

/** Something that was done to a process or to the database; real milliseconds. */
export interface Blow {
  readonly kind: "kill" | "stop" | "cut" | "freeze" | "restart";
  readonly began: number;
  /** Infinity while it lasts. */
  ended: number;
  /** It struck the process that polled Telegram. */
  readonly isPoller: boolean;
}

export interface Member {
  readonly network: Network;
  /** Null while it is down. */
  program: Program | null;
  /** It is up, and knows the present. */
  isUp: boolean;
  /** Of all its lives. */
  output: string;
}

export interface Crew {
  readonly members: readonly Member[];
  /** Ends that nobody ordered, with the last words. */
  readonly crashes: string[];
  /** Milliseconds from an order to be gone until it was. */
  readonly farewells: number[];
  /** Sets every clock. */
  set(now: Temporal.Instant): Promise<void>;
  /** Lets the tick come everywhere; resolves when all that are well have done theirs. */
  tick(): Promise<void>;
  kill(member: Member): Promise<void>;
  stop(member: Member): Promise<void>;
  /** Does it poll Telegram, as far as it says? */
  polls(member: Member): boolean;
  /** How many deliveries it has ended in this life. */
  delivered(member: Member): number;
  dismiss(): Promise<readonly (number | null)[]>;
}

export interface CrewOptions {
  readonly networks: readonly Network[];
  readonly variables: (network: Network) => Readonly<Record<string, string>>;
  readonly now: () => Temporal.Instant;
}

/** Pauses of the program are a fifth as long: it has many hosts to visit and little time. */
const PAUSES = 1 / 5;
/** A tick that takes longer than this is one that waits for a network that is gone. */
const TICK_MS = 20_000;
const AGAIN_MS = 300;
/** A start may come upon a database that is away: then it ends, saying so, and is started again. */
const IS_AWAY = /PostgreSQL does not answer|PostgreSQL is starting or stopping|the connection was lost/;

export function assemble({ networks, variables, now }: CrewOptions): Crew {
  const crashes: string[] = [];
  const farewells: number[] = [];
  let isOver = false;
  const ordered = new WeakSet<Program>();
  const members = networks.map((network): Member => ({ network, program: null, isUp: false, output: "" }));

  const start = (member: Member): void => {
    const world = { now: now().toString(), speed: 1, pauses: PAUSES, isLoopback: true };
    const program = startProgram(["start"], variables(member.network), world);
    member.program = program;
    program.up
      // Its clock was set before it was up, and the others' may have moved on since.
      .then(() => program.set(now()))
      .then(() => {
        member.isUp = member.program === program;
      })
      .catch(() => {});
    void program.ended.then(({ code, signal }) => {
      member.output += program.output();
      member.isUp = false;
      member.program = null;
      if (!ordered.has(program) && !IS_AWAY.test(program.output()))
        crashes.push(`${signal ?? code}: ${program.output().slice(-1_500)}`);
      if (!isOver) setTimeout(() => start(member), AGAIN_MS);
    });
  };
  for (const member of members) start(member);

  const end = async (member: Member, signal: "SIGKILL" | "SIGTERM"): Promise<void> => {
    const { program } = member;
    if (program === null) return;
    ordered.add(program);
    member.isUp = false;
    const began = performance.now();
    program.child.kill(signal);
    await program.ended;
    farewells.push(performance.now() - began);
  };

  const up = (): Program[] => members.flatMap(({ program, isUp }) => (program !== null && isUp ? [program] : []));
  return {
    members,
    crashes,
    farewells,
    async set(moment) {
      await Promise.allSettled(up().map((program) => program.set(moment)));
    },
    async tick() {
      const late = new AbortController();
      const enough = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, TICK_MS);
        late.signal.addEventListener("abort", () => clearTimeout(timer));
      });
      await Promise.race([Promise.allSettled(up().map((program) => program.tick())), enough]);
      late.abort();
    },
    kill: (member) => end(member, "SIGKILL"),
    stop: (member) => end(member, "SIGTERM"),
    polls: ({ program }) => isPoller(program?.output() ?? ""),
    delivered: ({ program }) => (program?.output() ?? "").split("a delivery went as far as it could").length - 1,
    async dismiss() {
      isOver = true;
      const codes = members.map(async (member) => {
        const { program } = member;
        if (program === null) return null;
        ordered.add(program);
        return (await program.stop()).code;
      });
      return Promise.all(codes);
    },
  };
}

/** By the last thing it said of polling. */
function isPoller(output: string): boolean {
  const last = (text: string): number => output.lastIndexOf(text);
  const lost = Math.max(last("standing by"), last("the lease for polling was lost"));
  return Math.max(last("this process polls Telegram now"), last('"by":"polling"')) > lost;
}
