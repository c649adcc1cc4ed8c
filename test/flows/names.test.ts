// Two people with one name, and people who are held only in part.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importedDesk, type TestDesk } from "../support/desk.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-names-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ARTICLES = [
  {
    title: "Former president speaks at the library",
    url: "https://www.dw.com/en/library/a-10",
    published: "2021-11-16",
    text: "Former President Bill Clinton opened the new wing on Tuesday.\n\n“A library is a promise to people we will never meet,” Bill Clinton said on Tuesday.",
  },
  {
    title: "Former secretary of state at the university",
    url: "https://www.dw.com/en/university/a-11",
    published: "2021-11-17",
    text: "Former Secretary of State Hillary Clinton spoke to students on Wednesday.\n\n“You will be asked to be patient, and you should not be,” Hillary Clinton said on Wednesday.",
  },
];

let desk: TestDesk;
beforeAll(async () => {
  const file = join(folder, "clintons.jsonl");
  writeFileSync(file, ARTICLES.map((article) => JSON.stringify(article)).join("\n"));
  desk = await importedDesk([file]);
});

describe("a surname that two people share", () => {
  it("gets both to choose from, with a button each", async () => {
    const post = await desk.ask("/quote clinton");
    expect(
      post.actions
        ?.flat()
        .map(({ label }) => label)
        .sort(),
    ).toEqual(["Bill Clinton", "Hillary Clinton"]);
    expect(await desk.say("/who clinton")).toMatch(
      /Bill Clinton[\s\S]*Hillary Clinton|Hillary Clinton[\s\S]*Bill Clinton/,
    );
  });

  it("keeps their words apart", async () => {
    const bill = await desk.say("/quote bill clinton");
    expect(bill).toContain("promise to people");
    expect(bill).not.toContain("patient");
    expect(await desk.say("/quote hillary clinton")).toContain("patient");
  });

  it("keeps the words looked for when one is chosen", async () => {
    const post = await desk.ask("/quote clinton patient");
    const chosen = post.actions?.flat().find(({ label }) => label === "Hillary Clinton");
    expect(chosen).toMatchObject({ name: "quote", arguments: "Hillary Clinton patient" });
  });
});
