import { describe, expect, test } from "vitest";
import type { KnownOutlet } from "../../../src/model/outlet.ts";
import { decodePage } from "../../../src/sources/page/decode.ts";
import { readPage } from "../../../src/sources/page/read.ts";

const OUTLETS: readonly KnownOutlet[] = [
  { name: "Harbour Gazette", hosts: ["gazette.example"], aliases: [], signs: [] },
];
const URL = "https://www.gazette.example/news/port-to-close?utm_source=feed";

const PARAGRAPHS = [
  "The transport minister told parliament on Tuesday that the northern port would close for three weeks while the quay is mended.",
  "“We have no other way to mend the quay,” the minister said, and added that ferries would call at the southern port until then.",
  "Dock workers doubt that the work can be done before the winter, their union said in a statement, and asked for a longer plan.",
  "The opposition called the closure a failure of planning, and said that the islands would pay for it with empty shops.",
];

function page(head: string, body: string): string {
  return `<!doctype html><html><head>${head}</head><body><nav><a href="/">Home</a><a href="/world">World</a></nav>${body}<footer>© Harbour Gazette</footer></body></html>`;
}

const ARTICLE = `<article><h1>Port to close for three weeks</h1>${PARAGRAPHS.map((text) => `<p>${text}</p>`).join("")}</article>`;

function read(html: string, url: string | null = URL) {
  const result = readPage(html, url, OUTLETS);
  if (result.kind === "refused") throw new Error(result.why);
  return { ...result, paragraphs: result.article.body.split("\n\n") };
}

describe("a page", () => {
  test("gives title, outlet by its host, author, minute and its folded address", () => {
    const facts = {
      "@type": "NewsArticle",
      headline: "Port to close for three weeks",
      author: [{ "@type": "Person", name: "A. Reporter" }],
      datePublished: "2021-11-18T10:15:00+01:00",
    };
    const { article, paragraphs } = read(
      page(
        `<title>Port to close for three weeks | Gazette</title><meta property="og:site_name" content="Somebody Else"><script type="application/ld+json">${JSON.stringify(facts)}</script>`,
        ARTICLE,
      ),
    );
    expect(article).toMatchObject({
      title: "Port to close for three weeks",
      outlet: "Harbour Gazette",
      author: "A. Reporter",
      url: "https://www.gazette.example/news/port-to-close",
      published: { value: "2021-11-18T09:15:00Z", precision: "minute" },
    });
    expect(paragraphs).toEqual(PARAGRAPHS);
  });

  test("of an unknown address is believed about its outlet only where nobody knows better", () => {
    expect(read(page('<meta property="og:site_name" content="Harbour Gazette">', ARTICLE), null).article.outlet).toBe(
      "Harbour Gazette",
    );
    expect(
      read(page('<meta property="og:site_name" content="Harbour Gazette">', ARTICLE), "https://fake.example/x").article
        .outlet,
    ).toBe("fake.example");
  });

  test("cannot pose as another site's by its canonical address", () => {
    const { article } = read(
      page('<link rel="canonical" href="https://www.gazette.example/news/other">', ARTICLE),
      "https://evil.example/x",
    );
    expect(article.url).toBe("https://evil.example/x");
    expect(article.outlet).toBe("evil.example");
  });

  test("keeps captions, share bars, prompts, related links and repeats out of the body", () => {
    const clutter = [
      '<figure><img src="a.jpg"><figcaption>The quay in spring.</figcaption></figure>',
      '<div class="share-bar"><a href="#">Share</a> <a href="#">Tweet</a></div>',
      "<p>Sign up for our morning newsletter and get the news in your inbox.</p>",
      '<p><a href="/other">How the quay was built in a single summer</a></p>',
      '<div class="related"><h3>Related</h3><ul><li><a href="/1">Ferry runs aground</a></li></ul></div>',
      "<p>Photo by A. Photographer/Getty Images</p>",
    ];
    const mixed = `<article><h1>Port to close for three weeks</h1>${PARAGRAPHS.map((text, i) => `<p>${text}</p>${clutter[i] ?? ""}`).join("")}${clutter.slice(4).join("")}</article>`;
    expect(read(page("", mixed)).paragraphs).toEqual(PARAGRAPHS);
  });

  test("keeps embedded posts apart, with author and day", () => {
    const post =
      '<blockquote class="twitter-tweet"><p>Three weeks will never do.</p>&mdash; Dock Union (@dockunion) <a href="#">November 17, 2021</a></blockquote>';
    const { article, paragraphs } = read(page("", ARTICLE.replace("</p>", `</p>${post}`)));
    expect(article.posts).toEqual([
      {
        author: "Dock Union",
        handle: "dockunion",
        published: { value: "2021-11-17", precision: "day" },
        text: "Three weeks will never do.",
      },
    ]);
    expect(paragraphs).toEqual(PARAGRAPHS);
  });

  test.each([
    ['<meta property="article:published_time" content="2021-11-18T10:15:00Z">', "", "2021-11-18T10:15:00Z"],
    ["", '<time datetime="2021-11-18">Thursday</time>', "2021-11-18"],
    ["", '<span class="date">18 November 2021</span>', "2021-11-18"],
    ["", "<p>Nothing of a day.</p>", null],
  ])("finds its date in order of trust: %s%s", (head, line, value) => {
    expect(read(page(head, ARTICLE.replace("</h1>", `</h1>${line}`))).article.published.value).toBe(value);
  });

  test("takes the outlet's own day where the day in UTC is another", () => {
    const head = '<meta property="article:published_time" content="2021-11-19T02:30:00Z">';
    expect(read(page(head, ARTICLE), "https://www.gazette.example/2021/11/18/port").article.published).toEqual({
      value: "2021-11-18",
      precision: "day",
    });
  });

  test("behind a paywall says so", () => {
    const stub = `<article><h1>Port to close</h1><p>${PARAGRAPHS[0]}</p><p>${PARAGRAPHS[1]}</p></article><div>Already a subscriber? Sign in to continue reading</div>`;
    expect(read(page("", stub)).notice).toContain("paywall");
    expect(readPage(page("", "<h1>Port to close</h1><p>Subscribe to continue reading.</p>"), URL, [])).toMatchObject({
      kind: "refused",
      why: expect.stringContaining("paywall"),
    });
  });

  test.each([
    ["", "empty"],
    ["<title>Just a moment...</title><body>Checking your browser</body>", "person"],
    ["<title>Page not found</title><body><p>Sorry.</p></body>", "does not exist"],
    [
      "<body><p>We use cookies.</p><p>We value your privacy</p><button>Accept all cookies</button><p>Manage your consent</p></body>",
      "cookies",
    ],
    [`<body>${"<div>".repeat(3000)}`, "nested"],
  ])("that is no article is refused with a reason: %s", (html, why) => {
    const result = readPage(html, URL, []);
    expect(result.kind === "refused" && result.why).toContain(why);
  });

  test("in another encoding is read by its header, else by its own word", () => {
    const bytes = Buffer.from('<meta charset="windows-1251"><p>\xcc\xee\xf1\xea\xe2\xe0</p>', "latin1");
    expect(decodePage(bytes, null).text).toContain("Москва");
    expect(decodePage(Buffer.from("caf\xe9", "latin1"), "text/html; charset=iso-8859-1").text).toBe("café");
  });
});
