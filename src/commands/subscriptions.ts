// `/subscriptions` and `/unsubscribe`: what is posted here, with buttons to pause, resume, preview and remove.
import { composeEdition } from "../composer/edition.ts";
import { nextSlot } from "../delivery/schedule.ts";
import type { Chat } from "../model/chat.ts";
import type { Digest, Subscription } from "../model/digest.ts";
import type { Action, Block, Post } from "../model/post.ts";
import type { DeliveryRow } from "../store/contract/deliveries.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { choosePlace } from "./place.ts";
import { line, mistake, prefaced, said, typed } from "./reply.ts";
import { showMoment, showSubscription } from "./show-schedule.ts";
import { readWish } from "./subscribe-arguments.ts";

const HELP = "These can be done: pause, resume, preview, remove, or time, with a number from the list.";

/** `/subscriptions`, and what its buttons do: "pause 3", "time 3 09:00". */
export function subscriptionsCommand(digests: readonly Digest[]): Command {
  return {
    name: "subscriptions",
    summary: "What is posted here and when; pause, change, remove",
    arguments: [
      { name: "action", summary: "pause 3, resume 3, time 3 09:00, preview 3, remove 3, in @channel", kind: "action" },
    ],
    access: "everyone",
    keeps: true,
    examples: async () => ["/subscriptions", "/subscriptions time 1 09:00"],
    async run(ask) {
      const given = wordsOf(ask, "action");
      const place = /^in\s+(\S+)$/i.exec(given);
      if (given === "" || place !== null) return listed(ask, place?.[1] ?? null);
      const match = /^(pause|resume|preview|remove|time|again)\s+#?(\d{1,15})(?:\s+(.+))?$/i.exec(given);
      if (match === null) return mistake(HELP);
      return act(ask, digests, match[1]!.toLowerCase(), Number(match[2]), match[3] ?? "");
    },
  };
}

/** `/unsubscribe`: the only subscription, the one named by its number, or the list to choose from. */
export function unsubscribeCommand(digests: readonly Digest[]): Command {
  return {
    name: "unsubscribe",
    summary: "Stop a digest here",
    arguments: [{ name: "digest", summary: "Which: its name or its number in /subscriptions", kind: "digest" }],
    access: "everyone",
    keeps: true,
    examples: async () => ["/unsubscribe daily"],
    async run(ask) {
      const wanted = wordsOf(ask, "digest").toLowerCase();
      const held = await ask.store.subscriptions.ofChat(ask.request.chat);
      const fitting =
        wanted === ""
          ? held
          : held.filter(({ id, digest }) => digest === wanted || `${id}` === wanted.replace("#", ""));
      const [only, ...others] = fitting;
      if (only === undefined) return held.length === 0 ? line("Nothing is posted here.") : listed(ask, null);
      if (others.length > 0) return prefaced(await listed(ask, null), "Which one? Its Remove button ends it.");
      return act(ask, digests, "remove", only.id, "");
    },
  };
}

async function listed(ask: Ask, place: string | null): Promise<Post> {
  const chat = place === null ? ask.request.chat : await choosePlace(ask.request, place);
  if ("blocks" in chat) return chat;
  const held = await ask.store.subscriptions.ofChat(chat, ask.request.isPrivate || place !== null ? "place" : "chat");
  if (held.length === 0) return line("Nothing is posted here yet. ", typed("/subscribe daily 08:00"), " begins.");
  const blocks: Block[] = [{ kind: "heading", spans: [said("Subscriptions")] }];
  for (const subscription of held) {
    const [last] = await ask.store.deliveries.ofSubscription(subscription.id, 1);
    blocks.push(
      {
        kind: "paragraph",
        spans: [{ text: `#${subscription.id} `, style: "bold" }, said(showSubscription(subscription))],
      },
      { kind: "source", spans: [said(stateOf(subscription, last))] },
    );
  }
  return { blocks, actions: held.slice(0, 5).map(buttons), quiet: true };
}

function stateOf({ state, nextDue, zone }: Subscription, last: DeliveryRow | undefined): string {
  const next = state.kind === "active" ? `next ${showMoment(nextDue, zone)}` : `paused: ${state.reason}`;
  return `${next} · ${last === undefined ? "nothing sent yet" : `last ${showMoment(last.slot, zone)}, ${last.state}`}`;
}

function buttons({ id, state }: Subscription): readonly Action[] {
  const button = (label: string, action: string): Action => ({
    label,
    name: "subscriptions",
    arguments: `${action} ${id}`,
  });
  return [
    state.kind === "active" ? button(`Pause #${id}`, "pause") : button(`Resume #${id}`, "resume"),
    button(`Preview #${id}`, "preview"),
    button(`Remove #${id}`, "remove"),
  ];
}

/** Does one thing to one subscription, if the person may administer the place it is for: asked afresh each time. */
async function act(ask: Ask, digests: readonly Digest[], action: string, id: number, rest: string): Promise<Post> {
  const subscription = await ask.store.subscriptions.byId(id);
  if (subscription === null)
    return mistake(`There is no subscription #${id} here. `, typed("/subscriptions"), " lists them.");
  const answer = await ask.request.access.mayAdminister(subscription.chat);
  if (answer.kind === "no") return mistake(answer.reason);
  switch (action) {
    case "pause":
      await ask.store.subscriptions.change(id, { state: { kind: "paused", reason: "you paused it", by: "person" } });
      return line(`#${id} is paused. `, typed(`/subscriptions resume ${id}`), " starts it again.");
    case "resume":
      return resume(ask, subscription);
    case "time":
      return changeTime(ask, digests, subscription, rest);
    case "preview":
      return preview(ask, digests, subscription);
    case "again":
      return sendAgain(ask, subscription.chat, Number(rest));
    default:
      await ask.store.subscriptions.remove(id);
      return line(`#${id} is removed: ${showSubscription(subscription)}.`);
  }
}

async function resume({ store, now }: Ask, { id, schedule, zone }: Subscription): Promise<Post> {
  const nextDue = nextSlot(schedule, zone, now);
  await store.subscriptions.change(id, { state: { kind: "active" }, nextDue });
  return line(`#${id} is active again. Next: ${showMoment(nextDue, zone)}.`);
}

async function changeTime(
  { store, now }: Ask,
  digests: readonly Digest[],
  held: Subscription,
  rest: string,
): Promise<Post> {
  if (rest === "") return mistake("Say the new time as well: ", typed(`/subscriptions time ${held.id} 09:00`), ".");
  const [speaker = ""] = held.filters.speakers;
  const digest = digests.find(({ name }) => name === held.digest);
  if (digest === undefined) return mistake("Its digest is no longer defined. Remove it, and subscribe to another.");
  const read = readWish(`${held.digest} ${rest}${digest.needs === "speaker" ? ` speaker ${speaker}` : ""}`, digests);
  if (read.kind === "mistake") return mistake(read.what);
  const zone = read.wish.zone ?? held.zone;
  const nextDue = nextSlot(read.wish.schedule, zone, now);
  const changed = await store.subscriptions.change(held.id, { schedule: read.wish.schedule, zone, nextDue });
  if (changed === null) return mistake(`There is no subscription #${held.id} any more.`);
  return line(`#${held.id}: ${showSubscription(changed)}. Next: ${showMoment(nextDue, zone)}.`);
}

/** What it would send now, as an answer to whoever asked. */
async function preview({ store, now }: Ask, digests: readonly Digest[], held: Subscription): Promise<Post> {
  const digest = digests.find(({ name }) => name === held.digest);
  if (digest === undefined) return mistake("Its digest is no longer defined.");
  const { weeks, days, hours, minutes } = Temporal.Duration.from(digest.window);
  const first = now.subtract({ hours: (weeks * 7 + days) * 24 + hours, minutes });
  const window = { from: held.lastSlot ?? first.toString(), until: now.toString() };
  const { post } = await composeEdition(store, digest, window, held.filters, now, { zone: held.zone });
  return post ?? line(`${digest.title}: nothing new since ${showMoment(window.from, held.zone)}.`);
}

/** An admin's word that a refused or doubtful delivery shall go out once more. */
async function sendAgain({ store, now }: Ask, chat: Chat, delivery: number): Promise<Post> {
  const row = await store.deliveries.byId(delivery);
  const isHere =
    row !== null && row.chat.platform === chat.platform && row.chat.id === chat.id && row.chat.thread === chat.thread;
  if (!isHere || !(await store.deliveries.sendAgain(delivery, now)))
    return mistake("That delivery cannot be sent again.");
  return line("It goes out again within a minute.");
}
