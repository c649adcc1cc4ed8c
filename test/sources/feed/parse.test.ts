import { describe, expect, test } from "vitest";
import type { Feed } from "../../../src/sources/feed/feed.ts";
import { readFeed } from "../../../src/sources/feed/parse.ts";
import { readFeedList, writeFeedList } from "../../../src/sources/feed-list.ts";

async function feed(
  xml: string | Uint8Array,
  headers: Record<string, string> = {},
  url: string | null = "https://paper.example/feeds/news.xml",
): Promise<Feed> {
  const result = await readFeed(typeof xml === "string" ? Buffer.from(xml) : xml, headers, url);
  if (result.kind === "refused") throw new Error(result.why);
  return result.feed;
}

const rss = (item: string, channel = ""): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Paper</title>${channel}<item>${item}</item></channel></rss>`;

describe("a feed", () => {
  test("in RSS 2.0", async () => {
    const read = await feed(
      rss(
        "<title>Port &amp; quay</title><link>https://paper.example/1</link><guid>g1</guid><pubDate>Thu, 18 Nov 2021 10:15:00 GMT</pubDate><dc:creator>A. Reporter</dc:creator><description>&lt;p&gt;Teaser&lt;/p&gt;</description>",
        "<link>https://paper.example/</link><ttl>30</ttl><skipHours><hour>1</hour><hour>2</hour></skipHours><skipDays><day>Sunday</day></skipDays>",
      ),
    );
    expect(read).toMatchObject({
      title: "Paper",
      url: "https://paper.example/",
      ttlMinutes: 30,
      skipHours: [1, 2],
      skipDays: ["Sunday"],
    });
    expect(read.items).toEqual([
      expect.objectContaining({
        id: "g1",
        title: "Port & quay",
        url: "https://paper.example/1",
        author: "A. Reporter",
        published: { value: "2021-11-18T10:15:00Z", precision: "minute" },
        summary: "<p>Teaser</p>",
      }),
    ]);
  });

  test("in Atom, with XHTML titles and addresses relative to its base", async () => {
    const read = await feed(
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://paper.example/a/"><title type="text">Less &lt; more</title><entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Port <b>closed</b></div></title><link rel="self" href="self"/><link href="1"/><id>tag:1</id><updated>2021-11-18T10:15:00+01:00</updated><source><title>Other</title></source></entry></feed>',
    );
    expect(read.title).toBe("Less < more");
    expect(read.items[0]).toMatchObject({
      title: "Port closed",
      url: "https://paper.example/a/1",
      id: "tag:1",
      published: { value: "2021-11-18T09:15:00Z" },
    });
  });

  test("in RSS 1.0, in JSON, and in CDF", async () => {
    const rdf = await feed(
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Paper</title></channel><item rdf:about="https://paper.example/1"><title>One</title><dc:date>2021-11-18</dc:date></item></rdf:RDF>',
    );
    expect(rdf.items[0]).toMatchObject({
      title: "One",
      url: "https://paper.example/1",
      published: { value: "2021-11-18", precision: "day" },
    });
    const json = await feed(
      JSON.stringify({
        version: "https://jsonfeed.org/version/1.1",
        title: "Paper",
        items: [
          {
            id: "1",
            url: "https://paper.example/1",
            title: "One",
            content_text: "x",
            date_published: "2021-11-18T10:15:00Z",
          },
        ],
      }),
    );
    expect(json.items[0]).toMatchObject({
      title: "One",
      url: "https://paper.example/1",
      published: { value: "2021-11-18T10:15:00Z" },
    });
    const cdf = await feed(
      '<CHANNEL HREF="https://paper.example/"><TITLE>Paper</TITLE><ITEM HREF="/1" LASTMOD="2021-11-18T10:15:00Z"><TITLE>One</TITLE></ITEM></CHANNEL>',
    );
    expect(cdf.items[0]).toMatchObject({ title: "One", url: "https://paper.example/1" });
  });

  test.each([
    [
      "bare ampersands and HTML's entities",
      rss("<title>Port & quay &mdash; caf&eacute;</title>"),
      "Port & quay — café",
    ],
    ["junk before the prolog", `\n\n  junk ${rss("<title>One</title>")}`, "One"],
    ["no version", rss("<title>One</title>").replace(' version="2.0"', ""), "One"],
    ["capital tags", "<RSS><CHANNEL><TITLE>Paper</TITLE><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>", "One"],
    ["CDATA", rss("<title><![CDATA[Port & quay <b>now</b>]]></title>"), "Port & quay now"],
    ["titles escaped twice", rss("<title>Port &amp;amp; quay &amp;#8217;s</title>"), "Port & quay ’s"],
    ["an element left open", rss("<title>One</title><description>never closed"), "One"],
    ["no end at all", "<rss><channel><title>Paper</title><item><title>One</title>", "One"],
  ])("with %s", async (_, xml, title) => {
    expect((await feed(xml)).items[0]?.title).toBe(title);
  });

  test("in any encoding: header, declaration, byte order mark", async () => {
    const koi = Buffer.concat([
      Buffer.from('<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><title>'),
      Buffer.from([0xed, 0xcf, 0xd3, 0xcb, 0xd7, 0xc1]),
      Buffer.from("</title></channel></rss>"),
    ]);
    expect((await feed(koi)).title).toBe("Москва");
    const cp1251 = Buffer.concat([
      Buffer.from("<rss version='2.0'><channel><title>"),
      Buffer.from([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0]),
      Buffer.from("</title></channel></rss>"),
    ]);
    expect((await feed(cp1251, { "content-type": "application/rss+xml; charset=windows-1251" })).title).toBe("Москва");
    expect((await feed(Buffer.from(`\ufeff${rss("<title>Žluťoučký</title>")}`, "utf16le"))).items[0]?.title).toBe(
      "Žluťoučký",
    );
  });

  test("takes times without a zone in the feed's zone, else as UTC", async () => {
    const items =
      "<item><pubDate>Thu, 18 Nov 2021 10:15:00 +0300</pubDate></item><item><pubDate>2021-11-18 12:00:00</pubDate></item>";
    expect(
      (await feed(`<rss version="2.0"><channel><title>x</title>${items}</channel></rss>`)).items[1]?.published.value,
    ).toBe("2021-11-18T09:00:00Z");
    expect((await feed(rss("<pubDate>2021-11-18 12:00:00</pubDate>"))).items[0]?.published.value).toBe(
      "2021-11-18T12:00:00Z",
    );
    expect((await feed(rss("<pubDate>soon</pubDate>"))).items[0]?.published).toEqual({
      value: null,
      precision: "unknown",
    });
  });

  test("never takes an address that is none of the web", async () => {
    expect((await feed(rss("<link>javascript:alert(1)</link><guid>urn:1</guid>"))).items[0]?.url).toBeNull();
    expect((await feed(rss("<guid>https://paper.example/1</guid>"))).items[0]?.url).toBe("https://paper.example/1");
    expect((await feed(rss('<guid isPermaLink="false">https://paper.example/1</guid>'))).items[0]?.url).toBeNull();
  });

  test("survives entity bombs and poisoned names", async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss("<title>&c;&x;One</title>")}`;
    expect((await feed(bomb)).items[0]?.title).toMatch(/One$/);
    const poisoned = await feed(
      rss("<title>One</title><__proto__><polluted>yes</polluted></__proto__><constructor>x</constructor>"),
    );
    expect(poisoned.items[0]?.title).toBe("One");
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test.each([
    ["", "empty"],
    ["<html><head><title>Moved</title></head><body>here</body></html>", "web page"],
    ["just words", "no feed"],
  ])("that is none is refused with a reason: %s", async (text, why) => {
    const result = await readFeed(Buffer.from(text), {}, null);
    expect(result.kind === "refused" && result.why).toContain(why);
  });
});

test("a list of feeds goes out and comes in again", () => {
  const feeds = [
    { outlet: "Paper & Co", url: "https://paper.example/feed?a=1&b=2" },
    { outlet: "Gazette", url: "https://gazette.example/rss" },
  ];
  expect(readFeedList(writeFeedList(feeds, "OnRecord"))).toEqual({ feeds, refused: [] });
  expect(readFeedList("no list")).toBeNull();
});

test("a list's good feeds are taken, and its bad addresses told", () => {
  const outlines = ["https://paper.example/rss", "no address", "file:///etc/passwd", "http://["].map(
    (url) => `<outline xmlUrl="${url}"/>`,
  );
  expect(readFeedList(`<opml version="2.0"><body>${outlines.join("")}</body></opml>`)).toEqual({
    feeds: [{ outlet: "paper.example", url: "https://paper.example/rss" }],
    refused: ["no address", "file:///etc/passwd", "http://["],
  });
});
