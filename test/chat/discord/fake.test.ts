// The fake itself: what Discord would refuse, it refuses, and the test that did it fails.
import { describe, expect, it } from "vitest";
import { type FakeDiscord, startFakeDiscord } from "../../support/discord/fake.ts";
import { officialSchemas } from "../../support/discord/official.ts";
import { IDS } from "../../support/discord/places.ts";

const text = (content: string) => ({ type: 10, content });
const good = {
  flags: 1 << 15,
  components: [{ type: 17, components: [text("hello")] }],
  allowed_mentions: { parse: [] },
  nonce: "n",
  enforce_nonce: true,
};

async function post(fake: FakeDiscord, path: string, body: unknown, method = "POST"): Promise<number> {
  const headers = { authorization: `Bot ${fake.token}`, "content-type": "application/json" };
  const response = await fetch(`${fake.apiRoot}/v10${path}`, { method, headers, body: JSON.stringify(body) });
  return response.status;
}

const messages = `/channels/${IDS.channel}/messages`;

describe("the fake Discord", () => {
  it("takes a message within the rules", async () => {
    const fake = await startFakeDiscord();
    expect(await post(fake, messages, good)).toBe(200);
    await fake.close();
  });

  it.each<[string, object]>([
    ["content beside components", { ...good, content: "x" }],
    ["text that pings", { ...good, allowed_mentions: { parse: ["users"] } }],
    ["no word on mentions", { ...good, allowed_mentions: undefined }],
    ["no nonce", { ...good, nonce: undefined }],
    ["a nonce that is not enforced", { ...good, enforce_nonce: false }],
    ["too much text", { ...good, components: [text("x".repeat(2_001)), text("x".repeat(2_000))] }],
    ["text that shows nothing", { ...good, components: [text(" \n")] }],
    ["too many components", { ...good, components: Array.from({ length: 41 }, () => text("x")) }],
    [
      "a picture that was not sent",
      { ...good, components: [{ type: 12, items: [{ media: { url: "attachment://a.png" }, description: "a" }] }] },
    ],
    [
      "two buttons of one id",
      {
        ...good,
        components: [{ type: 1, components: [1, 2].map(() => ({ type: 2, style: 2, label: "a", custom_id: "a" })) }],
      },
    ],
    [
      "a button without a label",
      { ...good, components: [{ type: 1, components: [{ type: 2, style: 2, custom_id: "a" }] }] },
    ],
    ["a field Discord does not know", { ...good, parse_mode: "HTML" }],
  ])("refuses %s", async (_, body) => {
    const fake = await startFakeDiscord();
    expect(await post(fake, messages, body)).toBe(400);
    await expect(fake.close()).rejects.toThrow("outside Discord's rules");
  });

  it("refuses commands out of shape", async () => {
    const fake = await startFakeDiscord();
    const option = (name: string, required: boolean) => ({ type: 3, name, description: "d", required });
    const command = { type: 1, name: "quote", description: "d", options: [option("a", false), option("b", true)] };
    expect(await post(fake, `/applications/${IDS.application}/commands`, [command], "PUT")).toBe(400);
    await expect(fake.close()).rejects.toThrow("required options come first");
  });

  it("knows no routes but those the bot may use", async () => {
    const fake = await startFakeDiscord();
    expect(await post(fake, `/guilds/${IDS.guild}/bans/${IDS.member}`, {}, "PUT")).toBe(404);
    await expect(fake.close()).rejects.toThrow("not a route the bot may use");
  });

  it("brings back the message a nonce already made", async () => {
    const fake = await startFakeDiscord();
    await post(fake, messages, good);
    await post(fake, messages, good);
    expect(fake.visible()).toHaveLength(1);
    await fake.close();
  });

  it.runIf(officialSchemas() !== null)("asks Discord's own schemas where they are at hand", () => {
    const official = officialSchemas()!;
    expect(official.request("POST", messages, good)).toEqual([]);
    expect(official.request("POST", messages, { ...good, components: [{ type: 99 }] })).not.toEqual([]);
    expect(official.request("POST", "/nowhere", {})).toEqual(["POST /nowhere is no route of Discord's"]);
    expect(official.payload("Send", { op: 2, d: {} })).not.toEqual([]);
  });
});
