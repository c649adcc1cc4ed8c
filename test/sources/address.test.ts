import { expect, test } from "vitest";
import { canonicalAddress, foldAddress } from "../../src/sources/address.ts";

test.each([
  ["https://a.example/story?utm_source=x&id=7#top", "https://a.example/story?id=7"],
  ["https://a.example/story/amp/", "https://a.example/story/"],
  ["https://amp.a.example/story", "https://a.example/story"],
  ["https://www.google.com/amp/s/www.a.example/story", "https://www.a.example/story"],
  ["https://user:pass@a.example/story", "https://a.example/story"],
  ["not an address", "not an address"],
])("folds %s", (address, folded) => {
  expect(foldAddress(address)).toBe(folded);
});

test("believes a canonical address only within its own registrable domain", () => {
  const url = "https://m.paper.co.uk/news/1?utm_medium=x";
  expect(canonicalAddress(url, ["https://www.paper.co.uk/news/one"])).toBe("https://www.paper.co.uk/news/one");
  expect(canonicalAddress(url, ["/news/one"])).toBe("https://m.paper.co.uk/news/one");
  expect(canonicalAddress(url, ["https://other.co.uk/news/one"])).toBe("https://m.paper.co.uk/news/1");
  expect(canonicalAddress(url, ["https://www.paper.co.uk/"])).toBe("https://m.paper.co.uk/news/1");
  expect(canonicalAddress(url, [null, "javascript:alert(1)"])).toBe("https://m.paper.co.uk/news/1");
  // A host lent to somebody is no neighbour of the others.
  const blog = "https://one.blogspot.com/2021/11/a.html";
  expect(canonicalAddress(blog, ["https://other.blogspot.com/2021/11/b.html"])).toBe(blog);
});
