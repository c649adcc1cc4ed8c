// What stands on buttons, and what pressing them asks.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Buttons } from "../../../src/chat/telegram/buttons.ts";
import type { Action } from "../../../src/model/post.ts";
import { openStore } from "../../../src/store/open.ts";
import { silentLog } from "../../support/log.ts";
import { brokenRule } from "../../support/telegram/rules.ts";

const data = (buttons: Buttons, action: Action) => {
  const [button] = buttons.keyboard([[action]])!.inline_keyboard[0]!;
  return (button as { callback_data: string }).callback_data;
};

test("whatever a command's arguments, the press brings them back", async () => {
  const buttons = new Buttons();
  await fc.assert(
    fc.asyncProperty(
      fc.stringMatching(/^[a-z]{1,32}$/),
      fc.string({ unit: "binary", maxLength: 200 }).filter((text) => text.isWellFormed()),
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.boolean(),
      async (name, given, page, inPlace) => {
        const packed = data(buttons, { label: "x", name, arguments: given, page, inPlace });
        expect(Buffer.byteLength(packed)).toBeLessThanOrEqual(64);
        expect(await buttons.read(packed)).toEqual({ name, arguments: given, page, inPlace });
      },
    ),
  );
});

describe("long arguments", () => {
  const long = (index: number): Action => ({ label: "x", name: "quote", arguments: `${"word ".repeat(20)}${index}` });

  test("of a process that noted nothing are not known to another, until they are shown again", async () => {
    const packed = data(new Buttons(), long(1));
    const later = new Buttons();
    expect(await later.read(packed)).toBeNull();
    expect(data(later, long(1))).toBe(packed);
    expect(await later.read(packed)).toMatchObject({ arguments: expect.stringContaining("word") });
  });

  test("are known to every process that shares the notes", async () => {
    const store = await openStore(":memory:");
    const noting = { notes: store.notes, log: silentLog };
    const packed = data(new Buttons(noting), long(1));
    const pressed = await new Buttons(noting).read(packed);
    expect(pressed).toEqual({ name: "quote", arguments: `${"word ".repeat(20)}1`, page: 1, inPlace: false });
    expect(await new Buttons(noting).read("#of-nobody")).toBeNull();
    await store.close();
  });

  test("are forgotten, the longest unused first", async () => {
    const buttons = new Buttons();
    const first = data(buttons, long(0));
    const second = data(buttons, long(1));
    for (let index = 2; index < 10_001; index++) {
      data(buttons, long(index));
      if (index === 5_000) expect(await buttons.read(first)).not.toBeNull();
    }
    expect(await buttons.read(first)).not.toBeNull();
    expect(await buttons.read(second)).toBeNull();
  });
});

test("rows and numbers of buttons stay within what Telegram takes", () => {
  const row = Array.from(
    { length: 30 },
    (_, index): Action => ({ label: `${index}`, name: "quote", arguments: `${index}` }),
  );
  const keyboard = new Buttons().keyboard(Array.from({ length: 5 }, () => row));
  expect(brokenRule("sendMessage", { text: "x", reply_markup: keyboard })).toBeNull();
  expect(keyboard!.inline_keyboard.flat()).toHaveLength(100);
});

test("an address no browser opens makes no button, an empty label no empty one", () => {
  const actions: Action[] = ["javascript:alert(1)", "tg://resolve?domain=x", "nowhere", "https://"].map((href) => ({
    label: "x",
    href,
  }));
  expect(new Buttons().keyboard([actions])).toBeUndefined();
  expect(new Buttons().keyboard([[{ label: "\u202e ", href: "https://example.org" }]])).toEqual({
    inline_keyboard: [[{ text: "…", url: "https://example.org/" }]],
  });
});
