// `/today`: what was said on this date, in every year held. Only what was said that day, never what was merely published.
import { composeOnThisDate, monthDayWords } from "../composer/on-this-date.ts";
import { readTypedDate } from "../language/dates/typed.ts";
import type { Ask, Command } from "./command.ts";
import { wordsOf } from "./given.ts";
import { mistake, pageActions, typed } from "./reply.ts";

const PER_PAGE = 5;

export const todayCommand: Command = {
  name: "today",
  summary: "What was said on this date, in every year held",
  arguments: [{ name: "date", summary: "Another date: 18 Nov", kind: "date" }],
  access: "everyone",
  costly: true,
  async examples(ask) {
    const [near] = await ask.store.quotes.nearestMonthDays(localDay(ask).slice(5), null, 1);
    return ["/today", `/today ${monthDayWords(near?.monthDay ?? "11-18")}`];
  },
  async run(ask) {
    const wanted = wordsOf(ask, "date");
    const monthDay = wanted === "" ? localDay(ask).slice(5) : typedMonthDay(wanted, ask);
    if (monthDay === null)
      return mistake("I could not read that as a date. ", typed("/today 18 Nov"), " is one way to write it.");
    const { page } = ask.request;
    const { post, more } = await composeOnThisDate(ask.store, {
      monthDay,
      viewer: ask.viewer,
      year: Number(localDay(ask).slice(0, 4)),
      offset: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    });
    const actions = pageActions("today", monthDayWords(monthDay), page, more);
    return actions.length === 0 ? post : { ...post, actions: [...(post.actions ?? []), actions] };
  },
};

/** The day in the chat's zone: "2021-11-18". */
function localDay({ now, zone }: Ask): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().toString();
}

function typedMonthDay(text: string, { now, zone }: Ask): string | null {
  const date = readTypedDate(text, now, zone);
  if (date === null || date.month === null || date.day === null) return null;
  return `${String(date.month).padStart(2, "0")}-${String(date.day).padStart(2, "0")}`;
}
