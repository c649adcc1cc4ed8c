// What says that somebody speaks: verbs, phrases, marks of punctuation, or nothing but the paragraph before.
import type { QuoteCase } from "./quotes-notation.ts";

export const CUES: readonly QuoteCase[] = [
  {
    name: "verbs far past said",
    positive: {
      text: "The mayor lamented that the bridge was late.",
      quotes: [{ kind: "indirect", content: ["that the bridge was late"], cue: "lamented", mention: "The mayor" }],
    },
    negative: { text: "The mayor crossed the bridge late in the evening.", quotes: [] },
  },
  {
    name: "cues of several words",
    positive: {
      text: "The mayor went on to say that the bridge was safe.",
      quotes: [{ content: ["that the bridge was safe"], cue: "went on to say" }],
    },
    negative: { text: "The mayor went on to the next bridge.", quotes: [] },
  },
  {
    name: "according to",
    positive: {
      text: "The bridge will open in May, according to the mayor.",
      quotes: [{ content: ["The bridge will open in May"], cue: "according to", mention: "the mayor" }],
    },
    negative: { text: "The bridge was built according to plan.", quotes: [] },
  },
  {
    name: "per an outlet, which is not the speaker",
    positive: {
      text: "Angela Merkel said the bridge would open in May, per Reuters.",
      quotes: [{ content: ["the bridge would open in May"], cue: "said", mention: "Angela Merkel", via: "Reuters" }],
    },
    negative: { text: "The bridge will open in May, according to Reuters.", quotes: [{ mention: "Reuters" }] },
  },
  {
    name: "the report said, after somebody else spoke",
    positive: {
      text: "The prime minister also accused the company of delaying the bridge, the report said.",
      quotes: [{ content: ["the company of delaying the bridge"], mention: "The prime minister" }],
    },
    negative: {
      text: "The company delayed the bridge, the report said.",
      quotes: [{ content: ["The company delayed the bridge"], mention: "the report" }],
    },
  },
  {
    name: "what somebody has done besides is no part of it",
    positive: {
      text: "The mayor has promised a new bridge and attempted to buy the old ferry.",
      quotes: [{ kind: "indirect", content: ["a new bridge"], cue: "has promised" }],
    },
    negative: {
      text: "The mayor has said the firm hid the cracks and attempted to sell the bridge.",
      quotes: [{ content: ["the firm hid the cracks and attempted to sell the bridge"] }],
    },
  },
  {
    name: "spoken of, after something else",
    positive: {
      text: "The ministry has promised a ferry and spoken often of a bridge over the strait.",
      quotes: [
        { content: ["a ferry"], cue: "has promised" },
        { content: ["a bridge over the strait"], cue: "spoken often of", mention: "The ministry" },
      ],
    },
    negative: {
      text: "The ministry has always maintained that the bridge was safe.",
      quotes: [{ content: ["that the bridge was safe"] }],
    },
  },
  {
    name: "a clause that begins with which",
    positive: {
      text: "The bridge opened in June, which the mayor said had been too early.",
      quotes: [{ kind: "indirect", content: ["which", "had been too early"], mention: "the mayor" }],
    },
    negative: { text: "The bridge opened in June, which had been too early.", quotes: [] },
  },
  {
    name: "behind an aside the subject speaks, not whoever speaks in the aside",
    positive: {
      text: "The council, which Merkel called “a house of cards” on Sunday, has already rejected the new plan.",
      quotes: [{ mention: "Merkel" }, { content: ["the new plan"], mention: "The council" }],
    },
    negative: {
      text: "Merkel called the council “a house of cards” and rejected the new plan.",
      quotes: [{ mention: "Merkel" }, { content: ["the new plan"], mention: "Merkel" }],
    },
  },
  {
    name: "in the passive the subject is spoken of",
    positive: {
      text: "The mayor has been accused of hiding the cracks.",
      quotes: [{ content: ["hiding the cracks"], cue: "has been accused of", agentless: true }],
    },
    negative: {
      text: "The mayor has accused the firm of hiding the cracks.",
      quotes: [{ cue: "has accused", mention: "The mayor", agentless: false }],
    },
  },
  {
    name: "in the passive whoever is named by speaks",
    positive: {
      text: "The mayor has been accused by the council of hiding the cracks.",
      quotes: [{ content: ["of hiding the cracks"], mention: "the council" }],
    },
    negative: {
      text: "The mayor accused the firm by the river of hiding the cracks.",
      quotes: [{ mention: "The mayor", agentless: false }],
    },
  },
  {
    name: "who is asked does not ask",
    positive: {
      text: "The mayor, asked why the bridge was late, said that it was not.",
      quotes: [
        { content: ["why the bridge was late"], agentless: true },
        { content: ["that it was not"], agentless: false },
      ],
    },
    negative: {
      text: "The mayor, a lawyer, asked whether the bridge was safe.",
      quotes: [{ content: ["whether the bridge was safe"], cue: "asked", agentless: false }],
    },
  },
  {
    name: "a warning that comes is not said",
    positive: {
      text: "Merkel’s warning comes as the mayor of Bremen said Monday that the bridge was closed.",
      quotes: [{ content: ["that the bridge was closed"], mention: "the mayor of Bremen" }],
    },
    negative: {
      text: "Merkel issued a warning that the bridge was closed.",
      quotes: [{ content: ["that the bridge was closed"] }],
    },
  },
  {
    name: "a colon",
    positive: {
      text: "The mayor was blunt: “The bridge is late.”",
      quotes: [{ kind: "direct", words: ["The bridge is late."] }],
    },
    negative: { text: "The bridge has three parts: piers, deck and rails.", quotes: [] },
  },
  {
    name: "told somebody that",
    positive: {
      text: "The mayor told reporters that the bridge was safe.",
      quotes: [{ content: ["that the bridge was safe"], cue: "told", mention: "The mayor", addressee: "reporters" }],
    },
    negative: { text: "The mayor told nobody.", quotes: [] },
  },
  {
    name: "said in a statement",
    positive: {
      text: "“The bridge is safe,” the ministry said in a statement.",
      quotes: [{ kind: "direct", words: ["The bridge is safe,"], mention: "the ministry" }],
    },
    negative: { text: "The ministry issued its yearly figures.", quotes: [] },
  },
  {
    name: "turns of a transcript",
    positive: {
      text: "WALLACE: Will the bridge open?\n\nPENCE: It will. I have seen it.\n\nWALLACE: When?\n\nPENCE: In May.",
      quotes: [
        { content: ["Will the bridge open?"], mention: "WALLACE" },
        { content: ["It will. I have seen it."], mention: "PENCE" },
        { content: ["When?"], mention: "WALLACE" },
        { content: ["In May."], mention: "PENCE" },
      ],
    },
    negative: { text: "UPDATE: The bridge opened in May.\n\nIt is long.", quotes: [] },
  },
  {
    name: "turns of a transcript that stands between marks",
    positive: {
      text: "“WALLACE: Will the bridge open?”\n\n“PENCE: It will.\n\n“I have seen it with my own eyes this week.”\n\n“WALLACE: When?”",
      quotes: [
        { kind: "direct", words: ["Will the bridge open?"], mention: "WALLACE" },
        { kind: "direct", words: ["It will.", "I have seen it with my own eyes this week."], mention: "PENCE" },
        { kind: "direct", words: ["When?"], mention: "WALLACE" },
      ],
    },
    negative: {
      text: "“UPDATE: The bridge opened in May.”\n\nIt is long.",
      quotes: [{ kind: "direct", words: ["UPDATE: The bridge opened in May."] }],
    },
  },
  {
    name: "the occasion behind the cue is no part of the words",
    positive: {
      text: "“It does a great wrong to the people on the boats,” the mayor said Thursday, in response to reports that some had gone home. “We will stay in touch with everyone.”",
      quotes: [
        {
          kind: "direct",
          words: ["It does a great wrong to the people on the boats,", "We will stay in touch with everyone."],
        },
      ],
    },
    negative: {
      text: "The mayor said that the town had acted in response to reports about the boats.",
      quotes: [{ kind: "indirect", words: [] }],
    },
  },
  {
    name: "a warning that only comes",
    positive: {
      text: "The mayor warned on Thursday that the town was not ready.\n\nThe mayor’s warning comes as the head of the water board said Monday that the river is rising.",
      quotes: [
        { kind: "indirect", words: [] },
        { kind: "indirect", words: [] },
      ],
    },
    negative: {
      text: "The mayor warned that the flood comes every spring.",
      quotes: [{ kind: "indirect", words: [] }],
    },
  },
  {
    name: "questions and answers",
    positive: {
      text: "Q: Will it open?\n\nA: It will.\n\nQ: When?\n\nA: In May.",
      quotes: [
        { mention: "Q" },
        { content: ["It will."], mention: "A" },
        { mention: "Q" },
        { content: ["In May."], mention: "A" },
      ],
    },
    negative: { text: "A: apples.\n\nB: bread.", quotes: [] },
  },
  {
    name: "signed after a dash",
    positive: {
      text: "“The bridge kept us together.” — Angela Merkel",
      quotes: [{ kind: "direct", words: ["The bridge kept us together."], mention: "Angela Merkel" }],
    },
    negative: { text: "The “bridge” — a plank — fell.", quotes: [] },
  },
  {
    name: "no cue at all",
    positive: {
      text: "“The bridge is late,” the mayor said.\n\n“It will open in May, and not a day before.”",
      quotes: [{ words: ["The bridge is late,", "It will open in May, and not a day before."] }],
    },
    negative: {
      text: "“The bridge is late,” the mayor said.\n\nIt will open in May, and not a day before.",
      quotes: [{ words: ["The bridge is late,"] }],
    },
  },
  {
    name: "two cues of one speaker",
    positive: {
      text: "The mayor said the bridge was late and added that it was safe.",
      quotes: [
        { content: ["the bridge was late"], mention: "The mayor" },
        { content: ["that it was safe"], mention: "The mayor" },
      ],
    },
    negative: {
      text: "The mayor said the bridge was late. The engineer added that it was safe.",
      quotes: [{ mention: "The mayor" }, { content: ["that it was safe"], mention: "The engineer" }],
    },
  },
  {
    name: "belief is not speech",
    positive: { text: "The mayor believes that the bridge is safe.", quotes: [] },
    negative: {
      text: "The mayor insists that the bridge is safe.",
      quotes: [{ content: ["that the bridge is safe"] }],
    },
  },
  {
    name: "a clause of saying at the end",
    positive: {
      text: "Moscow has drawn the line at Ukraine, Dmitry Peskov told the broadcaster.",
      quotes: [{ content: ["Moscow has drawn the line at Ukraine"], mention: "Dmitry Peskov" }],
    },
    negative: { text: "Moscow has drawn a line, and Dmitry Peskov left for Sochi.", quotes: [] },
  },
  {
    name: "somebody said, at the end of a sentence that tells of saying",
    positive: {
      text: "The mayor and the bishop discussed the bridge, the ferry and the tunnel in a call on Wednesday, the ministry said.",
      quotes: [
        {
          content: ["The mayor and the bishop discussed the bridge, the ferry and the tunnel in a call on Wednesday"],
          cue: "said",
          mention: "the ministry",
        },
      ],
    },
    negative: {
      text: "WALLACE: Why?\n\nPUTIN: It was late. The old bridge was never safe, the mayor said.\n\nWALLACE: And then?",
      quotes: [
        { content: ["Why?"], mention: "WALLACE" },
        { content: ["It was late. The old bridge was never safe, the mayor said."], mention: "PUTIN" },
        { content: ["And then?"], mention: "WALLACE" },
      ],
    },
  },
];
