// `/settings`: the chat's time zone and its quiet hours.
import { nextSlot } from "../delivery/schedule.ts";
import type { Post } from "../model/post.ts";
import type { ChatSettings } from "../store/contract/chats.ts";
import { clausesOf } from "./clauses.ts";
import type { Ask, Command } from "./command.ts";
import { choosePlace } from "./place.ts";
import { line, mistake, said, typed } from "./reply.ts";
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
    if (changed.zone !== null && changed.zone !== settings.zone) await moveSlots(ask, changed.zone);
    return shown(changed);
  },
};

/** The settings with the zone and quiet hours asked for, or a Post that says what is wrong. */
function changedSettings(held: ChatSettings, zone: string | undefined, quiet: string | undefined): ChatSettings | Post {
  const wanted = zone === undefined ? null : readZone(zone);
  if (wanted?.kind === "unknown") {
    const meant =
      wanted.near.length === 0 ? "Write it as Europe/Kyiv." : `Did you mean ${wanted.near.slice(0, 2).join(" or ")}?`;
    return mistake(`I know no time zone called ${zone?.slice(0, 40)}. ${meant}`);
  }
  const hours = quiet === undefined ? held.quiet : readQuiet(quiet);
  if (hours === "unreadable")
    return mistake("Quiet hours look like ", typed("/settings quiet 22:00-07:00 held"), ", or off.");
  return { zone: wanted?.zone ?? held.zone, quiet: hours };
}

function readQuiet(text: string): ChatSettings["quiet"] | "unreadable" {
  if (/^off$/i.test(text)) return null;
  const match = /^([01]?\d|2[0-3]):([0-5]\d)\s*(?:-|–|to)\s*([01]?\d|2[0-3]):([0-5]\d)(?:\s+(silent|held))?$/i.exec(
    text,
  );
  if (match === null) return "unreadable";
  const [, fromHour = "", fromMinute, untilHour = "", untilMinute, mode] = match;
  return {
    from: `${fromHour.padStart(2, "0")}:${fromMinute}`,
    until: `${untilHour.padStart(2, "0")}:${untilMinute}`,
    mode: mode?.toLowerCase() === "held" ? "held" : "silent",
  };
}

/** A chat's digests keep their wall time when its zone changes. */
async function moveSlots({ store, request, now }: Ask, zone: string): Promise<void> {
  for (const { id, schedule } of await store.subscriptions.ofChat(request.chat))
    await store.subscriptions.change(id, { zone, nextDue: nextSlot(schedule, zone, now) });
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
