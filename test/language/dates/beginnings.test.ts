// A piece is asked only where its list says it can begin: the lists must leave out no word that it reads.
import { expect, it } from "vitest";
import { canBegin } from "../../../src/language/dates/beginnings.ts";
import { wordsOf } from "../../../src/language/dates/cut.ts";
import { PIECES } from "../../../src/language/dates/pieces.ts";
import * as calendar from "../../../src/language/lexicon/calendar.ts";
import { Script } from "../../../src/language/text/script.ts";

const words = [calendar.MONTHS, calendar.WEEKDAYS, calendar.UNITS, calendar.NUMBERS, calendar.ORDINALS]
  .flatMap((table) => [...table.keys()])
  .concat([calendar.DECADES, calendar.SEASONS, calendar.DAY_PARTS].flatMap((table) => [...table.keys()]))
  .concat([...calendar.HOLIDAYS.keys(), ...calendar.TIME_ZONES, ...calendar.FACTORS.keys()])
  .concat(
    "a an half couple several few many some numerous various noon midnight today the 5 13 1996 2021-11-18 '".split(" "),
  );
const AFTER = ["", " 3 of", " five p.m.", "'s", " a half", ". 5", "0s", " hundred", " time", " day"];

it.each(Object.entries(PIECES))("%s begins with no word that its list lacks", (_, piece) => {
  const read = new Set<string>();
  for (const word of words) {
    for (const first of [word, word.charAt(0).toUpperCase() + word.slice(1)]) {
      for (const after of AFTER) {
        const all = wordsOf(new Script(`in ${first}${after}`));
        for (let at = 1; at < all.length; at++) if (piece(all, at, { choice: [] }) > 0) read.add(all[at]!.text);
      }
    }
  }
  expect(read.size).toBeGreaterThan(0);
  expect([...read].filter((word) => !canBegin(piece, word))).toEqual([]);
});
