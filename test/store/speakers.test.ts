import { afterEach, beforeEach, expect, test } from "vitest";
import type { KnownSpeaker } from "../../src/model/speaker.ts";
import type { Store } from "../../src/store/store.ts";
import { openCorpus } from "../support/engines.ts";
import { day, save } from "./writing.ts";

let store: Store;
beforeEach(async () => {
  store = await openCorpus();
});
afterEach(() => store.close());

let made = 0;
async function quoted(name: string, times = 1, voice: "person" | "group" = "person"): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    made += 1;
    await save(store, {
      title: `No ${made}`,
      outlet: made % 2 === 0 ? "Even" : "Odd",
      terms: [
        ["bridges", 2],
        [name, 5],
      ],
      quotes: [
        {
          content: `“Words number ${made}”`,
          speaker: name,
          voice,
          role: "Speaker",
          said: day(`2021-0${(made % 9) + 1}-05`),
        },
      ],
    });
  }
}

const KNOWN: KnownSpeaker = {
  name: "Vladimir Putin",
  kind: "person",
  gender: "male",
  aliases: ["Vladimir Vladimirovich Putin", "VVP"],
  descriptions: [],
  roles: [],
};

test("a name is found whole, by surname, by its beginning, by its words, whatever the case and accents", async () => {
  await quoted("Vladimir Putin", 2);
  await quoted("Ursula von der Leyen");
  await quoted("José Manuel Albares");
  const one = async (typed: string) => {
    const match = await store.speakers.find(typed, null);
    return match.kind === "one" ? [match.speaker.name, match.by] : match.kind;
  };
  expect(await one("vladimir putin")).toEqual(["Vladimir Putin", "name"]);
  expect(await one(" PUTIN ")).toEqual(["Vladimir Putin", "surname"]);
  expect(await one("von der leyen")).toEqual(["Ursula von der Leyen", "surname"]);
  expect(await one("put")).toEqual(["Vladimir Putin", "prefix"]);
  expect(await one("putin vladimir")).toEqual(["Vladimir Putin", "name"]);
  expect(await one("jose albares")).toEqual(["José Manuel Albares", "name"]);
  expect(await one("zzz")).toBe("none");
  expect(await one("…")).toBe("none");
});

test("a surname two people bear gives both, most quoted first", async () => {
  await quoted("Hillary Clinton");
  await quoted("Bill Clinton", 2);
  const match = await store.speakers.find("clinton", null);
  expect(match).toMatchObject({ kind: "several", by: "surname" });
  expect(match.kind === "several" && match.speakers.map((speaker) => speaker.name)).toEqual([
    "Bill Clinton",
    "Hillary Clinton",
  ]);
});

test("a slip of the finger is forgiven", async () => {
  await quoted("Vladimir Putin");
  await quoted("Antony Blinken");
  for (const typed of ["putni", "pitin", "vladimr putin", "vladmir", "Putinn"]) {
    expect(await store.speakers.find(typed, null), typed).toMatchObject({
      kind: "near",
      speakers: [{ name: "Vladimir Putin" }],
    });
  }
  expect(await store.speakers.find("anthony blinkn", null)).toMatchObject({
    kind: "near",
    speakers: [{ name: "Antony Blinken" }],
  });
});

test("the operator's table gives aliases, and takes them back", async () => {
  await store.speakers.syncKnownSpeakers([KNOWN]);
  expect(await store.speakers.find("vvp", null)).toMatchObject({ kind: "one", by: "alias", speaker: { quotes: 0 } });
  await quoted("Vladimir Putin");
  await quoted("Putin");
  expect(await store.speakers.find("vvp", null)).toMatchObject({ kind: "one", speaker: { quotes: 1 } });
  expect((await store.speakers.page(1, null))?.aliases).toEqual(KNOWN.aliases);
  await store.speakers.syncKnownSpeakers([{ ...KNOWN, aliases: ["Putin"] }]);
  expect(await store.speakers.find("putin", null)).toMatchObject({ kind: "one", speaker: { id: 1 }, by: "alias" });
  await store.speakers.syncKnownSpeakers([]);
  expect(await store.speakers.find("vvp", null)).toMatchObject({ kind: "none" });
  expect(await store.speakers.find("putin", null)).toMatchObject({ kind: "several" });
});

test("a speaker's page", async () => {
  made = 0;
  await quoted("Sergei Lavrov", 3);
  const page = await store.speakers.page(1, null);
  expect(page).toMatchObject({
    name: "Sergei Lavrov",
    quotes: 3,
    roles: [{ role: "Speaker", quotes: 3 }],
    months: [
      { month: "2021-02", quotes: 1 },
      { month: "2021-03", quotes: 1 },
      { month: "2021-04", quotes: 1 },
    ],
    outlets: [
      { outlet: "Odd", quotes: 2 },
      { outlet: "Even", quotes: 1 },
    ],
  });
  expect(page?.first?.said.value).toBe("2021-02-05");
  expect(page?.latest?.said.value).toBe("2021-04-05");
  expect(await store.speakers.page(99, null)).toBeNull();
});

test("completion offers names by any of their last words, most quoted first", async () => {
  await quoted("Vladimir Putin", 3);
  await quoted("Pedro Sánchez", 2);
  await quoted("Kremlin", 1, "group");
  const names = async (typed: string) => (await store.speakers.complete(typed, 5)).map((speaker) => speaker.name);
  expect(await names("p")).toEqual(["Vladimir Putin", "Pedro Sánchez"]);
  expect(await names("")).toEqual(["Vladimir Putin", "Pedro Sánchez", "Kremlin"]);
  expect(await names("sanc")).toEqual(["Pedro Sánchez"]);
  expect(await names("kremln")).toEqual(["Kremlin"]);
  expect(await names("qqq")).toEqual([]);
});

test("a name heard in one chat alone is offered to nobody else", async () => {
  await save(store, { title: "x", chat: "discord:5", quotes: [{ content: "“Hm”", speaker: "Marie Curie" }] });
  expect((await store.speakers.find("curie", null)).kind).toBe("none");
  expect((await store.speakers.find("curie", "discord:5")).kind).toBe("one");
  expect(await store.speakers.complete("cur", 5)).toEqual([]);
  expect(await store.speakers.top(5)).toEqual([]);
});
