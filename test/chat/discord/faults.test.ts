// Every fault on the way to an answer leaves the bot running and the person with one answer, or with Discord's own
// notice that the bot did not respond; nothing outside Discord's rules is ever sent.
import { describe, expect, it } from "vitest";
import { say } from "../../support/discord/desk.ts";
import { shownOf } from "../../support/discord/fake.ts";
import type { Fault } from "../../support/discord/faults.ts";
import { startBot } from "./bot.ts";

const MENDED: readonly (readonly [string, Fault])[] = [
  ["the connection drops before", { kind: "drop before" }],
  ["the connection drops after", { kind: "drop after" }],
  ["half an answer comes", { kind: "half" }],
  ["the answer is slow", { kind: "slow", ms: 250 }],
  ["Discord errs", { kind: "status", status: 500 }],
  ["Discord errs after taking it", { kind: "status", status: 500, taken: true }],
  ["a gateway's page comes", { kind: "status", status: 502, html: true }],
  ["a short limit is hit", { kind: "limit", seconds: 0.1 }],
  ["the global limit is hit", { kind: "limit", seconds: 0.1, global: true }],
];

const FINAL: readonly (readonly [string, Fault])[] = [
  ["401", { kind: "status", status: 401 }],
  ["403", { kind: "status", status: 403, code: 50013 }],
  ["404 unknown interaction", { kind: "status", status: 404, code: 10062 }],
  ["404 unknown channel", { kind: "status", status: 404, code: 10003 }],
];

describe.each(MENDED)("when %s", (_, fault) => {
  it("the command's first answer arrives once", async () => {
    const { fake } = await startBot();
    fake.fail("callback", fault);
    const message = await fake.slash("search", { words: "x" }).answer();
    expect(shownOf(message)).toBe("asked search");
    expect(fake.visible()).toHaveLength(1);
  });

  it("the late answer arrives once", async () => {
    const slow = Promise.withResolvers<ReturnType<typeof say>>();
    const { fake, desk } = await startBot({ tempo: { patienceMs: 10 } });
    desk.respond = () => slow.promise;
    fake.fail("edit", fault);
    const asked = fake.slash("search", { words: "x" });
    await fake.until(() => asked.interaction.acknowledged !== null, "a sign of life");
    slow.resolve(say("late but here"));
    const message = await asked.answer();
    expect(shownOf(message)).toBe("late but here");
    expect(fake.visible()).toHaveLength(1);
  });

  it("the button's page turns", async () => {
    const { fake, desk } = await startBot();
    desk.respond = (request) =>
      say(`page ${request.page}`, {
        actions: [[{ label: "Next", name: "search", arguments: "x", page: request.page + 1, inPlace: true }]],
      });
    const message = await fake.slash("search", { words: "x" }).answer();
    fake.fail("callback", fault);
    await fake.press(message, "Next").answer();
    expect(shownOf(message)).toBe("page 2");
    expect(fake.visible()).toHaveLength(1);
  });
});

describe.each(FINAL)("when Discord answers %s", (_, fault) => {
  it.each(["callback", "edit"] as const)("to the %s, the next command is answered", async (route) => {
    const slow = Promise.withResolvers<ReturnType<typeof say>>();
    const { fake, desk, logged } = await startBot({ tempo: { patienceMs: 10 } });
    if (route === "edit") desk.respond = () => slow.promise;
    fake.fail(route, fault);
    const failed = fake.slash("search", { words: "x" });
    if (route === "edit") await fake.until(() => failed.interaction.acknowledged !== null, "a sign of life");
    slow.resolve(say("late"));
    await fake.until(() => fake.requests.some((request) => request.kind === route), "the request");
    desk.respond = () => say("fine again");
    const message = await fake.slash("search", { words: "y" }).answer();
    expect(shownOf(message)).toBe("fine again");
    expect(logged.filter((line) => line.startsWith("error"))).toEqual([]);
  });
});

describe("an answer that Discord finds fault with", () => {
  const fault: Fault = { kind: "status", status: 400, code: 50035 };

  it("is replaced by word of it, at once", async () => {
    const { fake, logged } = await startBot();
    fake.fail("callback", fault);
    const message = await fake.slash("search", { words: "x" }).answer();
    expect(shownOf(message)).toContain("Discord would not show this answer");
    expect(logged.some((line) => line.startsWith("error"))).toBe(true);
  });

  it("is replaced by word of it, late", async () => {
    const slow = Promise.withResolvers<ReturnType<typeof say>>();
    const { fake, desk } = await startBot({ tempo: { patienceMs: 10 } });
    desk.respond = () => slow.promise;
    fake.fail("edit", fault);
    const asked = fake.slash("search", { words: "x" });
    await fake.until(() => asked.interaction.acknowledged !== null, "a sign of life");
    slow.resolve(say("late"));
    expect(shownOf(await asked.answer())).toContain("Discord would not show this answer");
  });
});

describe("a long limit", () => {
  it("on a first answer is not waited for: it would come too late", async () => {
    const { fake, bot } = await startBot();
    fake.fail("callback", { kind: "limit", seconds: 600 });
    fake.slash("search", { words: "x" });
    await fake.until(() => fake.requests.some((request) => request.kind === "callback"), "the request");
    const began = performance.now();
    await bot.stop();
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it("on one answer holds up no other", async () => {
    const { fake, desk } = await startBot({ tempo: { patienceMs: 10 } });
    const slow = Promise.withResolvers<ReturnType<typeof say>>();
    desk.respond = () => slow.promise;
    fake.fail("edit", { kind: "limit", seconds: 3 });
    const first = fake.slash("search", { words: "x" });
    await fake.until(() => first.interaction.acknowledged !== null, "a sign of life");
    slow.resolve(say("patience pays"));
    desk.respond = () => say("at once");
    expect(shownOf(await fake.slash("search", { words: "y" }).answer())).toBe("at once");
    expect(shownOf(await first.answer())).toBe("patience pays");
  });
});

describe("a part of a long answer in doubt", () => {
  it("is not sent twice, and the person is told", async () => {
    const { fake, desk } = await startBot();
    const words = Array.from({ length: 1_500 }, (_, index) => `word${index}`).join(" ");
    desk.respond = () => say(words);
    fake.fail("follow-up", { kind: "drop after" });
    await fake.slash("search", { words: "x" }).answer();
    await fake.until(
      () => fake.visible().some((message) => shownOf(message).includes("please ask again")),
      "the notice",
    );
    const shown = fake.visible().map(shownOf).join(" ");
    expect(shown.split("word1499").length).toBe(2);
    expect(shown.match(/word\d+/g)).toHaveLength(1_500);
  });
});

/** Has it ended, one way or the other? */
function stateOf(done: Promise<void>): Promise<"over" | "running"> {
  const over = () => "over" as const;
  return Promise.race([done.then(over, over), Promise.resolve("running" as const)]);
}

describe("the gateway", () => {
  it.each([
    ["drops", "drop"],
    ["asks to reconnect", "askToReconnect"],
  ] as const)("%s: the bot resumes, and misses nothing said meanwhile", async (_, fault) => {
    const { fake } = await startBot();
    fake.gateway[fault]();
    const asked = fake.slash("search", { words: "said in between" });
    expect(shownOf(await asked.answer())).toBe("asked search");
    expect(fake.visible()).toHaveLength(1);
    await fake.until(() => fake.gateway.counts.resumes === 1, "a resumed session");
    expect(fake.visible()).toHaveLength(1);
  });

  it("answers no heartbeat: the bot leaves the dead connection for a new one", async () => {
    const { fake } = await startBot({}, { heartbeatMs: 80 });
    fake.gateway.fallSilent();
    await fake.until(() => fake.gateway.counts.resumes === 1, "a resumed session");
    expect(shownOf(await fake.slash("search", { words: "x" }).answer())).toBe("asked search");
  });

  it("says the session is invalid: the bot identifies afresh", async () => {
    const { fake, bot } = await startBot();
    fake.gateway.invalidate();
    await fake.until(() => fake.gateway.counts.identifies === 2, "a second identify");
    await fake.until(() => fake.gateway.isReady, "a new session");
    expect(shownOf(await fake.slash("search", { words: "x" }).answer())).toBe("asked search");
    expect(await stateOf(bot.done)).toBe("running");
  });

  it("is away for a while: the bot comes back with it", async () => {
    const { fake, bot } = await startBot();
    await fake.outage();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await fake.recover();
    await fake.until(() => fake.gateway.counts.connections === 2 && fake.gateway.isReady, "the bot");
    expect(shownOf(await fake.slash("search", { words: "x" }).answer())).toBe("asked search");
    expect(await stateOf(bot.done)).toBe("running");
  });

  it("refuses the token while running: it is over, and says why", async () => {
    const { fake, bot } = await startBot();
    fake.gateway.revoke();
    await expect(bot.done).rejects.toThrow("Discord refused the token");
  });
});
