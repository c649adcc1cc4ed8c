import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readCatalogue } from "../../src/settings/catalogue.ts";
import { readDigests } from "../../src/settings/digests.ts";

const ROOT = join(import.meta.dirname, "../..");

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const DAILY = `title: Daily
summary: A day in short
window: P1D
schedule: { every: day, at: '08:00' }
sections:
  - { section: stories, limit: 5 }
`;

describe("the files the operator edits", () => {
  it("are right as shipped", () => {
    const catalogue = readCatalogue(join(ROOT, "config"));
    expect(catalogue.feeds.length).toBeGreaterThan(10);
    expect(catalogue.outlets.length).toBeGreaterThan(10);
    expect(catalogue.speakers.length).toBeGreaterThan(10);
    expect(readDigests(join(ROOT, "digests")).map((digest) => digest.name)).toEqual(
      expect.arrayContaining(["daily", "follow", "on-this-date", "weekly"]),
    );
  });

  it("make a new digest of a new file", () => {
    const [digest] = readDigests(folderWith({ "morning.yaml": DAILY }));
    expect(digest).toMatchObject({ name: "morning", window: "P1D", whenEmpty: "silent" });
  });

  it("are refused with file, line, key and what would be right", () => {
    const folder = folderWith({ "daily.yaml": DAILY.replace("limit: 5", "limit: 0").replace("'08:00'", "'25:00'") });
    expect(() => readDigests(folder)).toThrow(/daily\.yaml, line 4: schedule\.at must be a time of day/);
    expect(() => readDigests(folder)).toThrow(/daily\.yaml, line 6: sections\.0\.limit must be at least 1/);
  });

  it("are refused when a key is misspelt or the YAML is broken", () => {
    expect(() => readDigests(folderWith({ "daily.yaml": `${DAILY}tilte: x\n` }))).toThrow(/tilte/);
    expect(() => readDigests(folderWith({ "daily.yaml": "title: [" }))).toThrow(/daily\.yaml, line 1/);
  });

  it("are named in lower case", () => {
    expect(() => readDigests(folderWith({ "My Digest.yaml": DAILY }))).toThrow(/lower-case letters and hyphens/);
  });
});
