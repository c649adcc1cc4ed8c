// What became of every delivery of the soak, by what stands in the chats and what the platforms recorded.
import type { Chat } from "../../src/model/chat.ts";
import type { DeliveryRow } from "../../src/store/contract/deliveries.ts";
import type { Store } from "../../src/store/store.ts";
import type { Platforms } from "./trouble.ts";

/** What it came to. The first four add up to all deliveries. */
export interface Verdict {
  readonly sent: number;
  readonly inDoubt: number;
  readonly refused: number;
  readonly open: number;
  /** Messages that stand in a chat more than once. */
  readonly doubled: number;
  /** Sent deliveries of which something is missing, or without a receipt for each message. */
  readonly missing: number;
  /** Deliveries in doubt whose fate no fault and no kill explains. */
  readonly needless: number;
  /** Of those in doubt: their message did arrive. */
  readonly inDoubtButOut: number;
  readonly discordInDoubt: number;
  /** In doubt on Discord while it still knew the nonce. */
  readonly discordWithinWindow: number;
}

export interface Evidence {
  readonly platforms: Platforms;
  /** Real milliseconds at which the process was killed, in order. */
  readonly killed: readonly number[];
  /** The real millisecond of a moment on the soak's clock. */
  readonly realMs: (moment: string) => number;
}

/** Longest that a request and the commit of its receipt take on a busy machine. */
const REQUEST_MS = 5_000;
const NONCE_WINDOW_MINUTES = 2;
/** Faults of Telegram's that leave open whether the message was taken. */
const OPEN_ENDED: ReadonlySet<string> = new Set(["drop before", "drop after", "half", "error 500", "html 502"]);

export async function judge(store: Store, chats: readonly Chat[], evidence: Evidence): Promise<Verdict> {
  const out = messagesByChat(evidence.platforms);
  const textsOf = (chat: Chat): readonly string[] => out.get(`${chat.platform}:${chat.id}`) ?? [];
  const byPlatform = Map.groupBy(chats, ({ platform }) => platform);
  const wholeOn = new Map(
    [...byPlatform].map(([platform, all]) => [platform, Math.max(...all.map((chat) => new Set(textsOf(chat)).size))]),
  );
  const counts = { sent: 0, inDoubt: 0, refused: 0, open: 0, doubled: 0, missing: 0, needless: 0 };
  const doubts = { inDoubtButOut: 0, discordInDoubt: 0, discordWithinWindow: 0 };
  for (const chat of chats) {
    const [row] = await store.deliveries.ofChat(chat, 1);
    const texts = textsOf(chat);
    const different = new Set(texts).size;
    const whole = wholeOn.get(chat.platform)!;
    counts.doubled += texts.length - different;
    if (row?.state === "sent") {
      counts.sent += 1;
      if (different < whole || row.parts.filter(({ state }) => state === "sent").length < whole) counts.missing += 1;
    } else if (row?.state === "in doubt") {
      counts.inDoubt += 1;
      if (different > row.parts.filter(({ state }) => state === "sent").length) doubts.inDoubtButOut += 1;
      if (chat.platform === "discord") doubts.discordInDoubt += 1;
      if (chat.platform === "discord" && minutesInDoubt(row) < NONCE_WINDOW_MINUTES) doubts.discordWithinWindow += 1;
      if (!isExplained(row, evidence)) counts.needless += 1;
    } else if (row?.state === "refused") counts.refused += 1;
    else counts.open += 1;
  }
  return { ...counts, ...doubts };
}

function messagesByChat({ telegram, discord }: Platforms): Map<string, string[]> {
  const out = new Map<string, string[]>();
  const put = (key: string, text: string): void => void out.set(key, [...(out.get(key) ?? []), text]);
  for (const { chat, text } of telegram.seen) put(`telegram:${chat}`, text);
  for (const { channel, body } of discord.state.messages) put(`discord:${channel}`, JSON.stringify(body.components));
  return out;
}

function begunOf(row: DeliveryRow): string | null {
  return row.parts.find(({ state }) => state === "sending")?.begun ?? null;
}

function minutesInDoubt(row: DeliveryRow): number {
  const begun = begunOf(row);
  return begun === null ? 0 : Temporal.Instant.from(row.changed).since(begun).total("minutes");
}

/** A kill between request and receipt, or a fault that this very chat's request ran into. */
function isExplained(row: DeliveryRow, { platforms, killed, realMs }: Evidence): boolean {
  const begun = begunOf(row);
  if (begun === null) return false;
  const at = realMs(begun);
  const kill = killed.find((ms) => ms >= at - 1);
  const wasKilled = kill !== undefined && kill - at < REQUEST_MS;
  if (row.chat.platform === "discord") return wasKilled;
  return wasKilled || platforms.telegram.faulted.some(({ chat, kind }) => chat === row.chat.id && OPEN_ENDED.has(kind));
}
