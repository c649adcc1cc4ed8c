import { describe, expect, test } from "vitest";
import { indexOfKnown, knownByDescription, knownByName } from "../../../src/language/names/known.ts";
import { readCatalogue } from "../../../src/settings/catalogue.ts";

const { speakers } = readCatalogue(new URL("../../../config", import.meta.url).pathname);
const index = indexOfKnown(speakers);
const on = (value: string) => ({ value, precision: "day" }) as const;
const described = (phrase: string, day: string) => knownByDescription(index, phrase, on(day))?.name ?? null;

describe("the speaker table", () => {
  test("no name or alias means two speakers", () => {
    const shared = [...index.byName].filter(([, all]) => all.length > 1).map(([key]) => key);
    expect(shared).toEqual([]);
  });

  test("roles begin before they end", () => {
    for (const { name, roles } of speakers)
      for (const { title, from, until } of roles)
        if (from && until) expect(`${name}, ${title}: ${from < until}`).toBe(`${name}, ${title}: true`);
  });

  test("a title means its holder, in every form the press gives it", () => {
    for (const phrase of [
      "the Russian president",
      "Russia's president",
      "Russia’s President",
      "President of Russia",
      "the Kremlin leader",
    ])
      expect(described(phrase, "2021-11-18")).toBe("Vladimir Putin");
    expect(described("the US president", "2021-11-18")).toBe("Joe Biden");
    expect(described("the British premier", "2016-08-01")).toBe("Theresa May");
    expect(described("Germany's chancellor", "2022-02-01")).toBe("Olaf Scholz");
    expect(described("NATO chief", "2021-11-15")).toBe("Jens Stoltenberg");
    expect(described("NATO chief", "2014-03-01")).toBe("Anders Fogh Rasmussen");
  });

  test("a role ends: who held it before or after is not meant", () => {
    expect(described("the Russian president", "2010-01-01")).toBe("Dmitry Medvedev");
    expect(described("the Russian president", "1998-01-01")).toBeNull();
    expect(described("the Kremlin leader", "2010-01-01")).toBe("Vladimir Putin");
  });

  test("a day two people share names neither; an unknown day names whoever is the only one", () => {
    expect(described("the US president", "2021-01-20")).toBeNull();
    const kremlin = knownByDescription(index, "Kremlin spokesman", { value: null, precision: "unknown" });
    expect(kremlin?.name).toBe("Dmitry Peskov");
  });

  test("names are found without their accents, and only where they are one person's", () => {
    expect(knownByName(index, "Erdoğan")?.name).toBe("Recep Tayyip Erdogan");
    expect(knownByName(index, "Clinton")).toBeNull();
    expect(knownByName(index, "Johnson")).toBeNull();
  });
});
