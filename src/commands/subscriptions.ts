// `/subscriptions` and `/unsubscribe`: what is posted here, with buttons to pause, resume, change, preview and remove.
import type { Digest, Subscription } from "../model/digest.ts";
import type { Action, Block, Post } from "../model/post.ts";
import type { DeliveryRow } from "../store/contract/deliveries.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { choosePlace } from "./place.ts";
import { line, mistake, pageActions, prefaced, said, typed } from "./reply.ts";
import { showMoment, showSubscription } from "./show-schedule.ts";
import { act } from "./subscription-actions.ts";

const HELP = "These can be done: pause, resume, preview, remove, or time, with a number from the list.";

/** With a row of page buttons below, as many rows as Discord takes. */
const A_PAGE = 4;

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
      const number = /^#?(\d{1,15})$/.exec(wanted)?.[1];
      if (number !== undefined) return act(ask, digests, "remove", Number(number), "");
      const held = await ask.store.subscriptions.ofChat(ask.request.chat);
      const fitting = wanted === "" ? held : held.filter(({ digest }) => digest === wanted);
      const [only, ...others] = fitting;
      if (held.length === 0) return line("Nothing is posted here. ", typed("/subscribe"), " begins.");
      if (only === undefined) return prefaced(await listed(ask, null), "No digest of that name is posted here.");
      if (others.length > 0) return prefaced(await listed(ask, null), "Which one? Its Remove button ends it.");
      return act(ask, digests, "remove", only.id, "");
    },
  };
}

/** What is posted in this topic; in a main chat, its topics too, since a lost topic can be managed nowhere else. */
async function listed(ask: Ask, place: string | null): Promise<Post> {
  const chat = place === null ? ask.request.chat : await choosePlace(ask.request, place);
  if ("blocks" in chat) return chat;
  const held = await ask.store.subscriptions.ofChat(chat, chat.thread === null ? "place" : "chat");
  if (held.length === 0) return line("Nothing is posted here yet. ", typed("/subscribe daily 08:00"), " begins.");
  const page = Math.min(Math.max(1, ask.request.page), Math.ceil(held.length / A_PAGE));
  const shown = held.slice((page - 1) * A_PAGE, page * A_PAGE);
  const blocks: Block[] = [{ kind: "heading", spans: [said("Subscriptions")] }];
  const actions: (readonly Action[])[] = [];
  for (const subscription of shown) {
    const [last] = await ask.store.deliveries.ofSubscription(subscription.id, 1);
    const where = subscription.chat.thread === chat.thread ? "" : ", in a topic";
    const what = said(`${showSubscription(subscription)}${where}`);
    blocks.push(
      { kind: "paragraph", spans: [{ text: `#${subscription.id} `, style: "bold" }, what] },
      { kind: "source", spans: [said(stateOf(subscription, last))] },
    );
    actions.push(buttons(subscription, last));
  }
  const turns = pageActions("subscriptions", place === null ? "" : `in ${place}`, page, held.length > page * A_PAGE);
  return { blocks, actions: [...actions, ...(turns.length > 0 ? [turns] : [])], quiet: true };
}

function stateOf({ state, nextDue, zone }: Subscription, last: DeliveryRow | undefined): string {
  const next = state.kind === "active" ? `next ${showMoment(nextDue, zone)}` : `paused: ${state.reason}`;
  return `${next} · ${last === undefined ? "nothing sent yet" : `last ${showMoment(last.slot, zone)}, ${last.state}`}`;
}

function buttons({ id, state }: Subscription, last: DeliveryRow | undefined): readonly Action[] {
  const button = (label: string, action: string): Action => ({ label, name: "subscriptions", arguments: action });
  const mayAgain = last?.state === "in doubt" || last?.state === "refused";
  return [
    state.kind === "active" ? button(`Pause #${id}`, `pause ${id}`) : button(`Resume #${id}`, `resume ${id}`),
    button("Change time", `time ${id}`),
    button("Preview", `preview ${id}`),
    button("Remove", `remove ${id}`),
    ...(mayAgain ? [button("Send again", `again ${id} ${last.id}`)] : []),
  ];
}
