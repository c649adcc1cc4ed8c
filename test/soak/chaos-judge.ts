// What became of every delivery of the chaos test: one row a slot, one message a receipt, and a reason for every doubt.
import type { Chat } from "../../src/model/chat.ts";
import type { DeliveryRow } from "../../src/store/contract/deliveries.ts";
import type { Store } from "../../src/store/store.ts";
import type { Blow } from "./chaos-crew.ts";
import type { Platforms } from "./trouble.ts";

/** All but the first five should be 0. */
export interface ChaosVerdict {
  readonly slots: number;
  readonly sent: number;
  readonly inDoubt: number;
  /** Of those, on Discord: few, for it knows a message's nonce for minutes. */
  readonly discordInDoubt: number;
  /** Nothing new in that hour. */
  readonly empty: number;
  /** Slots without a delivery, or that were missed. */
  readonly missed: number;
  /** Neither sent nor in doubt at the end. */
  readonly open: number;
  /** Receipts for messages that are in no chat. */
  readonly missing: number;
  /** Messages in a chat that no receipt and no doubt accounts for, or that stand there twice. */
  readonly doubled: number;
  /** Doubts that no blow explains. */
  readonly needless: number;
  readonly examples: readonly string[];
}

export interface ChaosEvidence {
  readonly platforms: Platforms;
  readonly blows: readonly Blow[];
  /** The first and the last slot that everybody should have had. */
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant;
  /** The real millisecond of a moment on the processes' clocks. */
  readonly realMs: (moment: string) => number;
}

/** Longest that a request and the commit of its receipt take on a busy machine. */
const REQUEST_MS = 5_000;
const NOTHING_NEW = /nothing new/;

export async function judgeChaos(store: Store, chats: readonly Chat[], evidence: ChaosEvidence): Promise<ChaosVerdict> {
  const counts = { slots: 0, sent: 0, inDoubt: 0, empty: 0, missed: 0, open: 0, missing: 0, doubled: 0, needless: 0 };
  let discordInDoubt = 0;
  const examples: string[] = [];
  const count = (what: keyof typeof counts, row: DeliveryRow | null, detail: unknown = ""): void => {
    counts[what] += 1;
    const isWrong = what !== "slots" && what !== "sent" && what !== "inDoubt" && what !== "empty";
    if (isWrong && examples.length < 10) examples.push(`${what} ${detail} ${JSON.stringify(row)}`);
  };
  for (const chat of chats) {
    const rows = await store.deliveries.ofChat(chat, 1_000);
    const bySlot = new Map(rows.map((row) => [Temporal.Instant.from(row.slot).toString(), row]));
    for (const slot of hoursOf(evidence)) {
      const row = bySlot.get(slot.toString()) ?? null;
      counts.slots += 1;
      if (row === null) count("missed", null, `${chat.platform} ${chat.id} ${slot}`);
      else if (row.state === "sent") count("sent", row);
      else if (row.state === "skipped") count(NOTHING_NEW.test(row.reason ?? "") ? "empty" : "missed", row);
      else if (row.state !== "in doubt") count("open", row);
      else {
        count("inDoubt", row);
        if (chat.platform === "discord") discordInDoubt += 1;
        if (!isExplained(row, evidence)) count("needless", row, evidence.realMs(begunOf(row) ?? row.changed));
      }
    }
    judgeMessages(chat, rows, evidence.platforms, (what, detail) => count(what, null, detail));
  }
  return { ...counts, discordInDoubt, examples };
}

function hoursOf({ from, until }: ChaosEvidence): readonly Temporal.Instant[] {
  const hours = Math.floor(until.since(from).total("hours"));
  return Array.from({ length: hours + 1 }, (_, at) => from.add({ hours: at }));
}

/** Every message in the chat has one receipt, or is the one a delivery is in doubt about. */
function judgeMessages(
  chat: Chat,
  rows: readonly DeliveryRow[],
  platforms: Platforms,
  count: (what: "missing" | "doubled", detail: string) => void,
): void {
  const out = messagesIn(chat, platforms);
  const receipts = rows.flatMap(({ parts }) => parts.flatMap(({ messageId }) => messageId ?? []));
  for (const id of receipts) if (!out.has(id)) count("missing", `${chat.platform} ${chat.id} message ${id}`);
  const doubts = rows.filter((row) => row.state === "in doubt" && begunOf(row) !== null).length;
  const unaccounted = [...out.keys()].filter((id) => !receipts.includes(id));
  for (const id of unaccounted.slice(doubts)) count("doubled", `${chat.platform} ${chat.id} message ${id}`);
  const texts = [...out.values()];
  for (let extra = texts.length - new Set(texts).size; extra > 0; extra--)
    count("doubled", `${chat.platform} ${chat.id} text`);
}

/** Text by message id. */
function messagesIn({ platform, id }: Chat, { telegram, discord }: Platforms): Map<string, string> {
  if (platform === "telegram") {
    const there = telegram.seen.filter(({ chat }) => chat === id);
    return new Map(there.map((seen) => [String(seen.id), seen.text]));
  }
  const there = discord.state.messages.filter(({ channel }) => channel === id);
  return new Map(there.map((message) => [message.id, JSON.stringify(message.body.components)]));
}

function begunOf(row: DeliveryRow): string | null {
  return row.parts.find(({ state }) => state === "sending")?.begun ?? null;
}

/** Was a process or the database struck between this request and its receipt? */
function isExplained(row: DeliveryRow, { blows, realMs }: ChaosEvidence): boolean {
  const begun = begunOf(row);
  if (begun === null) return false;
  const at = realMs(begun);
  return blows.some((blow) => blow.kind !== "stop" && blow.began < at + REQUEST_MS && blow.ended > at - 100);
}
