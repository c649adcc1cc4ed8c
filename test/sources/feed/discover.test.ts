import { expect, test } from "vitest";
import { findFeeds, usualFeedAddresses } from "../../../src/sources/feed/discover.ts";

test("finds the feeds a page announces, comments last", () => {
  const html = `<html><head>
    <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
    <link rel="alternate" type="application/rss+xml" title="News" href="/feed/">
    <link rel="alternate" type="application/atom+xml" href="https://other.example/atom">
    <link rel="alternate" hreflang="de" href="/de/">
    <link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">
  </head><body></body></html>`;
  expect(findFeeds(html, "https://paper.example/news")).toEqual([
    { url: "https://paper.example/feed/", title: "News" },
    { url: "https://other.example/atom", title: null },
    { url: "https://paper.example/comments/feed/", title: "Comments" },
  ]);
  expect(findFeeds("no page at all", "https://paper.example/")).toEqual([]);
  expect(usualFeedAddresses("https://paper.example/x/y")[0]).toBe("https://paper.example/feed/");
});
