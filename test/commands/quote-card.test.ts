// The quote card behind a button: the words as a picture, with the same told in text.
import { beforeAll, describe, expect, it } from "vitest";
import { sampleDesk, type TestDesk } from "../support/desk.ts";

let desk: TestDesk;
beforeAll(async () => {
  desk = await sampleDesk();
});

async function cardLine(question: string): Promise<string> {
  const actions = (await desk.ask(question)).actions?.flat() ?? [];
  const action = actions.find(({ label }) => label === "Quote card");
  if (action === undefined || !("name" in action)) throw new Error(`No card is offered: ${JSON.stringify(actions)}`);
  return `/${action.name} ${action.arguments}`;
}

describe("a quote card", () => {
  it("is offered under direct words and shows them with speaker, date and outlet, in the picture and in its alt", async () => {
    const post = await desk.ask(await cardLine("/quote putin red lines"));
    const [block] = post.blocks;
    if (block?.kind !== "picture" || block.picture.kind !== "quote-card") throw new Error(JSON.stringify(post));
    expect(block.picture).toMatchObject({ speaker: "Vladimir Putin", date: "said 18 Nov 2021" });
    for (const text of [...block.picture.words, block.picture.speaker, block.picture.date, block.picture.outlet])
      expect(block.picture.alt).toContain(text);
    const text = post.blocks.flatMap((each) => ("spans" in each ? each.spans : [])).map((span) => span.text);
    expect(text).toEqual(expect.arrayContaining([...block.picture.words]));
  });

  it("is offered with the wordings, and leads back to them", async () => {
    const card = await cardLine("/quote putin red lines");
    expect(await cardLine(card.replace(" card", ""))).toBe(card);
    expect((await desk.ask(card)).actions?.flat().map(({ label }) => label)).toEqual(["Wordings"]);
  });

  it("of a statement that is gone says so", async () => {
    expect(await desk.say("/quote #999999 card")).toContain("That statement is no longer held.");
  });
});

describe("a story's number", () => {
  it("is taken as a digest prints it, with or without the sign", async () => {
    const id = /story (\d+)/.exec(await desk.say("/story red lines"))?.[1];
    expect(await desk.say(`/story ${id}`)).toContain(`story ${id}`);
    expect(await desk.say(`/story #${id}`)).toContain(`story ${id}`);
  });

  it("that no story has is a word", async () => {
    expect(await desk.say("/story 2021")).not.toContain("no longer held");
  });
});
