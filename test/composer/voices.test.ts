// Who is named in lists, and what counts as a role.
import { describe, expect, it } from "vitest";
import { isNamedVoice, shownRole } from "../../src/composer/voices.ts";

describe("a voice named in lists", () => {
  it.each([
    ["person", "Marie Curie", true],
    ["person", "Ursula von der Leyen", true],
    ["person", "War", false],
    ["group", "the European Commission", true],
    ["group", "Ministry of Defence", true],
    ["group", "NATO", true],
    ["group", "the Kremlin", true],
    ["group", "West", false],
    ["group", "Russia", false],
    ["group", "US and Europe", false],
    ["document", "The Annual Report", false],
    ["anonymous", "a senior official", false],
  ] as const)("%s %s: %s", (voice, name, named) => {
    expect(isNamedVoice(voice, name)).toBe(named);
  });
});

describe("a role", () => {
  it.each(["Dr.", "Mr", "Sir", "Prof. Dr."])("is not %s", (role) => expect(shownRole(role)).toBeNull());
  it.each(["President", "Drummer", "Sirte mayor"])("is %s", (role) => expect(shownRole(role)).toBe(role));
  it("may be missing", () => expect(shownRole(null)).toBeNull());
});
