// Quotes with no speaker of their own, and people near a quote who are not its speaker.
import type { SpeakerCase } from "./speakers-notation.ts";

export const FLOATING: readonly SpeakerCase[] = [
  {
    name: "a quote of its own paragraph goes on with the last speaker",
    positive: {
      text: "{“We will fight on,”} [Theresa May] said.\n\n{“And we will win.”}",
      speakers: ["Theresa May", "Theresa May"],
    },
    negative: {
      text: "{“We will fight on,”} [Theresa May] said.\n\nThe hall emptied.\n\nRain fell on the capital.\n\nBoris Johnson was seen at the door. {“And we will win.”}",
      speakers: ["Theresa May", "Boris Johnson"],
    },
  },
  {
    name: "who says so on the way is the subject of the sentence",
    positive: {
      text: "Joe Biden smiled.\n\nBernie Sanders stayed away, @saying@ {that the plan was weak}.\n\nAfter @praising@ {the plan}, Hillary Clinton left.",
      speakers: ["Bernie Sanders", "Hillary Clinton"],
    },
    negative: {
      text: "Joe Biden smiled.\n\nIt is hard @to say@ {whether the plan is good}. There was @talk of@ {a second plan}.",
      speakers: [null, null],
    },
  },
  {
    name: "transcripts name the speaker before a colon",
    positive: {
      text: "Chris Wallace asked Mike Pence.\n\nWALLACE: {Will you accept it?}\n\nPENCE: {We will, absolutely.}",
      speakers: ["Chris Wallace", "Mike Pence"],
    },
    negative: {
      text: "Chris Wallace asked Mike Pence.\n\nOne point: {it would be accepted}, [Pence] said.",
      speakers: ["Mike Pence"],
    },
  },
  {
    name: "a name under the quote signs it",
    positive: {
      text: "{“The law is the law.”}\n– Loretta Lynch",
      speakers: ["Loretta Lynch"],
    },
    negative: {
      text: "[Eric Holder] wrote: {“The law is the law.”}\n\nLoretta Lynch agreed.",
      speakers: ["Eric Holder"],
    },
  },
  {
    name: "bylines and picture credits do not speak",
    positive: {
      text: "By Peter Baker\n\nBarack Obama came home late.\n\nPhoto: Pete Souza / Getty Images\n\n{“It is good to be back,”} [he] said.",
      speakers: ["Barack Obama"],
    },
    negative: {
      text: "Barack Obama came home late with Pete Souza, who carried the cameras. Souza laughed. {“It is good to be back,”} [he] said.",
      speakers: ["Pete Souza"],
    },
  },
  {
    name: "an outlet speaks only when it is named as the speaker",
    positive: {
      text: "Vladimir Putin spoke in Sochi, Reuters reported. {“The line is red,”} [he] said.",
      speakers: ["Vladimir Putin"],
    },
    negative: {
      text: "Vladimir Putin spoke in Sochi. [Reuters] reported {that the line was red}.",
      speakers: ["Reuters"],
      voices: ["group"],
    },
  },
];
