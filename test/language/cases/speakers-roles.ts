// Speakers told by what they are: roles with and without the speaker table, bodies, documents, and those nobody names.
import type { KnownSpeaker } from "../../../src/model/speaker.ts";
import type { SpeakerCase } from "./speakers-notation.ts";

const PUTIN: KnownSpeaker = {
  name: "Vladimir Putin",
  kind: "person",
  gender: "male",
  aliases: ["Putin"],
  descriptions: ["Kremlin leader"],
  roles: [
    { title: "President of Russia", from: "2000-05-07", until: "2008-05-07" },
    { title: "President of Russia", from: "2012-05-07", until: null },
  ],
};
const MEDVEDEV: KnownSpeaker = {
  name: "Dmitry Medvedev",
  kind: "person",
  gender: "male",
  aliases: ["Medvedev"],
  descriptions: [],
  roles: [{ title: "President of Russia", from: "2008-05-07", until: "2012-05-07" }],
};
const CLINTONS: readonly KnownSpeaker[] = ["Bill Clinton", "Hillary Clinton"].map((name) => ({
  name,
  kind: "person",
  gender: null,
  aliases: ["Clinton"],
  descriptions: [],
  roles: [],
}));

export const ROLES: readonly SpeakerCase[] = [
  {
    name: "a role the article has given to somebody",
    positive: {
      text: "Sen. Bernie Sanders and Gov. John Kasich debated. [The senator] said {banks were too large}. [The governor] said {they were not}.",
      speakers: ["Bernie Sanders", "John Kasich"],
    },
    negative: {
      text: "Sen. Bernie Sanders debated in Ohio. [The mayor] said {the hall was full}.",
      speakers: [null],
      voices: ["anonymous"],
    },
  },
  {
    name: "the role of one country's president is not another's",
    positive: {
      text: "Russian President Vladimir Putin met Ukrainian President Petro Poroshenko. [Russia's president] said {the talks were useful}.",
      speakers: ["Vladimir Putin"],
    },
    negative: {
      text: "Russian President Vladimir Putin met Ukrainian President Petro Poroshenko. [Ukraine's president] said {they were not}.",
      speakers: ["Petro Poroshenko"],
    },
  },
  {
    name: "a former president is not the president",
    positive: {
      text: "President Barack Obama met former President Jimmy Carter. [The former president] said {peace was possible}.",
      speakers: ["Jimmy Carter"],
    },
    negative: {
      text: "President Barack Obama met former President Jimmy Carter. [The president] said {peace was possible}.",
      speakers: ["Barack Obama"],
    },
  },
  {
    name: "a description from the speaker table, while the role lasts",
    positive: {
      text: "[The Kremlin leader] said {the line was red}. [Russia's president] said {it was thick}.",
      published: "2021-11-18",
      known: [PUTIN, MEDVEDEV],
      speakers: ["Vladimir Putin", "Vladimir Putin"],
      roles: ["Kremlin leader", "Russia's president"],
    },
    negative: {
      text: "[The Kremlin leader] said {the line was red}. [Russia's president] said {it was thick}.",
      published: "2010-03-01",
      known: [PUTIN, MEDVEDEV],
      speakers: [null, "Dmitry Medvedev"],
    },
  },
  {
    name: "a surname the article never lengthens, from the speaker table",
    positive: {
      text: "[Putin] said {the line was red}.",
      known: [PUTIN],
      speakers: ["Vladimir Putin"],
    },
    negative: {
      text: "[Clinton] said {the line was blue}.",
      known: CLINTONS,
      speakers: ["Clinton"],
    },
  },
  {
    name: "the article's own form comes before the table's",
    positive: {
      text: "Vladimir V. Putin spoke. [Putin] said {the line was red}.",
      known: [PUTIN],
      speakers: ["Vladimir V. Putin"],
    },
    negative: {
      text: "Putin spoke. [He] said {the line was red}.",
      known: [PUTIN],
      speakers: ["Vladimir Putin"],
    },
  },
  {
    name: "the spokesman with a name, and one without",
    positive: {
      text: "Kremlin spokesman Dmitry Peskov met the press. [The spokesman] said {no call was planned}.",
      speakers: ["Dmitry Peskov"],
    },
    negative: {
      text: "Vladimir Putin met the press. [His spokesman] said {no call was planned}.",
      speakers: [null],
      voices: ["anonymous"],
      roles: ["spokesman"],
    },
  },
  {
    name: "a spokeswoman for somebody is not that somebody",
    positive: {
      text: "[A spokeswoman for Hillary Clinton] said {the tour would go on}.",
      speakers: [null],
      voices: ["anonymous"],
      roles: ["spokeswoman"],
    },
    negative: {
      text: "[Clinton campaign manager Robby Mook] said {the tour would go on}. Hillary Clinton rested.",
      speakers: ["Robby Mook"],
      voices: ["person"],
    },
  },
  {
    name: "an epithet means whoever a pronoun would",
    positive: {
      text: "Donald Trump flew to Reno. [The brash New York tycoon] said {Nevada was his}.",
      speakers: ["Donald Trump"],
    },
    negative: {
      text: "Donald Trump flew to Reno. [A local resident] said {Nevada was not his}.",
      speakers: [null],
    },
  },
  {
    name: "a party's nominee is not the other party's",
    positive: {
      text: "Republican nominee Donald Trump and Democratic nominee Hillary Clinton met. [The GOP nominee] said {it was rigged}.",
      speakers: ["Donald Trump"],
    },
    negative: {
      text: "Republican nominee Donald Trump and Democratic nominee Hillary Clinton met. [The Democratic nominee] said {it was not}.",
      speakers: ["Hillary Clinton"],
    },
  },
  {
    name: "somebody's remarks and tweets are theirs",
    positive: {
      text: "Donald Trump was in Ohio. [Trump's tweet] claimed {that he had won}. [His remarks] held {that she had lost}.",
      speakers: ["Donald Trump", "Donald Trump"],
      voices: ["person", "person"],
    },
    negative: {
      text: "Donald Trump was in Ohio. [The tweet] claimed {that he had won}.",
      speakers: ["tweet"],
      voices: ["document"],
    },
  },
  {
    name: "a spokesman named only later",
    positive: {
      text: "[President Putin's spokesman] said {no call was planned}. The spokesman, Dmitry Peskov, left.",
      speakers: ["Dmitry Peskov"],
    },
    negative: {
      text: "[A spokesman] said {no call was planned}. President Putin's spokesman Dmitry Peskov left.",
      speakers: [null],
      voices: ["anonymous"],
    },
  },
  {
    name: "bodies are groups under their own name",
    positive: {
      text: "[The Commission on Presidential Debates] said {the sound was poor}. [The commission] said {it was sorry}.",
      speakers: ["Commission on Presidential Debates", "Commission on Presidential Debates"],
      voices: ["group", "group"],
    },
    negative: {
      text: "[A member of the Commission on Presidential Debates] said {the sound was poor}.",
      speakers: [null],
      voices: ["anonymous"],
    },
  },
  {
    name: "a campaign is a group, not its candidate",
    positive: {
      text: "Donald Trump was in Ohio. [Trump's campaign] said {the letter was private}.",
      speakers: ["Trump campaign"],
      voices: ["group"],
    },
    negative: {
      text: "Donald Trump was in Ohio. [Trump] said {the letter was private}.",
      speakers: ["Donald Trump"],
      voices: ["person"],
    },
  },
  {
    name: "capitals of countries and seats of power speak for them",
    positive: {
      text: "[Moscow] said {it was surprised}. [The Kremlin] added {that it was not alone}.",
      speakers: ["Moscow", "Kremlin"],
      voices: ["group", "group"],
    },
    negative: {
      text: "[A resident of Moscow] said {it was cold}.",
      speakers: [null],
      voices: ["anonymous"],
    },
  },
  {
    name: "documents speak as documents",
    positive: {
      text: "[The indictment] said {money had moved}. [An FBI report] found {where it went}.",
      speakers: ["indictment", "FBI report"],
      voices: ["document", "document"],
    },
    negative: {
      text: "[The FBI] said {money had moved}.",
      speakers: ["FBI"],
      voices: ["group"],
    },
  },
  {
    name: "a document is called what says which one it is, not that it came out or what it found",
    positive: {
      text: "[A Marist College poll released last Thursday] said {support was growing}. [A survey of voters, 79 percent of Democrats,] said {they would vote}. [The inspector general's report issued] said {rules were broken}.",
      speakers: ["Marist College poll", "survey of voters", "inspector general's report"],
      voices: ["document", "document", "document"],
    },
    negative: {
      text: "[A poll released on Friday by Marist College] said {support was growing}. [A letter signed by artists, writers and actors] said {they would stay away}.",
      speakers: ["poll released on Friday by Marist College", "letter signed by artists, writers and actors"],
      voices: ["document", "document"],
    },
  },
  {
    name: "a man or a woman without a name is not somebody who has one",
    positive: {
      text: "Angela Merkel took questions. A young woman rose. [The woman] said {the bridge was late}.",
      speakers: [null],
    },
    negative: {
      text: "Angela Merkel took questions. [The chancellor] said {the bridge was late}.",
      known: [],
      speakers: ["Angela Merkel"],
    },
  },
  {
    name: "anonymous sources have no name",
    positive: {
      text: "[A senior administration official] said {talks were near}. [Two sources close to John Kerry] said {they were not}. [Critics] said {so too}.",
      speakers: [null, null, null],
      voices: ["anonymous", "anonymous", "anonymous"],
      roles: ["senior administration official", "sources", "Critics"],
    },
    negative: {
      text: "[A senior administration official, Susan Rice,] said {talks were near}.",
      speakers: ["Susan Rice"],
      voices: ["person"],
    },
  },
];
