// Time expressions and what they mean, with what looks like one and is none. Published on Thursday, 18 November 2021.

export interface TimeCase {
  readonly name: string;
  /** Words of the text and the TIMEX3 values they must get, in order. */
  readonly positive: { readonly text: string; readonly times: readonly (readonly [words: string, value: string])[] };
  /** A text in which nothing is read, or only what is listed. */
  readonly negative: { readonly text: string; readonly times?: readonly (readonly [words: string, value: string])[] };
}

export const TIMES: readonly TimeCase[] = [
  {
    name: "a weekday is the last one, or the next when the tense points ahead",
    positive: {
      text: "The council met on Monday. It will meet on Friday.",
      times: [
        ["Monday", "2021-11-15"],
        ["Friday", "2021-11-19"],
      ],
    },
    negative: { text: "He read the paper in the sun and sat down." },
  },
  {
    name: "today's weekday is today",
    positive: { text: "The minister said Thursday that it was over.", times: [["Thursday", "2021-11-18"]] },
    negative: { text: "Man Friday is a character.", times: [["Friday", "2021-11-12"]] },
  },
  {
    name: "last and next weekday leave today out",
    positive: {
      text: "It closed last Thursday and is to open next Thursday.",
      times: [
        ["last Thursday", "2021-11-11"],
        ["next Thursday", "2021-11-25"],
      ],
    },
    negative: { text: "The last of the three left." },
  },
  {
    name: "month and day, with a year and without",
    positive: {
      text: "It began on Nov. 13 and the first talks were on Dec. 2, 2019.",
      times: [
        ["Nov. 13", "2021-11-13"],
        ["Dec. 2, 2019", "2019-12-02"],
      ],
    },
    negative: { text: "On Feb. 31 nothing can happen; Jan lives at 12 Oak Street." },
  },
  {
    name: "day before month",
    positive: {
      text: "They signed on 13 November 2020 and met on the 2nd of March.",
      times: [
        ["13 November 2020", "2020-11-13"],
        ["the 2nd of March", "2021-03-02"],
      ],
    },
    negative: { text: "Page 13 mentions 2 dogs." },
  },
  {
    name: "a day ahead in the year to come",
    positive: { text: "The ban will end on Jan. 5.", times: [["Jan. 5", "2022-01-05"]] },
    negative: { text: "Jan. is a name as well." },
  },
  {
    name: "ISO days",
    positive: { text: "The file is dated 2021-11-02.", times: [["2021-11-02", "2021-11-02"]] },
    negative: { text: "The part is called 2021-99-99." },
  },
  {
    name: "months",
    positive: {
      text: "In September the embassy warned of it; since last April it had been silent; March 2014 was worse.",
      times: [
        ["September", "2021-09"],
        ["last April", "2021-04"],
        ["March 2014", "2014-03"],
      ],
    },
    negative: { text: "They may march, and Jan may not." },
  },
  {
    name: "years and decades",
    positive: {
      text: "In 2014 it was new; in the 1990s it was not; by the late '80s it was old.",
      times: [
        ["2014", "2014"],
        ["the 1990s", "199"],
        ["the late '80s", "198"],
      ],
    },
    negative: { text: "It cost $2014, or 2,014 dollars, or 2014.5 in all." },
  },
  {
    name: "seasons",
    positive: {
      text: "It was proposed last summer, in the spring of 2020.",
      times: [
        ["last summer", "2021-SU"],
        ["the spring of 2020", "2020-SP"],
      ],
    },
    negative: { text: "A spring broke in the fall of the tower.", times: [["the fall", "2021-FA"]] },
  },
  {
    name: "units around now",
    positive: {
      text: "Last week, this month, next year and last quarter.",
      times: [
        ["Last week", "2021-W45"],
        ["this month", "2021-11"],
        ["next year", "2022"],
        ["last quarter", "2021-Q3"],
      ],
    },
    negative: { text: "The last act of this play comes next." },
  },
  {
    name: "counted back and ahead",
    positive: {
      text: "It broke two years ago, three months ago and ten days ago; it ends two weeks from now.",
      times: [
        ["two years ago", "2019"],
        ["three months ago", "2021-08"],
        ["ten days ago", "2021-11-08"],
        ["two weeks from now", "2021-W48"],
      ],
    },
    negative: { text: "Two of them went long ago." },
  },
  {
    name: "yesterday, tonight, this morning",
    positive: {
      text: "She called yesterday, again this morning, and will tonight.",
      times: [
        ["yesterday", "2021-11-17"],
        ["this morning", "2021-11-18TMO"],
        ["tonight", "2021-11-18TNI"],
      ],
    },
    negative: { text: "The morning star rose over the night watch." },
  },
  {
    name: "clock times",
    positive: {
      text: "Doors will open at 7:30 p.m. Friday; they closed at noon on Monday.",
      times: [
        ["7:30 p.m. Friday", "2021-11-19T19:30"],
        ["noon on Monday", "2021-11-15T12:00"],
      ],
    },
    negative: { text: "She won 7:5 and came in at 3:59.4." },
  },
  {
    name: "durations",
    positive: {
      text: "After the past three months, two and a half years and several weeks it took 12 hours.",
      times: [
        ["the past three months", "P3M"],
        ["two and a half years", "P2Y6M"],
        ["several weeks", "PXW"],
        ["12 hours", "PT12H"],
      ],
    },
    negative: { text: "A 6-year-old boy and a 44-year-old man watched 60 Minutes for a second time." },
  },
  {
    name: "quarters, and what they are compared with",
    positive: {
      text: "Profit rose in the third quarter from a year earlier, after a weak second quarter.",
      times: [
        ["the third quarter", "2021-Q3"],
        ["a year earlier", "2020-Q3"],
        ["second quarter", "2021-Q2"],
      ],
    },
    negative: { text: "A quarter of them came third." },
  },
  {
    name: "holidays",
    positive: {
      text: "It was agreed on Christmas Eve 2019 and on Labor Day.",
      times: [
        ["Christmas Eve 2019", "2019-12-24"],
        ["Labor Day", "2021-09-06"],
      ],
    },
    negative: { text: "They labor day and night for a mother." },
  },
  {
    name: "now, recently, soon",
    positive: {
      text: "It is now open, was recently painted and will soon close.",
      times: [
        ["now", "PRESENT_REF"],
        ["recently", "PAST_REF"],
        ["soon", "FUTURE_REF"],
      ],
    },
    negative: { text: "As soon as it opened they knew how nowhere felt." },
  },
  {
    name: "again and again",
    positive: {
      text: "It is printed daily, sold every Monday and reviewed every two years.",
      times: [
        ["daily", "P1D"],
        ["every Monday", "XXXX-WXX-1"],
        ["every two years", "P2Y"],
      ],
    },
    negative: { text: "Everyone has a say." },
  },
  {
    name: "weekdays by the week they lie in",
    positive: {
      text: "It rained this past Sunday. It will rain this coming Sunday. The two met on Friday of last week. They wrote last week on Thursday. They will meet this Thursday.",
      times: [
        ["this past Sunday", "2021-11-14"],
        ["this coming Sunday", "2021-11-21"],
        ["Friday of last week", "2021-11-12"],
        ["last week on Thursday", "2021-11-11"],
        ["this Thursday", "2021-11-18"],
      ],
    },
    negative: {
      text: "This past will not pass, and last week on the farm was dull.",
      times: [["last week", "2021-W45"]],
    },
  },
  {
    name: "days counted from today, and parts of them",
    positive: {
      text: "She left the day before yesterday and returns the day after tomorrow. It rained yesterday evening; it will be dry tomorrow morning. The gate opens at noon today.",
      times: [
        ["the day before yesterday", "2021-11-16"],
        ["the day after tomorrow", "2021-11-20"],
        ["yesterday evening", "2021-11-17TEV"],
        ["tomorrow morning", "2021-11-19TMO"],
        ["noon today", "2021-11-18T12:00"],
      ],
    },
    negative: { text: "The day before the vote was calm." },
  },
  {
    name: "months, seasons and quarters counted from this year",
    positive: {
      text: "Sales fell in the third quarter of last year and this past April. The bridge will open next May or next winter. The rent is due monthly, on the 25th of this month.",
      times: [
        ["the third quarter of last year", "2020-Q3"],
        ["this past April", "2021-04"],
        ["next May", "2022-05"],
        ["next winter", "2021-WI"],
        ["monthly", "P1M"],
        ["the 25th of this month", "2021-11-25"],
      ],
    },
    negative: { text: "They may march in quarter final order." },
  },
  {
    name: "the hour of a day",
    positive: {
      text: "The council met on Nov. 9 at 5 p.m. and rose the same day. It will sit again on Friday at 5 p.m.",
      times: [
        ["Nov. 9 at 5 p.m.", "2021-11-09T17:00"],
        ["the same day", "2021-11-09"],
        ["Friday at 5 p.m.", "2021-11-19T17:00"],
      ],
    },
    negative: { text: "Five men at five tables ate the same dish." },
  },
];

/** The same words where nobody knows when they were published: no year and no week is made up. */
export const UNPUBLISHED: readonly (readonly [text: string, words: string, value: string])[] = [
  ["He said on Thursday that it was so.", "Thursday", "XXXX-WXX-4"],
  ["He said on Nov. 13 that it was so.", "Nov. 13", "XXXX-11-13"],
  ["In April he said so.", "April", "XXXX-04"],
  ["He said so last week.", "last week", "XXXX-WXX"],
  ["He said so yesterday.", "yesterday", "XXXX-XX-XX"],
  ["He said so on Nov. 13, 2021.", "Nov. 13, 2021", "2021-11-13"],
  ["He said so in 2014.", "2014", "2014"],
];
