// `/subscribe`: a digest for this chat or another, on a schedule, with filters.
import { nextSlots } from "../delivery/schedule.ts";
import { chatKey } from "../model/chat.ts";
import type { Digest, Filters, Subscription } from "../model/digest.ts";
import type { Action, Inline, Post } from "../model/post.ts";
import type { Ask, Command } from "./command.ts";
import { chooseOutlet } from "./outlet-choice.ts";
import { choosePlace } from "./place.ts";
import { echo, line, mistake, said, typed } from "./reply.ts";
import { DAYS, showMoment, showSchedule, showSubscription } from "./show-schedule.ts";
import { readWish, type Wish } from "./subscribe-arguments.ts";
import { whose } from "./whose.ts";

/** More digests in one place than this help nobody. */
const CAP = 20;
const SHOWN_NEXT = 3;

/** `/subscribe` over the definitions in digests/. */
export function subscribeCommand(digests: readonly Digest[]): Command {
  return {
    name: "subscribe",
    summary: "Have a digest posted here on a schedule",
    arguments: [
      { name: "digest", summary: "Which digest", kind: "digest", required: true },
      { name: "schedule", summary: "When: 08:00, mon 09:00, hourly", kind: "schedule" },
      { name: "zone", summary: "Time zone, such as Europe/Kyiv", kind: "zone" },
      { name: "about", summary: "Only what has these words; -word leaves out", kind: "words" },
      { name: "from", summary: "Only these outlets, with commas between", kind: "outlet" },
      { name: "speaker", summary: "Only this speaker", kind: "speaker" },
      { name: "in", summary: "Another channel", kind: "place" },
    ],
    access: "everyone",
    keeps: true,
    examples: async () => [
      "/subscribe daily 08:00 Europe/Kyiv",
      "/subscribe weekly mon 09:00",
      "/subscribe on-this-date 12:00",
      "/subscribe follow putin",
      "/subscribe daily about nato -sport from rt",
    ],
    async run(ask) {
      const asked = asLine(ask.request.arguments);
      if (asked === "") return invitation(digests);
      const read = readWish(asked, digests);
      return read.kind === "mistake" ? mistake(read.what) : subscribe(ask, read.wish);
    },
  };
}

/** A slash command's options as the line one would type. */
function asLine(given: Ask["request"]["arguments"]): string {
  if (typeof given === "string") return given;
  const { digest = "", schedule = "", zone = "", ...clauses } = given;
  const rest = Object.entries(clauses).map(([name, value]) => (value === "" ? "" : `${name} ${value}`));
  return [digest, schedule, zone, ...rest].filter(Boolean).join(" ");
}

async function subscribe(ask: Ask, wish: Wish): Promise<Post> {
  const { store, request, now } = ask;
  const chat = await choosePlace(request, wish.place);
  if ("blocks" in chat) return chat;
  const filters = await resolved(ask, wish.filters);
  if ("blocks" in filters) return filters;
  const { settings } = await store.chats.get(chat);
  const zone = wish.zone ?? settings.zone ?? "UTC";
  const slots = nextSlots(wish.schedule, zone, now, SHOWN_NEXT);
  const created = await store.subscriptions.create(
    {
      chat,
      digest: wish.digest.name,
      schedule: wish.schedule,
      zone,
      filters,
      nextDue: slots[0]!,
      createdBy: `${request.person.platform}:${request.person.id}`,
    },
    CAP,
  );
  if (created.kind === "over the cap")
    return mistake(`There are ${created.held} subscriptions here already. `, typed("/subscriptions"), " removes some.");
  if (created.kind === "exists") return existing(created.subscription, wish, zone);
  // The first zone anybody names is the chat's: its other answers tell the time by it too.
  if (settings.zone === null && wish.zone !== null) await store.chats.setSettings(chat, { ...settings, zone });
  const isHere = chatKey(chat) === chatKey(request.chat);
  return confirmation(created.subscription, slots, { isHere, zoneNote: zoneNote(settings.zone, wish.zone) });
}

/** What the person should know of the zone; null when there is nothing to tell. */
function zoneNote(held: string | null, wished: string | null): readonly Inline[] | null {
  if (held === null && wished === null)
    return [
      said("Times are in UTC, as no time zone is set. "),
      typed("/settings zone Europe/Kyiv"),
      said(" sets one."),
    ];
  if (held === null)
    return [said(`${wished} is the time zone here from now on; `), typed("/settings"), said(" changes it.")];
  return null;
}

/** The same digest with the same filters is there: a second would say the same, so its time may be changed instead. */
function existing(held: Subscription, { schedule }: Wish, zone: string): Post {
  const post = mistake(`There is one already: ${showSubscription(held)}. `, typed("/subscriptions"), " changes it.");
  const isSame = zone === held.zone && JSON.stringify(schedule) === JSON.stringify(held.schedule);
  if (isSame) return post;
  const when =
    schedule.every === "hour" ? "hourly" : `${schedule.days.map((day) => DAYS[day - 1]).join(",")} ${schedule.at}`;
  const label = `Change it to ${showSchedule(schedule)}`;
  return { ...post, actions: [[{ label, name: "subscriptions", arguments: `time ${held.id} ${when} ${zone}` }]] };
}

function confirmation(
  held: Subscription,
  slots: readonly Temporal.Instant[],
  { isHere, zoneNote }: { readonly isHere: boolean; readonly zoneNote: readonly Inline[] | null },
): Post {
  const preview: Action = {
    label: isHere ? "Send one now" : "Preview it here",
    name: "subscriptions",
    arguments: `preview ${held.id}`,
  };
  return {
    blocks: [
      { kind: "paragraph", spans: [{ text: "Subscribed", style: "bold" }, said(`: ${showSubscription(held)}.`)] },
      { kind: "paragraph", spans: [said(isHere ? "It will post next on" : "It will post there next on")] },
      { kind: "list", items: slots.map((slot) => [said(showMoment(slot, held.zone))]) },
      ...(zoneNote === null ? [] : [{ kind: "paragraph" as const, spans: zoneNote }]),
    ],
    actions: [[preview, { label: "Remove", name: "subscriptions", arguments: `remove ${held.id}` }]],
  };
}

/** Names as the store spells them, or a Post that asks back. */
async function resolved({ store, viewer }: Ask, filters: Filters): Promise<Filters | Post> {
  const speakers: string[] = [];
  for (const name of filters.speakers) {
    const who = await whose(store, name, viewer);
    if (who.kind === "nobody")
      return mistake(`Nobody called ${echo(name)} is known here yet. `, typed("/who"), " lists the most quoted.");
    if (who.kind !== "one")
      return mistake(
        `Whom do you mean: ${who.speakers
          .slice(0, 4)
          .map((one) => one.name)
          .join(", ")}?`,
      );
    speakers.push(who.speaker.name);
  }
  const outlets: string[] = [];
  for (const name of filters.outlets) {
    const outlet = await chooseOutlet(store, name);
    if (typeof outlet === "object") return outlet;
    outlets.push(outlet);
  }
  return { ...filters, speakers, outlets };
}

function invitation(digests: readonly Digest[]): Post {
  return {
    blocks: [
      ...line("Say which digest, and when if you like:").blocks,
      { kind: "list", items: digests.map(({ name, summary }) => [typed(`/subscribe ${name}`), said(`  ${summary}`)]) },
    ],
  };
}
