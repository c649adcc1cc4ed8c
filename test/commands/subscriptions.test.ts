// Subscribing and what follows from it, as people type and press it on any platform.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { PLAIN, renderPost } from "../../src/chat/terminal/render.ts";
import type { AccessAnswer, Chat } from "../../src/model/chat.ts";
import type { Action, Post } from "../../src/model/post.ts";
import { type CorpusCopies, corpusCopies } from "../support/corpus-copy.ts";
import { deskOver, NOW, type TestDesk } from "../support/desk.ts";

const PRIVATE: Chat = { platform: "telegram", id: "42", thread: null };
const GROUP: Chat = { platform: "telegram", id: "-100", thread: null };
const TOPIC: Chat = { ...GROUP, thread: "7" };
const CHANNEL: Chat = { platform: "telegram", id: "-200", thread: null };

let copies: CorpusCopies;
let made: TestDesk;
/** Who may, by chat id; asked afresh each time. */
let answers: Map<string, AccessAnswer>;
let asked: string[];

beforeAll(async () => {
  copies = await corpusCopies(NOW);
}, 60_000);

afterAll(() => copies.remove());

beforeEach(async () => {
  made = deskOver(await copies.open(), false);
  answers = new Map();
  asked = [];
});

function send(typed: string, chat = PRIVATE, page = 1, now = NOW): Promise<Post> {
  const [, name = "", given = ""] = /^\/(\S*)\s*([\s\S]*)$/u.exec(typed) ?? [];
  const mayAdminister = async (place: Chat = chat): Promise<AccessAnswer> => {
    asked.push(place.id);
    return answers.get(place.id) ?? { kind: "yes", ...(place.id === "@news" ? { chat: CHANNEL } : {}) };
  };
  const access = { isOperator: false, mayAdminister };
  const person = { platform: "telegram", id: "42", name: "a reader" } as const;
  return made.desk.answer({ chat, person, isPrivate: chat === PRIVATE, name, arguments: given, page, access }, now);
}

const say = async (...given: Parameters<typeof send>): Promise<string> => renderPost(await send(...given), PLAIN);
const press = async (post: Post, label: string, chat = PRIVATE): Promise<Post> => {
  const action = (post.actions ?? []).flat().find((one) => one.label === label) as Extract<Action, { name: string }>;
  expect(action, `${label} on ${(post.actions ?? []).flat().map((one) => one.label)}`).toBeDefined();
  return send(`/${action.name} ${action.arguments}`, chat, action.page ?? 1);
};
const words = (post: Post): string => renderPost({ ...post, actions: [] }, PLAIN).replace(/\s+/g, " ");

describe("subscribing", () => {
  it.each([
    ["daily", "daily, every day at 08:00 (UTC)"],
    ["daily 08:00 Europe/Kyiv", "daily, every day at 08:00 (Europe/Kyiv)"],
    ["weekly mon 09:00", "weekly, Mon at 09:00 (UTC)"],
    ["on-this-date 12:00", "on-this-date, every day at 12:00 (UTC)"],
    ["follow putin", "follow, every hour (UTC), speaker Vladimir Putin"],
    ["daily about nato -sport", "daily, every day at 08:00 (UTC), about nato, without sport"],
    ["daily speaker lavrov", "daily, every day at 08:00 (UTC), speaker Sergey Lavrov"],
    ["weekly thu 8:30 pm kyiv", "weekly, Thu at 20:30 (Europe/Kyiv)"],
    ["daily 8am", "daily, every day at 08:00 (UTC)"],
    ["daily 12am new york", "daily, every day at 00:00 (America/New_York)"],
    ["daily mon-wed,fri noon", "daily, Mon, Tue, Wed, Fri at 12:00 (UTC)"],
    ["daily speaker lavrov weekdays at 7 pm", "daily, Mon, Tue, Wed, Thu, Fri at 19:00 (UTC), speaker Sergey Lavrov"],
    ["daily about war in ukraine at 20:15", "daily, every day at 20:15 (UTC), about war in ukraine"],
  ])("%s", async (typed, shown) => {
    expect(await say(`/subscribe ${typed}`)).toContain(`Subscribed: ${shown}.`);
  });

  it("tells the next three times, in the chat's zone, and sends one now", async () => {
    await send("/settings zone Asia/Tokyo");
    const post = await send("/subscribe daily 08:00");
    expect(words(post)).toContain("Sat 19 Nov 2022, 08:00 • Sun 20 Nov 2022, 08:00 • Mon 21 Nov 2022, 08:00");
    expect(words(await press(post, "Send one now"))).toMatch(/Daily digest/);
    const [held] = await made.store.subscriptions.ofChat(PRIVATE);
    expect(held!.nextDue).toBe("2022-11-18T23:00:00Z");
  });

  it("says so where no zone is set, and keeps the first that is named", async () => {
    expect(await say("/subscribe daily")).toContain("Times are in UTC, as no time zone is set");
    expect(await say("/subscribe weekly Europe/Kyiv")).toContain("Europe/Kyiv is the time zone here from now on");
    expect(await say("/subscribe on-this-date")).not.toContain("zone");
    expect(await say("/settings")).toContain("Time zone: Europe/Kyiv");
  });

  it.each([
    ["dayly", "Did you mean daily?"],
    ["follow", "Say whom"],
    ["daily 25:00", "There is no time of day 25:00"],
    ["daily 8", "Write the time of day as 08:00 or 8 am"],
    ["daily 08:00 09:00", "One time of day"],
    ["daily Europe/Kyv", "Did you mean Europe/Kyiv?"],
    ["daily UTC+3", "An offset goes wrong"],
    ["daily bananas", "I do not know what to do with bananas"],
    ["daily speaker nobodyatall", "Nobody called nobodyatall"],
  ])("asks back about %s", async (typed, answer) => {
    expect(await say(`/subscribe ${typed}`)).toContain(answer);
    expect(await made.store.subscriptions.ofChat(PRIVATE)).toEqual([]);
  });

  it("offers to change the time of the same digest instead of a second one", async () => {
    await send("/subscribe weekly thu 09:00");
    const post = await send("/subscribe weekly fri 18:00 Europe/Kyiv");
    expect(words(post)).toContain("There is one already");
    expect(words(await press(post, "Change it to Fri at 18:00"))).toContain(
      "Fri at 18:00 (Europe/Kyiv). Next: Fri 18 Nov",
    );
    expect(await made.store.subscriptions.ofChat(PRIVATE)).toHaveLength(1);
  });

  it("is for those who may, there and here, and goes to the lasting id of a named channel", async () => {
    answers.set("-100", { kind: "no", reason: "Only administrators of that place may do this." });
    expect(await say("/subscribe daily", GROUP)).toBe("Only administrators of that place may do this.");
    expect(await say("/subscribe daily in @news")).toContain("It will post there next on");
    expect(await made.store.subscriptions.ofChat(CHANNEL)).toHaveLength(1);
    expect(asked).toEqual(["-100", "@news"]);
  });

  it("caps a place", async () => {
    for (let n = 0; n < 20; n++) await send(`/subscribe daily about word${n}`);
    expect(await say("/subscribe daily about onemore")).toContain("There are 20 subscriptions here already.");
  });
});

describe("subscriptions", () => {
  it("are paused, resumed, changed, previewed and removed by buttons", async () => {
    await send("/subscribe weekly thu 09:00");
    const list = await send("/subscriptions");
    expect(words(list)).toContain("#1 weekly, Thu at 09:00 (UTC) next Thu 24 Nov 2022, 09:00 · nothing sent yet");
    expect(words(await press(list, "Preview"))).toMatch(/Weekly digest/);
    expect(words(await press(list, "Pause #1"))).toContain("#1 is paused.");
    const paused = await send("/subscriptions");
    expect(words(paused)).toContain("paused: by hand");
    expect(words(await press(paused, "Resume #1"))).toContain("Next: Thu 24 Nov 2022, 09:00");
    expect(words(await press(await press(list, "Change time"), "18:00"))).toContain("Thu at 18:00 (UTC)");
    expect(words(await press(list, "Remove"))).toContain("#1 is removed");
    expect(await say("/subscriptions")).toContain("Nothing is posted here yet.");
  });

  it("come page by page", async () => {
    for (let n = 1; n <= 6; n++) await send(`/subscribe daily about word${n}`);
    const second = await press(await send("/subscriptions"), "Next ›");
    expect(words(second)).toMatch(/#5 .*#6 /);
    expect(words(second)).not.toContain("#4");
  });

  it("ask afresh at every button whether one may", async () => {
    const confirmed = await send("/subscribe daily", GROUP);
    const list = await send("/subscriptions", GROUP);
    answers.set("-100", { kind: "no", reason: "Only administrators of that place may do this." });
    for (const label of ["Pause #1", "Change time", "Preview", "Remove"])
      expect(words(await press(list, label, GROUP))).toBe("Only administrators of that place may do this.");
    expect(words(await press(confirmed, "Send one now", GROUP))).toContain("Only administrators");
    expect(words(await press(list, "Remove", PRIVATE))).toContain("Only administrators");
    expect(await made.store.subscriptions.ofChat(GROUP)).toHaveLength(1);
  });

  it("of a topic that is gone are ended from the main chat", async () => {
    await send("/subscribe daily", TOPIC);
    await made.store.subscriptions.pause(TOPIC, "topic gone", "platform", "chat");
    const list = await send("/subscriptions", GROUP);
    expect(words(list)).toContain("in a topic paused: topic gone");
    expect(words(await press(list, "Remove", GROUP))).toContain("#1 is removed");
  });

  it("end by name or number, and ask which where several fit", async () => {
    expect(await say("/unsubscribe")).toContain("Nothing is posted here.");
    await send("/subscribe daily");
    await send("/subscribe daily about nato");
    await send("/subscribe weekly");
    expect(await say("/unsubscribe daily")).toContain("Which one?");
    expect(await say("/unsubscribe weekly")).toContain("#3 is removed");
    expect(await say("/unsubscribe 1")).toContain("#1 is removed");
    expect(await say("/unsubscribe")).toContain("#2 is removed");
    expect(await say("/unsubscribe 99")).toContain("There is no subscription #99 here.");
  });
});

describe("settings", () => {
  it("keep the wall time of what is posted when the zone changes", async () => {
    await send("/subscribe daily 08:00");
    expect(await say("/settings Europe/Kyiv")).toContain("keeps its time of day");
    const [held] = await made.store.subscriptions.ofChat(PRIVATE);
    expect([held!.zone, held!.nextDue]).toEqual(["Europe/Kyiv", "2022-11-19T06:00:00Z"]);
    expect(await say("/settings zone Europe/Kyv")).toContain("Did you mean Europe/Kyiv?");
  });

  it.each([
    ["22:00-07:00", "22:00 to 07:00, digests come without a sound"],
    ["22:00-07:00 held", "22:00 to 07:00, digests wait till they end"],
    ["10 pm to 7am held", "22:00 to 07:00, digests wait till they end"],
    ["off", "Quiet hours: none"],
    ["whenever", "Quiet hours look like"],
  ])("take quiet hours as %s", async (typed, shown) => {
    expect(await say(`/settings quiet ${typed}`)).toContain(shown);
  });

  it("are for those who may", async () => {
    answers.set("-100", { kind: "no", reason: "Only administrators of that place may do this." });
    expect(await say("/settings quiet off", GROUP)).toContain("Only administrators");
    expect(await say("/settings", GROUP)).toContain("Time zone");
  });
});

describe("why", () => {
  it("tells of what is planned, paused or late", async () => {
    expect(await say("/why")).toContain("Nothing is posted here, and nothing was.");
    await send("/subscribe daily 10:00");
    expect(await say("/why")).toContain("daily is planned for Fri 18 Nov 2022, 10:00 (UTC)");
    expect(await say("/why", PRIVATE, 1, NOW.add({ hours: 2 }))).toContain(
      "was due Fri 18 Nov 2022, 10:00 and is late",
    );
    await send("/subscriptions pause 1");
    expect(await say("/why")).toContain("#1 daily does not come, because it is paused: by hand.");
  });
});
