// Lines that are nothing but a date, as sites print them under a headline.
import type { Published } from "../../model/dates.ts";
import { readWrittenDate } from "../written-date.ts";

const DATE_LABEL =
  /^(?:(?:first )?published|posted|updated|last (?:updated|modified|edited)|date|created|issued|on|at|\W)+[:\s]*/i;

/** Is the whole line a date, with or without a label, weekday, time and zone? */
export function dateLine(line: string): Published | null {
  if (line.length > 90 || !/\d/.test(line)) return null;
  const rest = line.replace(DATE_LABEL, "");
  const words = rest
    .replace(/[\d.,:|/()+–—-]+/g, " ")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const known =
    /^(?:[ap]\.?m\.?|[A-Z]{2,5}|t|z|at|of|on|de|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|st|nd|rd|th|\d+(?:st|nd|rd|th)|updated|published|last|first|ist|gmt)$/i;
  return words.every((word) => known.test(word)) ? readWrittenDate(rest) : null;
}
