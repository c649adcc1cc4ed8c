// What stands between marks without being anyone's words, beside the same marks around somebody's words.
import type { QuoteCase } from "./quotes-notation.ts";

export const NOT_QUOTES: readonly QuoteCase[] = [
  {
    name: "so-called",
    positive: { text: "The so-called “experts” left the hall at noon.", quotes: [] },
    negative: {
      text: "The minister called them “experts without a subject” on Monday.",
      quotes: [{ words: ["experts without a subject"] }],
    },
  },
  {
    name: "scare quotes",
    positive: { text: "The “rescue” took nine hours and two trucks.", quotes: [] },
    negative: {
      text: "The captain described it as “a rescue nobody wanted.”",
      quotes: [{ words: ["a rescue nobody wanted."] }],
    },
  },
  {
    name: "titles of works",
    positive: { text: "Orson Welles starred in the film “The Third Man” in Vienna.", quotes: [] },
    negative: {
      text: "“The third man was never there,” the inspector said.",
      quotes: [{ kind: "direct", words: ["The third man was never there,"] }],
    },
  },
  {
    name: "titles of works, beside what their authors say",
    positive: {
      text: "“It is late,” said Victor Hugo, the author of “Notre-Dame of Paris.”",
      quotes: [{ words: ["It is late,"] }],
    },
    negative: {
      text: "“It is late,” said Victor Hugo, the author of the plan. “It was late before.”",
      quotes: [{ words: ["It is late,", "It was late before."] }],
    },
  },
  {
    name: "a programme somebody speaks to",
    positive: {
      text: "“It is late,” the mayor told “Good Morning Riga,” smiling.",
      quotes: [{ words: ["It is late,"] }],
    },
    negative: {
      text: "“It is late,” the mayor told them, “and it is dark.”",
      quotes: [{ words: ["It is late,", "and it is dark."] }],
    },
  },
  {
    name: "a programme by who is in it",
    positive: { text: "“Morning Bridge” host Angela Merkel crossed the hall.", quotes: [] },
    negative: {
      text: "“The morning bridge hosts nobody,” Angela Merkel said.",
      quotes: [{ words: ["The morning bridge hosts nobody,"] }],
    },
  },
  {
    name: "another outlet's headline, and a title by its author",
    positive: {
      text: "“Rain holds up the ferry to the islands,” by the Herald's Victor Hugo: http://example.org/ferry\n\nAccording to “A Bridge for Riga” by Victor Hugo, the bridge is late.",
      quotes: [{ words: [] }],
    },
    negative: {
      text: "“Rain holds up the ferry to the islands,” Victor Hugo said.",
      quotes: [{ words: ["Rain holds up the ferry to the islands,"] }],
    },
  },
  {
    name: "a paper by its title",
    positive: { text: "The institute published a study titled “Bridges and Their Costs” in June.", quotes: [] },
    negative: {
      text: "The study said bridges “cost twice what cities plan.”",
      quotes: [{ kind: "mixed", words: ["cost twice what cities plan."] }],
    },
  },
  {
    name: "a speech by its title, within reported speech",
    positive: {
      text: "The mayor denied that he had given a speech entitled “Why Bridges Fall”.",
      quotes: [{ kind: "indirect", words: [] }],
    },
    negative: {
      text: "The mayor denied that he had called for “fewer bridges and more boats”.",
      quotes: [{ kind: "mixed", words: ["fewer bridges and more boats"] }],
    },
  },
  {
    name: "nicknames",
    positive: { text: "Dwayne “The Rock” Johnson arrived in Dhaka.", quotes: [] },
    negative: {
      text: "Johnson said the role was “the rock of my career.”",
      quotes: [{ kind: "mixed", words: ["the rock of my career."] }],
    },
  },
  {
    name: "known as",
    positive: { text: "Margaret Thatcher, nicknamed “the Iron Lady,” arrived in Moscow.", quotes: [] },
    negative: {
      text: "Margaret Thatcher said she was “not for turning.”",
      quotes: [{ kind: "mixed", words: ["not for turning."] }],
    },
  },
  {
    name: "slogans",
    positive: { text: "The party ran under the slogan “Peace and bread” that year.", quotes: [] },
    negative: {
      text: "The party leader promised “peace and bread for everyone.”",
      quotes: [{ words: ["peace and bread for everyone."] }],
    },
  },
  {
    name: "signs",
    positive: { text: "Marchers carried a banner reading “No more dams” through the old town.", quotes: [] },
    negative: {
      text: "A marcher said there should be “no more dams on this river.”",
      quotes: [{ kind: "mixed", words: ["no more dams on this river."] }],
    },
  },
  {
    name: "the word itself",
    positive: { text: "The treaty avoids the word “border” throughout.", quotes: [] },
    negative: {
      text: "The minister said the “border is closed for good.”",
      quotes: [{ kind: "mixed", words: ["border is closed for good."] }],
    },
  },
  {
    name: "marks in passing within reported speech",
    positive: {
      text: "The prime minister asked whether the so-called “peace plan” was dead.",
      quotes: [{ kind: "indirect", words: [], content: ["whether the so-called “peace plan” was dead"] }],
    },
    negative: {
      text: "The prime minister asked whether “peace plan and all” was dead.",
      quotes: [{ kind: "mixed", words: ["peace plan and all"] }],
    },
  },
  {
    name: "captions",
    positive: { text: "File photo: “Migration,” a mural in Sylhet.\n\nRain fell.", quotes: [] },
    negative: {
      text: "“Migration made this city,” the painter said.",
      quotes: [{ kind: "direct", words: ["Migration made this city,"] }],
    },
  },
  {
    name: "nicknames within reported speech",
    positive: {
      text: "The coach said that Dwayne “The Rock” Johnson would come to Dhaka.",
      quotes: [{ kind: "indirect", words: [] }],
    },
    negative: {
      text: "The coach said that Johnson was “a rock of a man” in Dhaka.",
      quotes: [{ kind: "mixed", words: ["a rock of a man"] }],
    },
  },
];
