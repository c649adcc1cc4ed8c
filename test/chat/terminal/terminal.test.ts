import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { PLAIN } from "../../../src/chat/terminal/render.ts";
import { createTerminal } from "../../../src/chat/terminal/terminal.ts";
import type { Desk } from "../../../src/commands/desk.ts";
import type { Request } from "../../../src/model/chat.ts";

const NOW = Temporal.Instant.from("2021-11-18T09:00:00Z");

/** A desk that repeats what it was asked, with a button to the next page. */
function parrot(asked: Request[]): Desk {
  return {
    commands: [],
    async answer(request) {
      asked.push(request);
      return {
        blocks: [{ kind: "paragraph", spans: [{ text: `${request.name}|${request.arguments}|${request.page}` }] }],
        actions: [
          [{ label: "Next ›", name: request.name, arguments: String(request.arguments), page: request.page + 1 }],
        ],
      };
    },
    complete: async () => [],
    offer: async () => ({ offers: [], next: null }),
  };
}

async function type(lines: string): Promise<string> {
  const input = new PassThrough();
  const output = new PassThrough();
  let shown = "";
  output.on("data", (chunk) => {
    shown += chunk;
  });
  const terminal = createTerminal({ desk: parrot([]), input, output, look: () => PLAIN, now: () => NOW });
  input.end(lines);
  await terminal.run({ blocks: [] });
  return shown;
}

describe("the terminal", () => {
  it("answers commands piped in, in order, and ends with the input", async () => {
    const shown = await type("/quote putin\n\n/Today 18 Nov\n");
    expect(shown.match(/\w+\|.*/g)).toEqual(["quote|putin|1", "today|18 Nov|1"]);
  });

  it("searches for bare words and reads bare links", async () => {
    const shown = await type("red lines\nhttps://rt.com/x\n");
    expect(shown).toContain("search|red lines|1");
    expect(shown).toContain("summary|https://rt.com/x|1");
  });

  it("turns pages by next and by number", async () => {
    const shown = await type("/quote putin\nnext\nn\n1\n");
    expect(shown.match(/quote\|putin\|\d/g)).toEqual([
      "quote|putin|1",
      "quote|putin|2",
      "quote|putin|3",
      "quote|putin|4",
    ]);
  });

  it("says so when there is no such page", async () => {
    expect(await type("/quote putin\nprevious\n")).toContain("There is no such page or button on the last answer.");
  });

  it("leaves on exit", async () => {
    expect(await type("exit\n/quote putin\n")).toBe("");
  });
});
