// `/why`: the last delivery: when, what was chosen and left out, and why; of a missing one, what happened.
import type { Account, Entry } from "../composer/account.ts";
import type { Subscription } from "../model/digest.ts";
import type { Action, Block, Inline, Post } from "../model/post.ts";
import type { DeliveryRow } from "../store/contract/deliveries.ts";
import type { Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { choosePlace } from "./place.ts";
import { line, said, typed } from "./reply.ts";
import { showMoment } from "./show-schedule.ts";

const ENTRIES_SHOWN = 8;
const EARLIER_SHOWN = 4;
/** A day and more of an hourly one. */
const ROWS_READ = 40;
/** Planning comes once a minute. */
const LATE_MINUTES = 2;

export const whyCommand: Command = {
  name: "why",
  summary: "Why the last digest was as it was, or what became of it",
  arguments: [{ name: "in", summary: "Another channel", kind: "place" }],
  access: "everyone",
  keeps: true,
  examples: async () => ["/why"],
  async run(ask) {
    const { store, request, now } = ask;
    const place = wordsOf(ask, "in").replace(/^in\s+/i, "");
    const chat = place === "" ? request.chat : await choosePlace(request, place);
    if ("blocks" in chat) return chat;
    const held = await store.subscriptions.ofChat(chat);
    const zone = place === "" ? ask.zone : ((await store.chats.get(chat)).settings.zone ?? "UTC");
    const [last, ...earlier] = await store.deliveries.ofChat(chat, ROWS_READ);
    const missing = held.flatMap((subscription) => whyMissing(subscription, now));
    if (last === undefined && missing.length === 0) return nothingYet(held);
    const edition = last === undefined || last.edition === null ? null : await store.editions.byId(last.edition);
    const account = edition === null ? null : (edition.account as Account);
    return {
      blocks: [
        ...(last === undefined ? [] : lastBlocks(last, zone)),
        ...(missing.length === 0 ? [] : [{ kind: "list" as const, items: missing.map((text) => [said(text)]) }]),
        ...(account === null ? [] : accountBlocks(account)),
        ...earlierBlocks(earlier, zone),
      ],
      ...(last === undefined ? {} : againAction(last)),
      quiet: true,
    };
  },
};

function lastBlocks(last: DeliveryRow, zone: string): readonly Block[] {
  return [
    { kind: "heading", spans: [said(`${last.digest}, due ${showMoment(last.slot, zone)}`)] },
    { kind: "paragraph", spans: [said(whatBecame(last, zone))] },
  ];
}

function nothingYet(held: readonly Subscription[]): Post {
  const [first] = held.toSorted((a, b) => Temporal.Instant.compare(a.nextDue, b.nextDue));
  if (first === undefined) return line("Nothing is posted here, and nothing was. ", typed("/subscribe"), " begins.");
  const when = showMoment(first.nextDue, first.zone);
  return line(`Nothing was due here yet. ${first.digest} is planned for ${when} (${first.zone}).`);
}

/** Why a digest that somebody may be waiting for does not come; nothing where all is well. */
function whyMissing({ id, digest, state, nextDue, zone }: Subscription, now: Temporal.Instant): readonly string[] {
  if (state.kind === "paused") return [`#${id} ${digest} does not come, because it is paused: ${state.reason}.`];
  const minutes = now.since(Temporal.Instant.from(nextDue)).total("minutes");
  if (minutes < LATE_MINUTES) return [];
  return [`#${id} ${digest} was due ${showMoment(nextDue, zone)} and is late: the bot has not come to it yet.`];
}

function whatBecame(row: DeliveryRow, zone: string): string {
  const reason = row.reason === null ? "" : `: ${row.reason}`;
  switch (row.state) {
    case "sent":
      return `Sent ${showMoment(row.changed, zone)}, in ${row.parts.length} message${row.parts.length === 1 ? "" : "s"}.`;
    case "planned":
      return row.retryAt === null
        ? "It is about to go out."
        : `It waits until ${showMoment(row.retryAt, zone)}${reason}.`;
    case "sending":
      return "It is going out at this moment.";
    case "refused":
      return `The platform refused it${reason}.`;
    case "in doubt":
      return `It may or may not have arrived${reason}. It is not sent twice without your word.`;
    case "skipped":
      return `It was not sent${reason}.`;
  }
}

function againAction(row: DeliveryRow): { readonly actions?: readonly (readonly Action[])[] } {
  if (row.state !== "in doubt" && row.state !== "refused") return {};
  const action = { label: "Send again", name: "subscriptions", arguments: `again ${row.subscription} ${row.id}` };
  return { actions: [[action]] };
}

function accountBlocks({ chosen, leftOut }: Account): readonly Block[] {
  const list = (title: string, entries: readonly Entry[]): Block[] =>
    entries.length === 0
      ? []
      : [
          { kind: "paragraph", spans: [{ text: title, style: "bold" }] },
          { kind: "list", items: entries.slice(0, ENTRIES_SHOWN).map(entryLine) },
        ];
  return [...list("Chosen", chosen), ...list("Left out", leftOut)];
}

function entryLine({ label, why }: Entry): readonly Inline[] {
  return [{ text: label, is: "stored" }, said(`: ${why}`)];
}

/** Earlier ones, of which those that went alike are told once. */
function earlierBlocks(rows: readonly DeliveryRow[], zone: string): readonly Block[] {
  const runs: { readonly newest: DeliveryRow; count: number }[] = [];
  for (const row of rows) {
    const run = runs.find(({ newest }) => isAlike(newest, row) && row.state === "skipped");
    if (run === undefined) runs.push({ newest: row, count: 1 });
    else run.count += 1;
  }
  if (runs.length === 0) return [];
  const items = runs.slice(0, EARLIER_SHOWN).map(({ newest, count }): Inline[] => {
    const reason = newest.reason === null ? "" : ` (${newest.reason})`;
    const others = count === 1 ? "" : `, and ${count - 1} before it`;
    return [said(`${newest.digest}, ${showMoment(newest.slot, zone)}${others}: ${newest.state}${reason}`)];
  });
  return [
    { kind: "paragraph", spans: [{ text: "Before that", style: "bold" }] },
    { kind: "list", items },
  ];
}

function isAlike(a: DeliveryRow, b: DeliveryRow): boolean {
  return a.subscription === b.subscription && a.state === b.state && a.reason === b.reason;
}
