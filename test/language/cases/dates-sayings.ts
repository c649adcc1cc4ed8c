// The day words were said. {Quoted words}, <cue> and [mention] are marked; `said` lists the quotations in order.
// Published on Thursday, 18 November 2021, unless `unpublished`.

export interface SayingCase {
  readonly name: string;
  readonly positive: Marked;
  readonly negative: Marked;
}

export interface Marked {
  readonly text: string;
  /** "2021-11-17 weekday", "2021-09 stated", "Thursday weekday", "unknown none". */
  readonly said: readonly string[];
  readonly unpublished?: true;
}

export const SAYINGS: readonly SayingCase[] = [
  {
    name: "the day beside the cue",
    positive: { text: "[The mayor] <said> {the bridge was safe} on Wednesday.", said: ["2021-11-17 weekday"] },
    negative: { text: "[The mayor] <said> {the bridge was safe}.", said: ["2021-11-18 published"] },
  },
  {
    name: "the day at the head of the sentence",
    positive: { text: "On Monday, [the mayor] <said> {the bridge was safe}.", said: ["2021-11-15 weekday"] },
    negative: {
      text: "[The mayor], who won on Monday, <said> {the bridge was safe}.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "days inside the quoted words don't count",
    positive: {
      text: "[The Kremlin] <said> {the two men spoke by phone on Wednesday}.",
      said: ["2021-11-18 published"],
    },
    negative: {
      text: "On Wednesday [the Kremlin] <said> {the two men spoke by phone on Monday}.",
      said: ["2021-11-17 weekday"],
    },
  },
  {
    name: "days to come don't count",
    positive: {
      text: "[The mayor], who will speak again on Friday, <said> {the bridge was safe}.",
      said: ["2021-11-18 published"],
    },
    negative: {
      text: "[The mayor], who spoke on Friday, <said> {the bridge was safe} on Tuesday.",
      said: ["2021-11-16 weekday"],
    },
  },
  {
    name: "until, since and by name no day of saying",
    positive: { text: "[The mayor] <said> {the bridge was shut} until Monday.", said: ["2021-11-18 published"] },
    negative: { text: "[The mayor] <said> on Monday {the bridge was shut}.", said: ["2021-11-15 weekday"] },
  },
  {
    name: "the voice's occasion covers what the voice says after it",
    positive: {
      text: "Jane Roe spoke in Geneva on Tuesday.\n\nThe hall was full.\n\n{“We are ready,”} <said> [Roe].",
      said: ["2021-11-16 weekday"],
    },
    negative: {
      text: "Jane Roe spoke in Geneva on Tuesday.\n\nThe hall was full.\n\nIt was a long day.\n\n{“We were not asked,”} <said> [Richard Poe], a professor of law.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "another occasion ends it",
    positive: {
      text: "[Jane Roe] <said> on Monday {it was over}.\n\nShe spoke again on Wednesday.\n\n{“It is not,”} <said> [Roe].",
      said: ["2021-11-15 weekday", "2021-11-17 weekday"],
    },
    negative: {
      text: "[Jane Roe] <said> on Monday {it was over}.\n\n{“It is,”} [she] <said>.",
      said: ["2021-11-15 weekday", "2021-11-15 weekday"],
    },
  },
  {
    name: "an interview, then what was said during the interview",
    positive: {
      text: "In an interview aired on Sunday, [Jane Roe] <said> {the promises were broken}.\n\nThe host pressed on.\n\n[Roe] also <said> during the interview {that nothing was ruled out}.",
      said: ["2021-11-14 weekday", "2021-11-14 weekday"],
    },
    negative: {
      text: "The promises will be broken in an interview to be aired on Sunday.\n\n[Jane Roe] <said> {nothing was ruled out}.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "old words get their own date, and the next ones with them",
    positive: {
      text: "In April, [the minister] <said> {a line had been crossed}.\n\n{“The answer will be swift,”} [he] <said at the time>.",
      said: ["2021-04 stated", "2021-04 stated"],
    },
    negative: {
      text: "In April, [the minister] <said> {a line had been crossed}.\n\nThe envoys met this week.\n\nIt was cold.\n\n{“The answer is no,”} <said> [Jane Roe].",
      said: ["2021-04 stated", "2021-11-18 published"],
    },
  },
  {
    name: "the year of an interview, not the year of an election",
    positive: { text: "In a 2014 interview [Roe] <said> {the wall would hold}.", said: ["2014 stated"] },
    negative: {
      text: "[Roe], who ran in the 2014 election, <said> {the wall would hold}.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "last week is held as its month",
    positive: { text: "Last week [Roe] <said> {the wall would hold}.", said: ["2021-11 relative"] },
    negative: { text: "Yesterday [Roe] <said> {the wall would hold}.", said: ["2021-11-17 relative"] },
  },
  {
    name: "words of no one time",
    positive: {
      text: "[Roe] <has> long <said> {the wall would hold}. [The bylaws] <say> {the chair is elected}.",
      said: ["unknown none", "unknown none"],
    },
    negative: { text: "[Roe] <said> {the wall would hold}.", said: ["2021-11-18 published"] },
  },
  {
    name: "a dateline is no day of saying",
    positive: {
      text: "GENEVA, Nov. 16 (AP) — [Roe] <said> {the wall would hold}.",
      said: ["2021-11-18 published"],
    },
    negative: { text: "GENEVA — [Roe] <said> on Nov. 16 {the wall would hold}.", said: ["2021-11-16 stated"] },
  },
  {
    name: "without a publication date a weekday stays a weekday",
    positive: {
      text: "[Roe] <said> {the wall would hold} on Thursday.\n\n{“It will,”} [she] <said>.",
      said: ["Thursday weekday", "Thursday weekday"],
      unpublished: true,
    },
    negative: { text: "[Roe] <said> {the wall would hold}.", said: ["unknown none"], unpublished: true },
  },
  {
    name: "without a publication date nothing pins a day's year, or last week",
    positive: {
      text: "[Roe] <said> on Nov. 13 {it was over}. Last week [Poe] <said> {it was not}.",
      said: ["unknown stated", "unknown relative"],
      unpublished: true,
    },
    negative: { text: "[Roe] <said> on Nov. 13, 2021 {it was over}.", said: ["2021-11-13 stated"], unpublished: true },
  },
  {
    name: "a date of its own at the head of a text without another pins its days",
    positive: {
      text: "Nov 18, 2021\n\n[Roe] <said> on Wednesday {it was over}.\n\n[Poe] <said> {it was not}.",
      said: ["2021-11-17 weekday", "2021-11-18 published"],
      unpublished: true,
    },
    negative: {
      text: "The war began on Nov 18, 2021, far from here.\n\n[Roe] <said> on Wednesday {it was over}.",
      said: ["Wednesday weekday"],
      unpublished: true,
    },
  },
  {
    name: "what is said again and again has no one day",
    positive: {
      text: "[The mayor] <told> her aides on a regular basis {that the bridge was safe}.",
      said: ["unknown none"],
    },
    negative: { text: "[The mayor] <told> her aides {that the bridge was safe}.", said: ["2021-11-18 published"] },
  },
  {
    name: "what is told again has no day of the publication",
    positive: {
      text: "She liked the famous story [the old captain] <told about> {a whale that ate a lighthouse}.",
      said: ["unknown none"],
    },
    negative: {
      text: "She heard [the old captain] <tell of> {a whale that ate a lighthouse}.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "a long time afoot",
    positive: {
      text: "The two towns spent months trading insults. [The mayor] <called> {the other bridge “a plank.”}",
      said: ["unknown none"],
    },
    negative: {
      text: "The two towns met for talks. [The mayor] <called> {the other bridge “a plank.”}",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "a writing that the text has dated",
    positive: {
      text: "The archive holds a 1995 story about the bridge.\n\n{“It will stand for a century,”} [the article] <read>.\n\n{“Nobody should fear it,”} [it] <added>.",
      said: ["1995 stated", "1995 stated"],
    },
    negative: {
      text: "The archive holds a story about the bridge of 1995.\n\n{“It will stand for a century,”} [the article] <read>.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "a writing by when it was put out",
    positive: {
      text: "The bridge is unsafe by a report released in September.\n\n[The report] <found> {that its piers had sunk}.",
      said: ["2021-09 stated"],
    },
    negative: {
      text: "The bridge was shut in September.\n\n[A report] <found> {that its piers had sunk}.",
      said: ["2021-11-18 published"],
    },
  },
  {
    name: "a year right before a colon",
    positive: { text: "[The mayor] <said> in June 2009: {“The bridge will stand.”}", said: ["2009-06 stated"] },
    negative: {
      text: "[The mayor] <said> of page 1200:30: {“The bridge will stand.”}",
      said: ["2021-11-18 published"],
    },
  },
];
