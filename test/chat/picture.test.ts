// Pictures come out as PNG in every alphabet the fonts hold, and say so when they cannot be drawn.
import { describe, expect, it } from "vitest";
import { renderMessage, withoutPictures } from "../../src/chat/discord/message.ts";
import { Buttons } from "../../src/chat/discord/pressed.ts";
import { drawPicture } from "../../src/chat/picture.ts";
import type { Picture } from "../../src/model/post.ts";

const card = (words: readonly string[], more: Partial<Extract<Picture, { kind: "quote-card" }>> = {}): Picture => ({
  kind: "quote-card",
  alt: "The words on a card",
  words,
  speaker: "Vladimir Putin",
  role: "Russian President",
  date: "said 18 Nov 2021",
  outlet: "The Hill",
  ...more,
});

const bars: Picture = {
  kind: "chart",
  alt: "Quotes a speaker: 12, 7, 0",
  title: "Most quoted this week",
  bars: [
    { label: "Vladimir Putin", value: 12 },
    { label: "A ministry with a very long name indeed", value: 7 },
    { label: "Nobody", value: 0 },
  ],
};

/** Width and height, read from the file as any viewer does. */
function sizeOf(png: Uint8Array): [width: number, height: number] {
  expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect(new TextDecoder().decode(png.slice(-8, -4))).toBe("IEND");
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("a picture", () => {
  it.each([
    ["one line", card(["red lines"])],
    ["fragments", card(["the first part,", "and the second"], { role: null })],
    ["Greek and Cyrillic", card(["Красные линии", "Κόκκινες γραμμές", "Čeština, łódź"])],
    ["letters and accents apart, and what cannot be seen", card(["Cafe\u0301 \u202eabc\u200b"])],
    ["a very long quote", card(["word after word ".repeat(400)])],
    ["one endless word", card(["x".repeat(2_000)])],
    ["a chart", bars],
    ["a chart of nothing", { ...bars, bars: [] }],
  ])("is drawn: %s", async (_, picture) => {
    const [width, height] = sizeOf(await drawPicture(picture));
    expect(width).toBe(1200);
    expect(height).toBeGreaterThan(150);
    expect(height).toBeLessThan(2000);
  });

  it("is refused where the fonts have no letters for it", async () => {
    await expect(drawPicture(card(["红线"]))).rejects.toThrow("outside Latin, Greek and Cyrillic");
    await expect(drawPicture(card(["well said 👍"]))).rejects.toThrow("outside Latin, Greek and Cyrillic");
  });

  it("keeps its words for those who cannot see it, drawn or not", () => {
    const part = { blocks: [{ kind: "picture", picture: bars } as const] };
    const rendering = { buttons: new Buttons(), commandId: () => null };
    expect(JSON.stringify(renderMessage(part, rendering).body)).toContain(bars.alt);
    expect(JSON.stringify(renderMessage(withoutPictures(part), rendering).body)).toContain("Quotes a speaker");
  });
});
