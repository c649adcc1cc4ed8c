// Speakers told by a pronoun: gender, number, distance, standing, and the quote's own sentence.
import type { SpeakerCase } from "./speakers-notation.ts";

export const PRONOUNS: readonly SpeakerCase[] = [
  {
    name: "gender by the given name",
    positive: {
      text: "Angela Merkel met Emmanuel Macron in Paris. {“It was a good evening,”} [she] said.",
      speakers: ["Angela Merkel"],
    },
    negative: {
      text: "Angela Merkel met Emmanuel Macron in Paris. {“It was a good evening,”} [he] said.",
      speakers: ["Emmanuel Macron"],
    },
  },
  {
    name: "gender by the title, where the given name tells nothing",
    positive: {
      text: "Ms. Wahl left the network; Mr. Schultz stayed. {“It was time,”} [she] said.",
      speakers: ["Wahl"],
    },
    negative: {
      text: "Ms. Wahl left the network; Mr. Schultz stayed. {“It was not,”} [he] said.",
      speakers: ["Schultz"],
    },
  },
  {
    name: "the subject before the object",
    positive: {
      text: "Vladimir Putin addressed a room that had waited for Sergei Shoigu. {“We are ready,”} [he] said.",
      speakers: ["Vladimir Putin"],
    },
    negative: {
      text: "A room that had waited for Sergei Shoigu rose when Vladimir Putin came. Shoigu smiled. {“We are ready,”} [he] said.",
      speakers: ["Sergei Shoigu"],
    },
  },
  {
    name: "whoever spoke last goes on",
    positive: {
      text: "[Barack Obama] said {the deal was sound}.\n\nJohn Kerry had signed it in Vienna.\n\n[Obama] said {it would hold}. [He] added {that time would tell}.",
      speakers: ["Barack Obama", "Barack Obama", "Barack Obama"],
    },
    negative: {
      text: "[Barack Obama] said {the deal was sound}.\n\nJohn Kerry then took the stage and thanked the hosts. [He] said {the hard part was to come}.",
      speakers: ["Barack Obama", "John Kerry"],
    },
  },
  {
    name: "the quote's own sentence",
    positive: {
      text: "Donald Trump was silent. Ted Cruz, asked about the wall, said [he] had warned that {it would cost too much}.",
      speakers: ["Ted Cruz"],
    },
    negative: {
      text: "Ted Cruz was silent. Donald Trump, asked about the wall, said [he] had warned that {it would cost too much}.",
      speakers: ["Donald Trump"],
    },
  },
  {
    name: "people inside the quoted words are not meant",
    positive: {
      text: "Mitt Romney took the stage in Utah. {“Donald Trump is a phony, and Chris Christie knows it better than anyone,”} [he] said.",
      speakers: ["Mitt Romney"],
    },
    negative: {
      text: "Mitt Romney took the stage in Utah with Chris Christie. Christie waited. {“Donald Trump is a phony,”} [he] said.",
      speakers: ["Chris Christie"],
    },
  },
  {
    name: "whoever said it to whom: the addressee is not the speaker",
    positive: {
      text: "Jens Stoltenberg spoke to Emmanuel Macron by phone. [He] told him {the alliance was alive}.",
      speakers: ["Jens Stoltenberg"],
    },
    negative: {
      text: "Emmanuel Macron spoke to Jens Stoltenberg by phone. [He] told him {the alliance was brain-dead}.",
      speakers: ["Emmanuel Macron"],
    },
  },
  {
    name: "it and they mean a body, not a person",
    positive: {
      text: "The Pentagon confirmed the strike to Ash Carter's aides. [It] said {nobody was hurt}.",
      speakers: ["Pentagon"],
      voices: ["group"],
    },
    negative: {
      text: "The Pentagon confirmed the strike; Ash Carter had ordered it. [He] said {nobody was hurt}.",
      speakers: ["Ash Carter"],
      voices: ["person"],
    },
  },
  {
    name: "who and which mean the name before them",
    positive: {
      text: "Harry Reid of Nevada, [who] said {the vote would fail}, left early.",
      speakers: ["Harry Reid"],
    },
    negative: {
      text: "A new report, [which] said {the vote would fail}, was shelved by Harry Reid.",
      speakers: ["report"],
      voices: ["document"],
    },
  },
  {
    name: "after an unnamed official, he is the official",
    positive: {
      text: "Barack Obama was in Hawaii. [A senior official] said {the raid was over}, and [he] warned that {more would follow}.",
      speakers: [null, null],
      voices: ["anonymous", "anonymous"],
    },
    negative: {
      text: "[A senior official] said {the raid was over}. Barack Obama was in Hawaii, and [he] warned that {more would follow}.",
      speakers: [null, "Barack Obama"],
    },
  },
  {
    name: "I inside quoted words is whoever says them",
    positive: {
      text: "{“It is late, and [I] think {the vote will fail},”} [Harry Reid] said.",
      speakers: ["Harry Reid", "Harry Reid"],
    },
    negative: {
      text: "{“It is late,”} [Harry Reid] said. [I] think {the vote will fail}.",
      speakers: ["Harry Reid", null],
    },
  },
  {
    name: "I outside the quotes of an opinion piece is its author",
    positive: {
      text: "[I] have long said that {the Senate must vote}.",
      byline: "Elizabeth Warren",
      speakers: ["Elizabeth Warren"],
    },
    negative: {
      text: "[She] has long said that {the Senate must vote}. Nancy Pelosi disagrees.",
      byline: "Elizabeth Warren",
      speakers: ["Nancy Pelosi"],
    },
  },
];
