// A Part's actions as rows of buttons; an address no button can hold stands in the text instead.
import { type APIActionRowComponent, type APIButtonComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Action, Post } from "../../model/post.ts";
import { cut } from "./blocks.ts";
import { markdown, safeAddress } from "./markdown.ts";
import type { Buttons } from "./pressed.ts";

type Actions = NonNullable<Post["actions"]>;

const MAX_LABEL = 80;
const MAX_ADDRESS = 512;
const BUTTONS_A_ROW = 5;
const ROWS = 5;

export function actionRows(actions: Actions, buttons: Buttons): APIActionRowComponent<APIButtonComponent>[] {
  let index = 0;
  return rowsOf(actions).map((row) => ({
    type: ComponentType.ActionRow,
    components: row.map((action) => button(action, buttons, index++)),
  }));
}

/** How many components the rows make, buttons included. */
export function countOf(actions: Actions): number {
  return rowsOf(actions).reduce((sum, row) => sum + row.length + 1, 0);
}

/** Links that no button can hold, one a line. */
export function linkLines(actions: Actions): string[] {
  return actions
    .flat()
    .filter(isTextLink)
    .map((action) => markdown([{ text: action.label, href: "href" in action ? action.href : "" }], () => null));
}

/** Rows as Discord takes them, five of five. Whatever stands beyond can still be asked by typing. */
function rowsOf(actions: Actions): Action[][] {
  return actions
    .map((row) => row.filter((action) => !isTextLink(action)))
    .flatMap((row) => chunks(row, BUTTONS_A_ROW))
    .slice(0, ROWS);
}

function chunks<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

function button(action: Action, buttons: Buttons, index: number): APIButtonComponent {
  const label = cut(action.label.trim() === "" ? "…" : action.label, MAX_LABEL);
  if ("href" in action) {
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: safeAddress(action.href)! };
  }
  const custom_id = buttons.idOf(action, index);
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id };
}

function isTextLink(action: Action): boolean {
  if (!("href" in action)) return false;
  const address = safeAddress(action.href);
  return address === null || address.length > MAX_ADDRESS;
}
