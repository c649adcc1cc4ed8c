// Every style of quotation mark, and what merely looks like one.
import type { QuoteCase } from "./quotes-notation.ts";

export const MARKS: readonly QuoteCase[] = [
  {
    name: "curly marks",
    positive: {
      text: "“The bridge will open in May,” the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"], cue: "said", mention: "the mayor" }],
    },
    negative: { text: "The mayor said the bridge will open in May.", quotes: [{ kind: "indirect", words: [] }] },
  },
  {
    name: "straight marks",
    positive: {
      text: '"The bridge will open in May," the mayor said.',
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"] }],
    },
    negative: { text: 'The plank was 12" wide and 6\' 2" long when the workers brought it in.', quotes: [] },
  },
  {
    name: "doubled apostrophes",
    positive: {
      text: "''The bridge will open in May,'' the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"] }],
    },
    negative: { text: "The workers' children and the drivers' children went to school in May.", quotes: [] },
  },
  {
    name: "back quotes and doubled apostrophes",
    positive: {
      text: "``The bridge will open in May,'' the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"] }],
    },
    negative: { text: "The `a` key was stuck.", quotes: [] },
  },
  {
    name: "guillemets",
    positive: {
      text: "«The bridge will open in May», the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May"] }],
    },
    negative: { text: "The page had « and » at its foot.", quotes: [] },
  },
  {
    name: "low opening marks",
    positive: {
      text: "„The bridge will open in May,“ the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"] }],
    },
    negative: { text: "The list held bread, butter,, and milk.", quotes: [] },
  },
  {
    name: "single marks, British style",
    positive: {
      text: "‘The bridge won’t open before May,’ the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge won’t open before May,"] }],
    },
    negative: { text: "The ’90s bridge won’t open, and the builders’ union isn’t pleased.", quotes: [] },
  },
  {
    name: "straight single marks with apostrophes inside",
    positive: {
      text: "'It's the workers' bridge and we're proud of it,' the mayor said.",
      quotes: [{ kind: "direct", words: ["It's the workers' bridge and we're proud of it,"] }],
    },
    negative: { text: "It's the workers' bridge, rock 'n' roll and all.", quotes: [] },
  },
  {
    name: "a wrong-way curl at the head of a paragraph",
    positive: {
      text: "The mayor spoke late.\n\n” … The bridge will open in May,” she said.",
      quotes: [{ kind: "direct", words: ["… The bridge will open in May,"] }],
    },
    negative: { text: "The mayor spoke late.\n\n” in May and in June", quotes: [] },
  },
  {
    name: "wrong-way curls",
    positive: {
      text: "”The bridge will open in May,“ the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"] }],
    },
    negative: { text: "The bridge’s opening is in May.", quotes: [] },
  },
  {
    name: "accents used as marks",
    positive: {
      text: "´The bridge will open in May,´ the mayor said.",
      quotes: [{ kind: "direct", words: ["The bridge will open in May,"] }],
    },
    negative: { text: "The Café´s door was open.", quotes: [] },
  },
  {
    name: "a missing closer ends no later than its paragraph",
    positive: {
      text: "“The bridge will open in May.\n\n“We are glad,” the minister said.",
      quotes: [{ words: ["The bridge will open in May.", "We are glad,"] }],
    },
    negative: {
      text: "“The bridge will open in May, the mayor said.\n\nThe minister said it was late.",
      quotes: [
        { kind: "direct", words: ["The bridge will open in May"] },
        { kind: "indirect", words: [] },
      ],
    },
  },
  {
    name: "many paragraphs, closed only at the end",
    positive: {
      text: "“We began in March,” the mayor said. “It was cold.\n\n“By June we had the piers.\n\n“Now we have a bridge.”",
      quotes: [
        {
          kind: "direct",
          words: ["We began in March,", "It was cold.", "By June we had the piers.", "Now we have a bridge."],
        },
      ],
    },
    negative: {
      text: "“We began in March,” the mayor said.\n\nThe piers stood in June.",
      quotes: [{ kind: "direct", words: ["We began in March,"] }],
    },
  },
  {
    name: "a quotation within a quotation belongs to the outer speaker",
    positive: {
      text: "“The engineer told me ‘it will hold’ and I believed her,” the mayor said.",
      quotes: [
        { kind: "direct", words: ["The engineer told me ‘it will hold’ and I believed her,"], mention: "the mayor" },
      ],
    },
    negative: {
      text: "“I believed her,” the mayor said. The engineer told him: ‘It will hold.’",
      quotes: [
        { words: ["I believed her,"], mention: "the mayor" },
        { words: ["It will hold."], mention: "The engineer" },
      ],
    },
  },
  {
    name: "a quotation split around its cue is one",
    positive: {
      text: "“The bridge is late,” the mayor said, “but it is safe.”",
      quotes: [{ kind: "direct", words: ["The bridge is late,", "but it is safe."] }],
    },
    negative: {
      text: "“The bridge is late,” the mayor said. “It is safe,” the engineer said.",
      quotes: [{ words: ["The bridge is late,"] }, { words: ["It is safe,"] }],
    },
  },
  {
    name: "an odd mark spoils at most its own paragraph",
    positive: {
      text: 'The 5" pipe and the " sign were odd.\n\n“The bridge is safe,” the mayor said.',
      quotes: [{ kind: "direct", words: ["The bridge is safe,"] }],
    },
    negative: {
      text: "“The bridge is safe,” the mayor said.\n\nThe sign ” was odd.\n\n“It will hold,” the engineer said.",
      quotes: [{ words: ["The bridge is safe,"] }, { words: ["It will hold,"] }],
    },
  },
  {
    name: "words between marks within a reported sentence are mixed",
    positive: {
      text: "The minister called the talks “a dead end” on Monday.",
      quotes: [{ kind: "mixed", words: ["a dead end"], mention: "The minister" }],
    },
    negative: { text: "The talks reached a dead end on Monday.", quotes: [] },
  },
];
