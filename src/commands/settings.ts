// `/settings`: the chat's time zone and its quiet hours.
import { nextSlot } from "../delivery/schedule.ts";
import type { Post } from "../model/post.ts";
import type { ChatSettings } from "../store/contract/chats.ts";
import { clausesOf } from "./clauses.ts";
import type { Ask, Command } from "./command.ts";
import { fold } from "./nearest.ts";
import { choosePlace } from "./place.ts";
import { echo, line, mistake, prefaced, said, typed } from "./reply.ts";
import { readTime } from "./times.ts";
import { readZone } from "./zones.ts";

const KEYWORDS = { zone: "zone", timezone: "zone", quiet: "quiet" } as const;

export const settingsCommand: Command = {
  name: "settings",
  summary: "Time zone and quiet hours of this chat",
  arguments: [
    { name: "zone", summary: "Time zone, such as Europe/Kyiv", kind: "zone" },
    { name: "quiet", summary: "22:00-07:00 silent, 22:00-07:00 held, or off", kind: "schedule" },
  ],
  access: "everyone",
  keeps: true,
  examples: async () => ["/settings zone Europe/Kyiv", "/settings quiet 22:00-07:00 held", "/settings quiet off"],
  async run(ask) {
    const { words, values } = clausesOf(ask.request.arguments, "words", KEYWORDS);
    const { settings } = await ask.store.chats.get(ask.request.chat);
    if (words === "" && Object.keys(values).length === 0) return shown(settings);
    const chat = await choosePlace(ask.request, null);
    if ("blocks" in chat) return chat;
    const changed = changedSettings(settings, values.zone ?? (words === "" ? undefined : words), values.quiet);
    if ("blocks" in changed) return changed;
    await ask.store.chats.setSettings(chat, changed);
    const isMoved = changed.zone !== null && changed.zone !== settings.zone;
    const moved = isMoved ? await moveSlots(ask, changed.zone!) : 0;
    return moved === 0 ? shown(changed) : prefaced(shown(changed), movedWords(moved));
  },
};

/** The settings with the zone and quiet hours asked for, or a Post that says what is wrong. */
function changedSettings(held: ChatSettings, zone: string | undefined, quiet: string | undefined): ChatSettings | Post {
  const wanted = zone === undefined ? null : readZone(zone);
  if (wanted?.kind === "unknown") {
    const meant =
      wanted.near.length === 0
        ? "Name it by a city: Europe/Kyiv."
        : `Did you mean ${wanted.near.slice(0, 2).join(" or ")}?`;
    return mistake(`I know no time zone called ${echo(zone ?? "")}. ${meant}`);
  }
  const hours = quiet === undefined ? held.quiet : readQuiet(quiet);
  if (hours === "unreadable")
    return mistake("Quiet hours look like ", typed("/settings quiet 22:00-07:00 held"), ", or off.");
  return { zone: wanted?.zone ?? held.zone, quiet: hours };
}

/** "22:00-07:00 held", "10 pm to 7 am", "off". */
function readQuiet(text: string): ChatSettings["quiet"] | "unreadable" {
  if (/^(?:off|none|no)$/i.test(text)) return null;
  const tokens = fold(text)
    .split(/\s*(?:-|–|\bto\b|\s)\s*/u)
    .filter(Boolean);
  const from = readTime(tokens[0] ?? "", tokens[1]);
  if (from === null || from === "impossible") return "unreadable";
  const until = readTime(tokens[from.tokens] ?? "", tokens[from.tokens + 1]);
  if (until === null || until === "impossible") return "unreadable";
  const [mode = "silent", ...more] = tokens.slice(from.tokens + until.tokens);
  if (more.length > 0 || (mode !== "silent" && mode !== "held")) return "unreadable";
  return { from: from.at, until: until.at, mode };
}

/** A chat's digests keep their wall time when its zone changes. Returns how many there are. */
async function moveSlots({ store, request, now }: Ask, zone: string): Promise<number> {
  const held = await store.subscriptions.ofChat(request.chat);
  for (const { id, schedule } of held)
    await store.subscriptions.change(id, { zone, nextDue: nextSlot(schedule, zone, now) });
  return held.length;
}

function movedWords(count: number): string {
  return count === 1
    ? "The digest posted here keeps its time of day, on the new clocks."
    : `The ${count} digests posted here keep their time of day, on the new clocks.`;
}

function shown({ zone, quiet }: ChatSettings): Post {
  const hours =
    quiet === null
      ? "none"
      : `${quiet.from} to ${quiet.until}, digests ${quiet.mode === "held" ? "wait till they end" : "come without a sound"}`;
  const post = line("Settings of this chat");
  return {
    blocks: [
      ...post.blocks,
      {
        kind: "list",
        items: [[said(`Time zone: ${zone ?? "UTC, as none is set"}`)], [said(`Quiet hours: ${hours}`)]],
      },
    ],
    quiet: true,
  };
}
