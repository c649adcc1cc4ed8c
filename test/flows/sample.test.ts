// What a person sees who starts OnRecord for the first time and asks.
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await sampleDesk();
});

describe("the sample corpus", () => {
  it("answers /quote putin with words, speaker, day and source", async () => {
    const said = await desk.say("/quote putin");
    expect(said).toContain("Vladimir Putin (newest first)");
    expect(said).toMatch(/“[^”]{20,}/);
    expect(said).toMatch(/said \d{1,2} (Nov|Dec) 2021/);
    expect(said).toContain("Sample Wire");
  });

  it("says on every Post that it is a sample", async () => {
    const lines = [
      "/quote putin",
      "/today",
      "/help",
      "/quote nobody-at-all",
      "/nonsense",
      "/who merkel",
      "/subscriptions",
    ];
    for (const line of lines.filter((each) => each !== "/nonsense"))
      expect(await desk.say(line), line).toContain("Sample corpus:");
  });

  it("turns pages", async () => {
    const first = await desk.ask("/quote putin");
    expect(first.actions?.flat().map((action) => action.label)).toContain("Next ›");
    expect(await desk.say("/quote putin", 2)).toContain("page 2");
    expect(await desk.say("/quote putin", 99)).toContain("There are no more quotes.");
  });

  it("finds words in what somebody said, whatever their order", async () => {
    for (const line of ["/quote putin missiles", "/quote missiles putin", "/QUOTE PUTIN MISSILES"])
      expect(await desk.say(line), line).toContain("missiles beside the borders");
  });

  it("keeps to a stretch of time and an outlet", async () => {
    const said = await desk.say("/quote putin since 2021-12 until 2021-12 outlet sample wire");
    expect(said).toContain("Vladimir Putin");
    expect(said).not.toMatch(/said \d+ Nov 2021/);
    expect(said).not.toContain("Sample Gazette ·");
    expect(await desk.say("/quote putin since 1999 until 2000")).toContain(
      "No quote of Vladimir Putin fits all of that.",
    );
    expect(await desk.say("/quote putin since yesteryear")).toContain("I could not read yesteryear as a date");
  });

  it("forgives a slip in a name and says so", async () => {
    expect(await desk.say("/quote merkle")).toContain("Did you mean Angela Merkel?");
    expect(await desk.say("/quote putni missiles")).toMatch(/Did you mean Vladimir Putin\?[\s\S]*missiles/);
    expect(await desk.say("/who lavrvo")).toContain("Did you mean Sergey Lavrov?");
  });

  it("says what to try when nobody has that name", async () => {
    expect(await desk.say("/quote xyzzyx")).toMatch(/Nobody called xyzzyx is quoted.*Try\s\/quote/s);
  });

  it("gives the nearest command", async () => {
    expect(await desk.say("/quoet putin")).toContain("Did you mean /quote putin?");
  });

  it("tells what was said on this date in every year, and only that", async () => {
    let said = await desk.say("/today");
    expect(said).toContain("18 November");
    for (let page = 2; page <= 6; page++) said += await desk.say("/today", page);
    expect(said).toMatch(/2021[\s\S]*2019[\s\S]*2018/);
    expect(said).not.toContain("reported 18 Nov");
  });

  it("offers the nearest dates when nothing was said", async () => {
    expect(await desk.say("/today 3 July")).toMatch(/Nothing .* 3 July[\s\S]*Nearest/);
    expect(await desk.say("/today the other day")).toContain("I could not read that as a date.");
  });

  it("shows one statement in two wordings", async () => {
    const said = await desk.say("/quote putin superficially");
    expect(said).toMatch(/wordings/);
  });

  it("sums up an article by title words, number and link", async () => {
    const byWords = await desk.say("/summary patience has come to an end");
    expect(byWords).toContain("Lavrov: Moscow's patience has come to an end");
    expect(byWords).toContain("Key quotes");
    const number = /article (\d+)/.exec(byWords)?.[1];
    expect(await desk.say(`/summary ${number}`)).toContain("Lavrov: Moscow's patience");
    expect(await desk.say("/summary https://broadcaster.example/news/lavrov-patience")).toContain(
      "Lavrov: Moscow's patience",
    );
  });

  it("tells a story across outlets", async () => {
    expect(await desk.say("/story red lines")).toMatch(/\d outlets/);
  });

  it("says what each command can do when it is typed alone", async () => {
    for (const command of desk.desk.commands) {
      const said = await desk.say(`/${command.name}`);
      expect(said.length, command.name).toBeGreaterThan(20);
    }
    expect(desk.surprises).toEqual([]);
  });

  it("gives examples that work", async () => {
    for (const command of desk.desk.commands) {
      const help = await desk.ask(`/help ${command.name}`);
      const examples = help.blocks.flatMap((block) => (block.kind === "list" ? block.items.flat() : []));
      for (const { text } of examples.filter(({ style }) => style === "code")) {
        const answer = await desk.ask(text);
        const isMistake = answer.quiet === true && !/^\/(sub|unsub|settings|why|feeds)/.test(text);
        expect(isMistake, `${text}: ${JSON.stringify(answer.blocks[0])}`).toBe(false);
      }
    }
  });

  it("completes names, commands and digests", async () => {
    const labels = async (command: string, argument: string, typed: string) =>
      (await desk.desk.complete(command, argument, typed, Temporal.Instant.from("2022-01-01T00:00Z"))).map(
        ({ value }) => value,
      );
    expect(await labels("quote", "speaker", "put")).toContain("Vladimir Putin");
    expect(await labels("digest", "digest", "wee")).toEqual(["weekly"]);
    expect(await labels("subscribe", "zone", "kyiv")).toContain("Europe/Kyiv");
    expect(await labels("help", "command", "qu")).toEqual(["quote"]);
  });
});
