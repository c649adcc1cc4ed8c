// `/subscribe`: a digest for this chat or another, on a schedule, with filters.
import { nextSlots } from "../delivery/schedule.ts";
import type { Digest, Filters } from "../model/digest.ts";
import type { Post } from "../model/post.ts";
import type { Ask, Command } from "./command.ts";
import { chooseOutlet } from "./outlet-choice.ts";
import { choosePlace } from "./place.ts";
import { line, mistake, said, typed } from "./reply.ts";
import { showMoment, showSubscription } from "./show-schedule.ts";
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
  const zone = wish.zone ?? (await store.chats.get(chat)).settings.zone ?? "UTC";
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
  if (created.kind === "exists")
    return mistake(
      `There is one already: ${showSubscription(created.subscription)}. `,
      typed("/subscriptions"),
      " changes it.",
    );
  return confirmation(created.subscription.id, showSubscription(created.subscription), slots, zone);
}

function confirmation(id: number, what: string, slots: readonly Temporal.Instant[], zone: string): Post {
  return {
    blocks: [
      { kind: "paragraph", spans: [{ text: "Subscribed", style: "bold" }, said(`: ${what}.`)] },
      { kind: "paragraph", spans: [said("It will post next on")] },
      { kind: "list", items: slots.map((slot) => [said(showMoment(slot, zone))]) },
    ],
    actions: [
      [
        { label: "Send one now", name: "subscriptions", arguments: `preview ${id}` },
        { label: "Remove", name: "subscriptions", arguments: `remove ${id}` },
      ],
    ],
  };
}

/** Names as the store spells them, or a Post that asks back. */
async function resolved({ store, viewer }: Ask, filters: Filters): Promise<Filters | Post> {
  const speakers: string[] = [];
  for (const name of filters.speakers) {
    const who = await whose(store, name, viewer);
    if (who.kind === "nobody")
      return mistake(
        `Nobody called ${name.slice(0, 60)} is known here yet. `,
        typed("/who"),
        " lists the most quoted.",
      );
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
