// Which articles tell one event.
import { describe, expect, it } from "vitest";
import { assignStory, mergeTerms, type StoryCandidate, sameEvent, storyTerms } from "../../src/language/stories.ts";
import { readDocument } from "../../src/language/text/read.ts";

const terms = (title: string, body: string) => storyTerms(title, readDocument(body));

const FIRE = terms(
  "Fire destroys grain store in Port Example",
  "A fire destroyed a grain store in the harbour of Port Example on Monday and killed 3 dockers, police said.",
);
const FIRE_AGAIN = terms(
  "Three dockers dead after harbour blaze",
  "Police named the 3 dockers who died when fire destroyed the grain store of Port Example on Monday.",
);
const OTHER_FIRE = terms(
  "Fire at a mill in Westbank injures 11",
  "A fire at a paper mill in Westbank injured 11 workers on Thursday, the mill's owner Ada Lovelace said.",
);
const VOTE = terms(
  "Council raises school fees",
  "The council of Northbank raised school fees by a fifth, parents said.",
);

function candidate(id: number, of: typeof FIRE, lastSeen = "2024-03-05", articles = 1): StoryCandidate<number> {
  return { id, terms: of, lastSeen, articles };
}

describe("an article", () => {
  it("joins the story of its event and no other", () => {
    const running = [candidate(1, VOTE), candidate(2, FIRE), candidate(3, OTHER_FIRE)];
    expect(assignStory(FIRE_AGAIN, running, "2024-03-05")).toMatchObject({ kind: "joins", id: 2 });
  });

  it("opens one when none tells its event, however like it sounds", () => {
    expect(assignStory(OTHER_FIRE, [candidate(1, VOTE), candidate(2, FIRE)], "2024-03-05")).toEqual({ kind: "opens" });
    expect(assignStory(FIRE, [], "2024-03-05")).toEqual({ kind: "opens" });
    expect(assignStory([], [candidate(1, FIRE)], "2024-03-05")).toEqual({ kind: "opens" });
  });

  it("does not wake a story that has slept for a week", () => {
    const sleeping = [candidate(2, FIRE, "2024-02-20")];
    expect(assignStory(FIRE_AGAIN, sleeping, "2024-03-05")).toEqual({ kind: "opens" });
  });

  it("finds the time on its own among instants and days", () => {
    expect(assignStory(FIRE_AGAIN, [candidate(2, FIRE, "2024-03-04T22:00:00Z")], "2024-03-05")).toMatchObject({
      id: 2,
    });
  });
});

describe("a story", () => {
  it("is the mean of its articles", () => {
    expect(
      mergeTerms([["Fire", 4]], 3, [
        ["Fire", 8],
        ["Port", 4],
      ]),
    ).toEqual([
      ["Fire", 5],
      ["Port", 1],
    ]);
    expect(mergeTerms([["Fire", 4]], 1, [["Fire", 8]], 3)).toEqual([["Fire", 7]]);
  });

  it("merges with one that turns out to be the same event, and not with another", () => {
    const story = candidate(1, FIRE);
    expect(sameEvent(story, [candidate(2, FIRE_AGAIN), candidate(3, OTHER_FIRE)])?.id).toBe(2);
    expect(sameEvent(story, [candidate(3, OTHER_FIRE), candidate(4, VOTE)])).toBeNull();
    expect(sameEvent(story, [candidate(2, FIRE_AGAIN, "2024-01-01")])).toBeNull();
  });
});

describe("terms", () => {
  it("tell names, numbers, days, words and pairs by their form", () => {
    const found = terms(
      "Fire",
      "On Monday 13 dockers died in Port Example when Ada Lovelace rang the harbour bell.",
    ).map(([term]) => term);
    for (const term of ["Ada Lovelace", "Lovelace", "13", "@mon", "harbour", "13 docker"])
      expect(found).toContain(term);
  });

  it("are at most 80, strongest first, and none for nothing", () => {
    const many = terms("x", Array.from({ length: 400 }, (_, index) => `Name${index} word${index}`).join(" "));
    expect(many.length).toBeLessThanOrEqual(80);
    expect(many.map(([, weight]) => weight)).toEqual(many.map(([, weight]) => weight).toSorted((a, b) => b - a));
    expect(storyTerms(null, readDocument(""))).toEqual([]);
  });
});
