// Posts in the shapes the commands make, in our own words, to look at.
import type { Block, Post } from "../../src/model/post.ts";

const quote = (words: string, speaker: string, role: string, said: string, outlet: string, more = ""): Block[] => [
  { kind: "quote", spans: [{ text: words, is: "words" }] },
  {
    kind: "source",
    spans: [
      { text: speaker, style: "bold" },
      { text: `, ${role} · ${said} · ` },
      { text: outlet, href: "https://example.org/article" },
      ...(more === "" ? [] : [{ text: ` · ${more}` }]),
    ],
  },
];

const SPEECH =
  "we have heard this promise before, and we will judge it by what is on the ground, not by what is on paper";
const LONG = Array.from({ length: 9 }, () => `${SPEECH[0]!.toUpperCase()}${SPEECH.slice(1)}.`).join(" ");

/** Name of the picture file, and what it shows. */
export const SAMPLES: Readonly<Record<string, Post>> = {
  quote: {
    blocks: [
      { kind: "heading", spans: [{ text: "Vladimir Putin on red lines" }] },
      ...quote(
        "in every such case we will decide for ourselves where that line is",
        "Vladimir Putin",
        "Russian President",
        "said 18 Nov 2021",
        "The Hill",
        "also reported by RT, bdnews24",
      ),
      ...quote(SPEECH, "Vladimir Putin", "Russian President", "said on a Thursday", "RT"),
      {
        kind: "paragraph",
        spans: [
          { text: "The President told the ministry that the talks were ", is: "stored" },
          { text: "going nowhere", is: "words" },
          { text: ", an aide added.", is: "stored" },
        ],
      },
      {
        kind: "source",
        spans: [
          { text: "speaker not named", style: "italic" },
          { text: " · reported 19 Nov 2021 · " },
          { text: "bdnews24", href: "https://example.org/b" },
        ],
      },
    ],
    actions: [
      [
        { label: "Next ›", name: "quote", arguments: "putin red lines", page: 2, inPlace: true },
        { label: "Wordings", name: "quote", arguments: "statement 4" },
        { label: "Summary", name: "summary", arguments: "12" },
        { label: "Open", href: "https://example.org/article" },
      ],
    ],
  },
  digest: {
    blocks: [
      { kind: "heading", spans: [{ text: "Daily digest · 22 Nov 2021" }] },
      {
        kind: "heading",
        spans: [
          {
            text: "Ministers meet over the border after a night of talks",
            is: "headline",
            href: "https://example.org/1",
          },
        ],
      },
      {
        kind: "paragraph",
        spans: [
          {
            text: "Ministers of three countries met on Sunday to discuss the border. They agreed to speak again before the end of the month.",
            is: "stored",
          },
        ],
      },
      ...quote(
        "nobody left the room before there was a date",
        "Josep Borrell",
        "EU foreign policy chief",
        "said 21 Nov 2021",
        "The Hill",
        "3 outlets",
      ),
      {
        kind: "source",
        spans: [
          { text: "Reported by " },
          { text: "The Hill", href: "https://example.org/1" },
          { text: ", " },
          { text: "RT", href: "https://example.org/2" },
        ],
      },
      {
        kind: "heading",
        spans: [{ text: "[Video] Prices rise again", is: "headline", href: "https://example.org/3" }],
      },
      {
        kind: "paragraph",
        spans: [{ text: "Food cost four per cent more than a year ago, the office said.", is: "stored" }],
      },
      { kind: "source", spans: [{ text: "Reported by " }, { text: "bdnews24", href: "https://example.org/3" }] },
      { kind: "heading", spans: [{ text: "On this date" }] },
      ...quote("the door stays open", "Angela Merkel", "German Chancellor", "said 22 Nov 2013", "bdnews24"),
      {
        kind: "source",
        spans: [
          { text: "Next edition Tue 23 Nov, 08:00 · " },
          { text: "/subscriptions", is: "command" },
          { text: " for settings · " },
          { text: "/why", is: "command" },
          { text: " for how this was chosen" },
        ],
      },
    ],
  },
  help: {
    blocks: [
      { kind: "heading", spans: [{ text: "OnRecord: who said what, when, and who reported it" }] },
      {
        kind: "list",
        items: [
          [{ text: "/quote", is: "command" }, { text: " finds what somebody said" }],
          [{ text: "/summary", is: "command" }, { text: " says what an article says" }],
          [{ text: "/today", is: "command" }, { text: " shows what was said on this date" }],
          [{ text: "/subscribe", is: "command" }, { text: " posts a digest here on a schedule" }],
        ],
      },
      {
        kind: "paragraph",
        spans: [
          { text: "Try " },
          { text: "/quote putin red lines", is: "command" },
          { text: " or " },
          { text: "/today", is: "command" },
          { text: "." },
        ],
      },
      {
        kind: "source",
        spans: [{ text: "Every pair of quotation marks holds the exact words of an article.", style: "italic" }],
      },
    ],
  },
  mistake: {
    quiet: true,
    blocks: [
      {
        kind: "paragraph",
        spans: [
          { text: "Nobody called " },
          { text: "putni", style: "code" },
          { text: " is on record here. Did you mean " },
          { text: "putin", style: "code" },
          { text: "?" },
        ],
      },
    ],
    actions: [[{ label: "putin", name: "quote", arguments: "putin" }]],
  },
  card: {
    blocks: [
      {
        kind: "picture",
        picture: {
          kind: "quote-card",
          alt: "Quote card: Angela Merkel, said 22 Nov 2013",
          words: ["the door stays open"],
          speaker: "Angela Merkel",
          role: "German Chancellor",
          date: "said 22 Nov 2013",
          outlet: "bdnews24",
        },
      },
      ...quote("the door stays open", "Angela Merkel", "German Chancellor", "said 22 Nov 2013", "bdnews24"),
    ],
  },
  chart: {
    blocks: [
      { kind: "heading", spans: [{ text: "Most quoted this week" }] },
      {
        kind: "picture",
        picture: {
          kind: "chart",
          alt: "Vladimir Putin 12, Angela Merkel 9, Josep Borrell 4",
          title: "Most quoted this week",
          bars: [
            { label: "Vladimir Putin", value: 12 },
            { label: "Angela Merkel", value: 9 },
            { label: "Josep Borrell", value: 4 },
          ],
        },
      },
    ],
  },
  long: {
    blocks: [
      { kind: "quote", foldable: true, spans: [{ text: LONG, is: "words" }] },
      {
        kind: "source",
        spans: [
          { text: "Jens Stoltenberg", style: "bold" },
          { text: ", NATO Secretary General · said in Nov 2021 · " },
          { text: "RT", href: "https://example.org/2" },
        ],
      },
    ],
  },
  hostile: {
    blocks: [
      {
        kind: "heading",
        spans: [{ text: "@everyone **free** [nitro](https://example.org) <@1> #tag", is: "headline" }],
      },
      {
        kind: "paragraph",
        spans: [
          {
            text: "# not a heading\n> not a quote\n- not an item\nhttps://example.org/track?x=1 @name /command <t:1700000000:R> ||open me|| example.org",
            is: "stored",
          },
        ],
      },
      { kind: "quote", spans: [{ text: "_*[no `markup`](here)*_ \u202eabc", is: "words" }] },
    ],
  },
};
