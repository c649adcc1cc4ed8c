// Schedules, moments and filters in a few words.
import type { Filters, Schedule, Subscription } from "../model/digest.ts";

/** ISO weekdays 1 to 7, at 0 to 6. */
export const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** "every day at 08:00", "Mon and Thu at 09:00", "every hour". */
export function showSchedule(schedule: Schedule): string {
  if (schedule.every === "hour") return "every hour";
  const days = schedule.days.map((day) => DAYS[day - 1]);
  return `${days.length === 7 ? "every day" : days.join(", ")} at ${schedule.at}`;
}

/** "Fri 19 Nov 2021, 08:00", on the clocks of `zone`. */
export function showMoment(moment: Temporal.Instant | string, zone: string): string {
  const at = Temporal.Instant.from(String(moment)).toZonedDateTimeISO(zone);
  const month = at.toLocaleString("en-GB", { month: "short" }).slice(0, 3);
  const time = at.toPlainTime().toString({ smallestUnit: "minute" });
  return `${DAYS[at.dayOfWeek - 1]} ${at.day} ${month} ${at.year}, ${time}`;
}

/** "about nato, without sport, from RT, speaker Sergey Lavrov"; empty when nothing is filtered. */
export function showFilters(filters: Filters): string {
  return [
    ...(filters.about.length > 0 ? [`about ${filters.about.join(" ")}`] : []),
    ...(filters.without.length > 0 ? [`without ${filters.without.join(", ")}`] : []),
    ...(filters.outlets.length > 0 ? [`from ${filters.outlets.join(", ")}`] : []),
    ...(filters.speakers.length > 0 ? [`speaker ${filters.speakers.join(", ")}`] : []),
  ].join(", ");
}

/** "daily, every day at 08:00 (Europe/Kyiv), about nato". */
export function showSubscription({ digest, schedule, zone, filters }: Omit<Subscription, "id">): string {
  const filtered = showFilters(filters);
  return `${digest}, ${showSchedule(schedule)} (${zone})${filtered === "" ? "" : `, ${filtered}`}`;
}
