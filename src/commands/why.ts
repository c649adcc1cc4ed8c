// `/why`: the last delivery: when, what was chosen and left out, and why; of a missing one, what happened.
import type { Account, Entry } from "../composer/account.ts";
import type { Action, Block, Inline } from "../model/post.ts";
import type { DeliveryRow } from "../store/contract/deliveries.ts";
import type { Command } from "./command.ts";
import { line, said, typed } from "./reply.ts";
import { showMoment } from "./show-schedule.ts";

const ENTRIES_SHOWN = 8;
const EARLIER_SHOWN = 4;

export const whyCommand: Command = {
  name: "why",
  summary: "Why the last digest was as it was, or what became of it",
  arguments: [],
  access: "everyone",
  keeps: true,
  examples: async () => ["/why"],
  async run({ store, request, zone }) {
    const [last, ...earlier] = await store.deliveries.ofChat(request.chat, 1 + EARLIER_SHOWN);
    if (last === undefined)
      return line("Nothing was due here yet. ", typed("/subscriptions"), " shows what is planned.");
    const edition = last.edition === null ? null : await store.editions.byId(last.edition);
    const account = edition === null ? null : (edition.account as Account);
    return {
      blocks: [
        { kind: "heading", spans: [said(`${last.digest}, due ${showMoment(last.slot, zone)}`)] },
        { kind: "paragraph", spans: [said(whatBecame(last, zone))] },
        ...(account === null ? [] : accountBlocks(account)),
        ...earlierBlocks(earlier, zone),
      ],
      ...againAction(last),
      quiet: true,
    };
  },
};

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

function earlierBlocks(rows: readonly DeliveryRow[], zone: string): readonly Block[] {
  if (rows.length === 0) return [];
  const items = rows.map((row): Inline[] => [
    said(`${row.digest}, ${showMoment(row.slot, zone)}: ${row.state}${row.reason === null ? "" : ` (${row.reason})`}`),
  ]);
  return [
    { kind: "paragraph", spans: [{ text: "Before that", style: "bold" }] },
    { kind: "list", items },
  ];
}
