// Whatever is typed or imported: no exception, no stall, no stack trace, nothing that steers the terminal.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importedDesk, sampleDesk, type TestDesk } from "../support/desk.ts";

const HOSTILE = [
  "",
  " ",
  "'; drop table quote; --",
  '" OR 1=1 NEAR(a b) AND',
  "a* ^b {c} -d :e (f",
  "\u0000\u0001\u001b[2J\u009b31m",
  "\u202eabc\u2066\u200f",
  "\ud800 lone \udfff",
  "👩‍👩‍👧‍👦🏳️‍🌈".repeat(50),
  "since until outlet",
  "putin since 99999999999 until -1",
  "#99999999999999",
  "__proto__ constructor toString",
  "x".repeat(1_000_000),
  "ß".repeat(500),
  "%s %d $1 {{1}} <script>",
];

const anyText = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc
    .array(
      fc.constantFrom("putin", "since", "until", "outlet", "2021", "-1", '"', "*", "NEAR", "AND", "#1", "in", "at"),
      {
        maxLength: 8,
      },
    )
    .map((words) => words.join(" ")),
);

/** What a person sees may hold line breaks and nothing else that controls. */
const STEERS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

let desk: TestDesk;
beforeAll(async () => {
  desk = await sampleDesk();
});

describe("hostile input", () => {
  it("gets a kind answer from every command", async () => {
    const names = desk.desk.commands.map(({ name }) => name);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        anyText,
        fc.integer({ min: 1, max: 50 }),
        async (name, text, page) => {
          const said = await desk.say(`/${name} ${text}`, page);
          expect(said.trim()).not.toBe("");
          expect(said).not.toMatch(STEERS);
          expect(said).not.toMatch(/\bat .*\.ts:\d+|Error:/);
          expect(said.length).toBeLessThan(20_000);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
    expect(desk.surprises).toEqual([]);
  }, 120_000);

  it("gets an answer whatever command it names, and completes nothing harmful", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        expect(await desk.say(`/${text}`)).not.toMatch(STEERS);
        for (const { name, arguments: list } of desk.desk.commands)
          for (const argument of list) {
            const found = await desk.desk.complete(
              name,
              argument.name,
              text,
              Temporal.Instant.from("2022-01-01T00:00Z"),
            );
            expect(found.length).toBeLessThanOrEqual(25);
          }
        await desk.desk.offer(text, 0, Temporal.Instant.from("2022-01-01T00:00Z"));
      }),
      { numRuns: 60, seed: 12 },
    );
    expect(desk.surprises).toEqual([]);
  }, 120_000);
});

describe("hostile files", () => {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-hostile-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are read or refused, one line each, and never stop the rest", async () => {
    const texts = fc.sample(
      fc.tuple(
        fc.constantFrom("txt", "md", "html", "jsonl", "json"),
        fc.oneof(anyText, fc.json(), fc.lorem({ maxCount: 60 })),
      ),
      { numRuns: 120, seed: 13 },
    );
    texts.forEach(([kind, text], at) => {
      writeFileSync(join(folder, `${String(at).padStart(3, "0")}.${kind}`), text);
    });
    writeFileSync(join(folder, "a-good.jsonl"), GOOD);
    const imported = await importedDesk([folder, join(folder, "not-there.txt")]);
    expect(imported.lines.length).toBeGreaterThanOrEqual(texts.length);
    expect(imported.lines.filter((line) => line.includes("\n"))).toEqual([]);
    expect(imported.lines.at(-1) ?? "").toBeTruthy();
    expect(imported.lines.some((line) => line.includes("not-there.txt: not read."))).toBe(true);
    expect(await imported.say("/quote von der leyen")).toContain("Ursula von der Leyen");
    expect(imported.surprises).toEqual([]);
  }, 120_000);

  it("cannot steer the terminal by their stored text", async () => {
    const file = join(folder, "steer.jsonl");
    const text = `The council met.\n\n“The \u001b[31mred\u009b line \u202estays\u202c,” council president Charles Michel said on Thursday.`;
    writeFileSync(
      file,
      JSON.stringify({ title: "A \u001b]0;title\u0007", url: "https://rt.com/steer", published: "2021-11-18", text }),
    );
    const imported = await importedDesk([file]);
    for (const line of ["/quote michel", "/search council", "/summary 1", "/who michel", "/outlets"])
      expect(await imported.say(line), line).not.toMatch(STEERS);
    expect(imported.lines.join("")).not.toMatch(STEERS);
  });
});

const GOOD = JSON.stringify({
  title: "Commission sets out its plan",
  url: "https://www.dw.com/en/commission-plan/a-1",
  published: "2021-11-18",
  text: "The European Commission set out its plan on Thursday.\n\n“We will stand by every member state,” Commission President Ursula von der Leyen said in Brussels.",
});
