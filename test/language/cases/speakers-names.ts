// Speakers named beside their quotes: titles, ages and asides, later surnames, name orders and particles.
import type { SpeakerCase } from "./speakers-notation.ts";

export const NAMED: readonly SpeakerCase[] = [
  {
    name: "titles and roles before a name are no part of it",
    positive: {
      text: "[Russian Foreign Minister Sergey Lavrov] said {the talks had failed}.",
      speakers: ["Sergey Lavrov"],
      voices: ["person"],
      roles: ["Russian Foreign Minister"],
    },
    negative: {
      text: "[The Russian Foreign Ministry] said {the talks had failed}.",
      speakers: ["Russian Foreign Ministry"],
      voices: ["group"],
    },
  },
  {
    name: "an office with a place in it ends where the name begins",
    positive: {
      text: "[Secretary of State John F. Kerry] said {there was still time}.",
      speakers: ["John F. Kerry"],
      roles: ["Secretary of State"],
    },
    negative: {
      text: "[The Department of State] said {there was still time}.",
      speakers: ["Department of State"],
      voices: ["group"],
    },
  },
  {
    name: "an age and an aside between the name and the verb",
    positive: {
      text: "[Bernie Sanders, 75, who once ran the city of Burlington,] told a crowd that {banks were too large}.",
      speakers: ["Bernie Sanders"],
    },
    negative: {
      text: "[A 75-year-old voter in Burlington] told a crowd that {banks were too large}. Bernie Sanders nodded.",
      speakers: [null],
      voices: ["anonymous"],
    },
  },
  {
    name: "the role after the name",
    positive: {
      text: "[Nikki Haley, the governor of South Carolina,] said {the flag would come down}.",
      speakers: ["Nikki Haley"],
      roles: ["governor of South Carolina"],
    },
    negative: {
      text: "[Nikki Haley, on her way home,] said {the flag would come down}.",
      speakers: ["Nikki Haley"],
      roles: [null],
    },
  },
  {
    name: "a role of common nouns before the name, and the body it belongs to",
    positive: {
      text: "[White House press secretary Josh Earnest] said {no decision had been made}.",
      speakers: ["Josh Earnest"],
      roles: ["White House press secretary"],
    },
    negative: {
      text: "Josh Earnest was away. [The White House] said {no decision had been made}.",
      speakers: ["White House"],
      voices: ["group"],
    },
  },
  {
    name: "a surname after the first mention",
    positive: {
      text: "Angela Merkel arrived in Brussels late. [Merkel] said {the night would be long}.",
      speakers: ["Angela Merkel"],
    },
    negative: {
      text: "Angela Merkel arrived in Brussels late. [Macron] said {the night would be long}.",
      speakers: ["Macron"],
    },
  },
  {
    name: "a surname before the full name, in a headline or a lead",
    positive: {
      text: "Merkel doubts a deal\n\n[Merkel] said {the night would be long}. Chancellor Angela Merkel had come by train.",
      speakers: ["Angela Merkel"],
    },
    negative: {
      text: "Doubts About A Deal Grow In Brussels\n\n[Chancellor Angela Merkel] said {the night would be long}.",
      speakers: ["Angela Merkel"],
      roles: ["Chancellor"],
    },
  },
  {
    name: "the longest form the text gives, wherever it stands",
    positive: {
      text: "[Bobby Scott] said {he would run}. Rep. Robert C. “Bobby” Scott has held the seat for years.",
      speakers: ["Robert C. “Bobby” Scott"],
    },
    negative: {
      text: "[Bobby Scott] said {he would run}. Rep. Austin Scott will not.",
      speakers: ["Bobby Scott"],
    },
  },
  {
    name: "a headline's words are no part of a name",
    positive: {
      text: "Angela Merkel Urges Calm After Vote In London\n\nAngela Merkel met the press at noon. [Merkel] said {nobody should panic}.",
      speakers: ["Angela Merkel"],
    },
    negative: {
      text: "Angela Merkel Urges Calm After Vote In London\n\n[David Cameron] said {nobody should panic}.",
      speakers: ["David Cameron"],
    },
  },
  {
    name: "courtesy titles, possessives and capitals",
    positive: {
      text: "Theresa May spoke first. [Mrs. May's] view was that {Brexit meant Brexit}.\n\n[MAY:] {Brexit means Brexit.}",
      speakers: ["Theresa May", "Theresa May"],
    },
    negative: {
      text: "In May the vote was near. [Mr. Corbyn's] view was that {it was too soon}.",
      speakers: ["Corbyn"],
    },
  },
  {
    name: "particles belong to the name",
    positive: {
      text: "Ursula von der Leyen and Bill de Blasio met. [Von der Leyen] said {the air was cleaner}. [De Blasio] said {so was the water}.",
      speakers: ["Ursula von der Leyen", "Bill de Blasio"],
    },
    negative: {
      text: "Friends of Ursula von der Leyen met. [Friends] said {the air was cleaner}.",
      speakers: [null],
      voices: ["anonymous"],
    },
  },
  {
    name: "Arabic particles",
    positive: {
      text: "President Bashar al-Assad received the envoys. [Assad] said {the war was ending}. [Al-Assad] added {it had been long}.",
      speakers: ["Bashar al-Assad", "Bashar al-Assad"],
    },
    negative: {
      text: "President Bashar al-Assad received the envoys. [Al Gore] said {the war was ending}.",
      speakers: ["Al Gore"],
    },
  },
  {
    name: "East-Asian names put the family first",
    positive: {
      text: "Chinese President Xi Jinping opened the summit. [Xi] said {trade was no weapon}. South Korea sent Ban Ki-moon. [Ban] said {he agreed}.",
      speakers: ["Xi Jinping", "Ban Ki-moon"],
    },
    negative: {
      text: "Kellyanne Conway opened the summit. [Kellyanne] said {trade was no weapon}. [Conway] said {she meant it}.",
      speakers: ["Kellyanne Conway", "Kellyanne Conway"],
    },
  },
  {
    name: "Spanish names carry two surnames",
    positive: {
      text: "Andrés Manuel López Obrador spoke at dawn. [López Obrador] said {oil was the nation's}. Mexico's Enrique Peña Nieto listened. [Peña Nieto] said {nothing was settled}.",
      speakers: ["Andrés Manuel López Obrador", "Enrique Peña Nieto"],
    },
    negative: {
      text: "Jennifer Lopez sang at dawn. [Lopez] said {it was cold}. Andrés Manuel López Obrador was asleep.",
      speakers: ["Jennifer Lopez"],
    },
  },
  {
    name: "Jr. and initials",
    positive: {
      text: "Vice President Joseph R. Biden Jr. flew to Kiev. [Mr. Biden] said {the aid would come}.",
      speakers: ["Joseph R. Biden Jr."],
      roles: ["Vice President"],
    },
    negative: {
      text: "Donald Trump spoke. His son Donald Trump Jr. clapped. [Donald Trump Jr.] said {it was great}. [Donald Trump] said {it was huge}.",
      speakers: ["Donald Trump Jr.", "Donald Trump"],
    },
  },
  {
    name: "a surname misspelt by a letter is still theirs",
    positive: {
      text: "Sergei Prikhodko met the envoys. [Prikhodka] said {they had agreed}.",
      speakers: ["Sergei Prikhodko"],
    },
    negative: {
      text: "Sergei Prikhodko met the envoys. [Primakov] said {they had agreed}.",
      speakers: ["Primakov"],
    },
  },
  {
    name: "an aside's last name is not the subject",
    positive: {
      text: "Bernie Sanders, who lost the primaries to [Hillary Clinton], @said@ {the young were tired}.",
      speakers: ["Bernie Sanders"],
    },
    negative: {
      text: "The young were tired, @according to@ [Hillary Clinton]: {they had voted twice}. Bernie Sanders agreed.",
      speakers: ["Hillary Clinton"],
    },
  },
  {
    name: "nor is whoever a finished aside ends with, set off before the cue",
    positive: {
      text: "Emmanuel Macron, speaking after [Angela Merkel at the summit], @cited@ {the drought}.",
      speakers: ["Emmanuel Macron"],
    },
    negative: {
      text: "Emmanuel Macron spoke first. Then [Angela Merkel], @citing@ {the drought}, left.",
      speakers: ["Angela Merkel"],
    },
  },
  {
    name: "a second verb has the subject of the first",
    positive: {
      text: "Emmanuel Macron met with [Angela Merkel] in Berlin and @declared@ {the drought over}.",
      speakers: ["Emmanuel Macron"],
    },
    negative: {
      text: "Emmanuel Macron was quick to answer, with [Angela Merkel] @saying@ {the drought was over}.",
      speakers: ["Angela Merkel"],
    },
  },
  {
    name: "a dateline says nothing, nor does the region of a delegate",
    positive: {
      text: "BERLIN (AP) — Bavaria delegate Angela Merkel, in boots that bore the name [Macron], @said@ {the drought was over}.",
      speakers: ["Angela Merkel"],
    },
    negative: {
      text: "Berlin, which had warned [Macron], @said@ {the drought was over}.",
      speakers: ["Berlin"],
    },
  },
  {
    name: "two people with one surname stay two",
    positive: {
      text: "Hillary Clinton spoke in Ohio. [Mrs. Clinton] said {she would win}. Her husband, Bill Clinton, was in Iowa. [Mr. Clinton] said {she had to}.",
      speakers: ["Hillary Clinton", "Bill Clinton"],
    },
    negative: {
      text: "Hillary Clinton spoke in Ohio, far from Bill Clinton's rally. [Clinton] said {she would win}.",
      speakers: ["Hillary Clinton"],
    },
  },
];
