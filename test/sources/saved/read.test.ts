import { describe, expect, test } from "vitest";
import type { KnownOutlet } from "../../../src/model/outlet.ts";
import { readSaved } from "../../../src/sources/saved/read.ts";

const OUTLETS: readonly KnownOutlet[] = [
  {
    name: "Harbour Gazette",
    hosts: ["harbourgazette.example"],
    aliases: ["The Gazette"],
    signs: ["With Gazette wires"],
  },
  { name: "Northern Courier", hosts: ["northerncourier.example"], aliases: [], signs: [] },
];

const FIRST = "The transport minister told parliament on Tuesday that the northern port would close for three weeks.";
const SECOND =
  "“We have no other way to mend the quay,” the minister said, and added that ferries would call elsewhere.";
const THIRD = "Dock workers doubt that the work can be done before the winter, their union said in a statement.";

function article(text: string, hints = {}) {
  const result = readSaved(text, OUTLETS, hints);
  if (result.kind === "refused") throw new Error(result.why);
  return { ...result, paragraphs: result.article.body.split("\n\n") };
}

describe("a saved text", () => {
  test("with its title, and clutter below", () => {
    const {
      article: read,
      paragraphs,
      dropped,
    } = article(
      [
        "Port to close for three weeks",
        "",
        FIRST,
        "",
        SECOND,
        "",
        THIRD,
        "",
        "Tags Northern port Ferries Transport",
        "",
        "The Gazette has removed its comment section, but letters are welcome.",
        "",
        "Most Popular",
        "",
        "Ferry runs aground",
        "",
        "Load more",
      ].join("\n"),
    );
    expect(read.title).toBe("Port to close for three weeks");
    expect(read.outlet).toBe("Harbour Gazette");
    expect(read.published).toEqual({ value: null, precision: "unknown" });
    expect(paragraphs).toEqual([FIRST, SECOND, THIRD]);
    expect(dropped.map((line) => line.why)).toContain("comment policy");
  });

  test("without a title has none", () => {
    expect(article([FIRST, SECOND, THIRD].join("\n")).article.title).toBeNull();
  });

  test("with date and address lines", () => {
    const { article: read } = article(
      [
        "Port to close for three weeks",
        "20211118",
        "https://www.northerncourier.example/news/port-to-close",
        FIRST,
        SECOND,
      ].join("\n"),
    );
    expect(read).toMatchObject({
      title: "Port to close for three weeks",
      outlet: "Northern Courier",
      url: "https://www.northerncourier.example/news/port-to-close",
      published: { value: "2021-11-18", precision: "day" },
    });
  });

  test("takes the day from an address that carries it, and an unknown host for the outlet", () => {
    const { article: read } = article(`${FIRST}\n${SECOND}`, { url: "https://news.elsewhere.example/2021/11/18/port" });
    expect(read.published).toEqual({ value: "2021-11-18", precision: "day" });
    expect(read.outlet).toBe("elsewhere.example");
  });

  test("keeps an embedded post apart, with its author and day", () => {
    const post = "Three weeks will never do. Whoever has seen that quay knows that it needs a year.";
    const { article: read, paragraphs } = article(
      [FIRST, SECOND, post, "— Dock Workers' Union (@dockunion) November 17, 2021", THIRD].join("\n"),
    );
    expect(paragraphs).toEqual([FIRST, SECOND, THIRD]);
    expect(read.posts).toEqual([
      {
        author: "Dock Workers' Union",
        handle: "dockunion",
        published: { value: "2021-11-17", precision: "day" },
        text: post,
      },
    ]);
  });

  test("drops linked headlines: after Read more and its caption, in capitals, announced", () => {
    const { paragraphs } = article(
      [
        FIRST,
        "",
        "Read more",
        "FILE PHOTO. The quay in spring. © Sample pictures",
        "How the quay was built in a single summer",
        "",
        SECOND,
        "",
        "MINISTERS QUARREL OVER WHO PAYS FOR THE PORT",
        "",
        "RELATED: Ferries to the islands",
        "",
        THIRD,
      ].join("\n"),
    );
    expect(paragraphs).toEqual([FIRST, SECOND, THIRD]);
  });

  test("drops captions, also a name alone above one", () => {
    const { paragraphs } = article(
      [
        FIRST,
        "",
        "The northern port.",
        "The northern port before the works. Photo by A. Photographer/Sample Pool via AP",
        "",
        SECOND,
      ].join("\n"),
    );
    expect(paragraphs).toEqual([FIRST, SECOND]);
  });

  test("counts a teaser printed twice once, and its title and subtitle not at all", () => {
    const title = "Port to close for three weeks";
    const { article: read, paragraphs } = article(
      [
        title,
        "",
        `${FIRST} Read Full Article at harbourgazette.example`,
        "",
        title,
        "",
        "The quay is “beyond mending,” a report finds",
        "",
        FIRST,
        "",
        SECOND,
      ].join("\n"),
    );
    expect(paragraphs).toEqual([FIRST, SECOND]);
    expect(read.outlet).toBe("Harbour Gazette");
  });

  test("knows an outlet by a line only it prints", () => {
    const { article: read, paragraphs } = article(
      ["World News", "", "Port to close for three weeks", "", FIRST, "", SECOND, "", "With Gazette wires"].join("\n"),
    );
    expect(read).toMatchObject({ title: "Port to close for three weeks", outlet: "Harbour Gazette" });
    expect(paragraphs).toEqual([FIRST, SECOND]);
  });

  test("joins lines broken at a fixed width", () => {
    const wrapped = `${FIRST} ${SECOND} ${THIRD}`.replace(/(.{60,70}) /g, "$1\n");
    expect(
      article(`Port to close\n\n${wrapped}\n\n${SECOND.replace(/(.{60,70}) /g, "$1\n")} Again.`).paragraphs[0],
    ).toBe(`${FIRST} ${SECOND} ${THIRD}`);
  });

  test("keeps words and marks verbatim, and runs of any spaces as one", () => {
    const { paragraphs } = article(
      `The minister\u00a0said  the “red\u2009lines” of 20\u00a0km would\u202f not be crossed.\u00a0\nShe added: ‘Never.’ And that was all the ministry would say.`,
    );
    expect(paragraphs[0]).toBe("The minister said the “red lines” of 20 km would not be crossed.");
    expect(paragraphs[1]).toContain("‘Never.’");
  });

  test("keeps a list that a colon announces", () => {
    const { paragraphs } = article(
      [
        FIRST,
        "",
        "The ministry named three conditions:",
        "",
        "A second quay before the winter",
        "",
        "Ferries from the southern port",
        "",
        SECOND,
      ].join("\n"),
    );
    expect(paragraphs).toHaveLength(5);
  });

  test("removes escape sequences, direction overrides and lone surrogates", () => {
    const { article: read } = article(`${FIRST}\u001b[31m\u202e \ud800 and more words to come.\n${SECOND}`);
    expect(read.body).not.toMatch(/[\u0000-\u0008\u001b\u202e\ud800-\udfff]/);
  });

  test("finds the article in a whole page saved with its menus", () => {
    const menu = [
      "Home",
      "World",
      "Politics",
      "Business",
      "Sport",
      "Opinion",
      "Sign in",
      "Subscribe",
      "Search",
      "Weather",
      "Podcasts",
      "Video",
      "Newsletters",
      "Contact",
      "About us",
    ];
    const body = [
      FIRST,
      SECOND,
      THIRD,
      FIRST.replace("Tuesday", "Wednesday"),
      SECOND.replace("quay", "pier"),
      THIRD.replace("winter", "spring"),
    ];
    const { article: read, paragraphs } = article(
      [
        ...menu,
        "Port to close for three weeks",
        "By A Reporter",
        "November 18, 2021",
        ...body,
        "Share",
        ...menu,
        "© 2021 Harbour Gazette",
      ].join("\n"),
    );
    expect(paragraphs).toEqual(body);
    expect(read).toMatchObject({
      title: "Port to close for three weeks",
      published: { value: "2021-11-18", precision: "day" },
    });
  });

  test.each([
    ["", "empty"],
    ["  \n\u00a0\n", "empty"],
    ["\u0000\u0001\u0002PNG\u0003\u0004\u0005\u0006", "not text"],
    ["Home\nWorld\nPolitics", "No running text"],
  ])("refuses %j with a reason", (text, why) => {
    const result = readSaved(text, OUTLETS);
    expect(result.kind === "refused" && result.why).toContain(why);
  });
});

test("a short sentence above a picture stays, as do questions among the paragraphs", () => {
  const text = [
    FIRST,
    "",
    "She did not elaborate.",
    "",
    "The quay in spring. Photo by A. Photographer/Sample Pool via AP",
    "",
    SECOND,
    "",
    "Q: And the ferries?",
    "",
    THIRD,
  ].join("\n");
  expect(article(text).paragraphs).toEqual([FIRST, "She did not elaborate.", SECOND, "Q: And the ferries?", THIRD]);
});

test("an interview of short answers is no page of menus", () => {
  const talk = Array.from({ length: 20 }, (_, i) => [`Q: Will ferry number ${i} sail?`, "A: No."]).flat();
  expect(article([FIRST, ...talk, SECOND].join("\n")).paragraphs).toEqual([FIRST, ...talk, SECOND]);
});
