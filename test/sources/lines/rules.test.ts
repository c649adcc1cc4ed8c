import { describe, expect, test } from "vitest";
import { clutterRule, LINE_RULES, LIST_HEADING } from "../../../src/sources/lines/rules.ts";

describe("the line rules", () => {
  for (const rule of LINE_RULES) {
    test(`${rule.why}: ${rule.example}`, () => {
      expect(clutterRule(rule.example)?.why).toBe(rule.why);
    });
  }

  test.each([
    ["FILE PHOTO. The minister at a summit (L). © Some Agency / A Photographer", "photo caption"],
    ["The minister leaves the hall. Pool Photo via AP", "photo caption"],
    ["Tags Harbour strike Port unions", "tags"],
    ["23 Comments", "comments"],
    ["READ MORE: What the harbour strike means", "link to another article"],
    ["Read Full Article at example.com", "call to action"],
    ["Sign up for our daily newsletter and get the news to your inbox.", "newsletter prompt"],
    ["© 2021 The Daily Example. All rights reserved.", "site notice"],
    ["Reporting by the Moscow bureau; editing by the desk", "credit line"],
    ["ADVERTISEMENT", "advertisement"],
    ["Facebook Twitter WhatsApp Email", "share bar"],
    ["3 min read", "reading aid"],
  ])("%s", (line, why) => {
    expect(clutterRule(line)?.why).toBe(why);
  });

  test.each([
    "“We will not follow them,” the minister said of the proposal.",
    "Share prices fell on Monday as investors weighed the decision.",
    "Follow-up talks are planned for next week, the chancellor's office said.",
    "The committee will watch the vote closely, she said.",
    "Read aloud in court, the letter drew no reaction from the defendants.",
    "Comments by the minister drew criticism from the opposition.",
    "By Thursday evening the bridge was open again, police said.",
    "Photographs of the damage were published by the ministry on Sunday.",
    "Related talks in Geneva ended without a result, the envoy told reporters.",
    "NATO said no.",
    "The president's office declined to comment.",
    "“Subscribe to this plan or leave,” he told the delegates.",
    "More than 100,000 people marched through the capital on Saturday.",
    "See you in court, the governor wrote to the company.",
    "Live ammunition was used, the army said.",
  ])("leaves body alone: %s", (line) => {
    expect(clutterRule(line)).toBeNull();
  });

  test("knows the headings of lists", () => {
    for (const heading of [
      "Most Popular",
      "Related articles",
      "You may also like",
      "More from Politics",
      "Trending now",
    ]) {
      expect(LIST_HEADING.test(heading)).toBe(true);
    }
    expect(LIST_HEADING.test("What happens next")).toBe(false);
  });
});
