// Which articles tell one event.
import { describe, expect, it } from "vitest";
import { meanTerms, settle } from "../../src/language/stories/settling.ts";
import { assignStory, mergeTerms, type StoryCandidate, storyTerms } from "../../src/language/stories.ts";
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
const VOTE_AGAIN = terms(
  "Parents angry at school fees",
  "School fees in Northbank rise by a fifth, its council voted.",
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
    expect(assignStory(OTHER_FIRE, [candidate(1, VOTE), candidate(2, FIRE)], "2024-03-05")).toMatchObject({
      kind: "opens",
    });
    expect(assignStory(FIRE, [], "2024-03-05")).toMatchObject({ kind: "opens" });
    expect(assignStory([], [candidate(1, FIRE)], "2024-03-05")).toMatchObject({ kind: "opens" });
  });

  it("does not wake a story that has slept for a week", () => {
    const sleeping = [candidate(2, FIRE, "2024-02-20")];
    expect(assignStory(FIRE_AGAIN, sleeping, "2024-03-05")).toMatchObject({ kind: "opens" });
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

  it("merges with a rival that turns out to be the same event, and not with another", () => {
    const story = { id: 1, members: [{ id: 10, terms: FIRE }] };
    const same = { id: 2, members: [{ id: 20, terms: FIRE_AGAIN }] };
    const other = { id: 3, members: [{ id: 30, terms: OTHER_FIRE }] };
    expect(settle(story, [other, same], FIRE)).toEqual({ moves: [], merges: 2 });
    expect(settle(story, [other], FIRE)).toEqual({ moves: [], merges: null });
  });

  it("wins an article back from the rival that took it too early", () => {
    const story = { id: 1, members: [{ id: 10, terms: FIRE }] };
    const members = [VOTE, VOTE_AGAIN, FIRE_AGAIN].map((terms, index) => ({ id: 20 + index, terms }));
    expect(settle(story, [{ id: 2, members }], FIRE).moves).toEqual([{ article: 22, from: 2 }]);
  });

  it("does not merge over weeks, whatever lies between", () => {
    const dated = (id: number, terms: typeof FIRE, day: string) => ({ id, members: [{ id: id * 10, terms, day }] });
    const story = dated(1, FIRE, "2024-03-05");
    expect(settle(story, [dated(2, FIRE_AGAIN, "2024-03-20")], FIRE).merges).toBeNull();
    expect(settle(story, [dated(2, FIRE_AGAIN, "2024-03-06")], FIRE).merges).toBe(2);
  });

  it("is settled with rivals near the article only", () => {
    const running = [candidate(1, FIRE), candidate(2, VOTE), candidate(3, FIRE)];
    expect(assignStory(FIRE_AGAIN, running, "2024-03-05")).toMatchObject({ id: 1, rivals: [3] });
    expect(assignStory(OTHER_FIRE, running, "2024-03-05")).toMatchObject({ kind: "opens" });
  });

  it("is the mean of its members", () => {
    expect(
      meanTerms([
        { terms: [["Fire", 4]] },
        {
          terms: [
            ["Fire", 2],
            ["Port", 2],
          ],
        },
      ]),
    ).toEqual([
      ["Fire", 3],
      ["Port", 1],
    ]);
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
