// What the buttons under `/subscriptions` do; whether the person may is asked of the platform afresh each time.
import { composeEdition } from "../composer/edition.ts";
import { nextSlot } from "../delivery/schedule.ts";
import type { AccessAnswer } from "../model/chat.ts";
import { type Digest, type Subscription, windowUntil } from "../model/digest.ts";
import type { Action, Post } from "../model/post.ts";
import type { Ask } from "./command.ts";
import { line, mistake, typed } from "./reply.ts";
import { showMoment, showSubscription } from "./show-schedule.ts";
import { readWish } from "./subscribe-arguments.ts";

const USUAL_TIMES = ["07:00", "08:00", "09:00", "12:00", "18:00", "21:00"];
const A_ROW = 3;

/** Does one thing ("pause", "time", …) to one subscription, if the person may administer the place it is for. */
export async function act(
  ask: Ask,
  digests: readonly Digest[],
  action: string,
  id: number,
  rest: string,
): Promise<Post> {
  const { store } = ask;
  const subscription = await store.subscriptions.byId(id);
  if (subscription === null)
    return mistake(`There is no subscription #${id} here. `, typed("/subscriptions"), " lists them.");
  const answer = await mayAct(ask, subscription, action);
  if (answer.kind === "no") return mistake(answer.reason);
  switch (action) {
    case "pause":
      await store.subscriptions.change(id, { state: { kind: "paused", reason: "by hand", by: "person" } });
      return line(`#${id} is paused. `, typed(`/subscriptions resume ${id}`), " starts it again.");
    case "resume":
      return resume(ask, subscription);
    case "time":
      return changeTime(ask, digests, subscription, rest);
    case "preview":
      return preview(ask, digests, subscription);
    case "again":
      return sendAgain(ask, subscription, Number(rest));
    default:
      await store.subscriptions.remove(id);
      return line(`#${id} is removed: ${showSubscription(subscription)}.`);
  }
}

/** A topic that is gone can be asked about no more: what was posted there is ended from anywhere in the same place. */
async function mayAct({ request }: Ask, { chat }: Subscription, action: string): Promise<AccessAnswer> {
  const here = request.chat;
  const isSamePlace = here.platform === chat.platform && here.id === chat.id;
  if (here.platform !== chat.platform) return { kind: "no", reason: "That one is on another platform: ask there." };
  const ends = action === "pause" || action === "remove";
  return request.access.mayAdminister(isSamePlace && ends ? here : chat);
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
  const digest = digests.find(({ name }) => name === held.digest);
  if (digest === undefined) return mistake("Its digest is no longer defined. Remove it, and subscribe to another.");
  if (rest === "") return timeChoices(held, digest);
  // The days that are not named again stay as they are.
  const read = readWish(`${held.digest} ${rest}`, [{ ...digest, schedule: held.schedule, needs: null }]);
  if (read.kind === "mistake") return mistake(read.what);
  const { filters, place, schedule } = read.wish;
  if (place !== null || Object.values(filters).some((list) => list.length > 0))
    return mistake(
      "Only the time, the days and the zone can be changed. For other filters, ",
      typed("/subscribe"),
      " anew.",
    );
  const zone = read.wish.zone ?? held.zone;
  const nextDue = nextSlot(schedule, zone, now);
  const changed = await store.subscriptions.change(held.id, { schedule, zone, nextDue });
  if (changed === null) return mistake(`There is no subscription #${held.id} any more.`);
  const next = changed.state.kind === "active" ? `Next: ${showMoment(nextDue, zone)}.` : "It is still paused.";
  return line(`#${held.id}: ${showSubscription(changed)}. ${next}`);
}

function timeChoices({ id, zone }: Subscription, digest: Digest): Post {
  const choice = (label: string): Action => ({ label, name: "subscriptions", arguments: `time ${id} ${label}` });
  const labels = [...USUAL_TIMES, ...(digest.schedule.every === "hour" ? ["hourly"] : [])];
  const rows = Array.from({ length: Math.ceil(labels.length / A_ROW) }, (_, row) =>
    labels.slice(row * A_ROW, (row + 1) * A_ROW).map(choice),
  );
  const example = typed(`/subscriptions time ${id} mon 8:30 pm`);
  return { ...mistake(`When shall #${id} come (${zone})? Any other time: `, example, "."), actions: rows };
}

/** What it would send now, as an answer to whoever asked. */
async function preview({ store, now }: Ask, digests: readonly Digest[], held: Subscription): Promise<Post> {
  const digest = digests.find(({ name }) => name === held.digest);
  if (digest === undefined) return mistake("Its digest is no longer defined.");
  const window = windowUntil(digest, held.lastSlot, now);
  const { post } = await composeEdition(store, digest, window, held.filters, now, { zone: held.zone });
  return post ?? line(`${digest.title}: nothing new since ${showMoment(window.from, held.zone)}.`);
}

/** An admin's word that a refused or doubtful delivery shall go out once more. */
async function sendAgain({ store, now }: Ask, held: Subscription, delivery: number): Promise<Post> {
  const row = Number.isSafeInteger(delivery) ? await store.deliveries.byId(delivery) : null;
  const again = row !== null && row.subscription === held.id && (await store.deliveries.sendAgain(delivery, now));
  return again ? line("It goes out again within a minute.") : mistake("That delivery cannot be sent again.");
}
