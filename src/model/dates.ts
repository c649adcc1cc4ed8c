// Days as honest as the evidence for them: how precisely a date is held, and why it is believed.

/** How much of a date is known. `weekday`: a named day of the week that nothing pins to a date. */
export type Precision = "day" | "month" | "year" | "weekday" | "unknown";

/**
 * Why a saying date is believed: the text states it, names a weekday, counts from another day ("yesterday"),
 * or only the publication day is known (current news), or another wording of the same statement lends its date.
 */
export type Evidence = "stated" | "weekday" | "relative" | "published" | "inferred" | "none";

/** The day something was said. `value`: "2021-11-18", "2021-11", "2021", "Thursday", or null when unknown. */
export interface SayingDate {
  readonly value: string | null;
  readonly precision: Precision;
  readonly evidence: Evidence;
}

/** When an Article came out. `value`: an ISO instant for `minute`, else "2021-11-18", "2021-11", "2021", or null. */
export interface Published {
  readonly value: string | null;
  readonly precision: "minute" | "day" | "month" | "year" | "unknown";
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** "18 Nov 2021", "Nov 2021" or "2021", as much as an ISO value holds; the value itself when it is none. */
function dateWords(value: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(value);
  if (!parts?.[1]) return value;
  const month = parts[2] === undefined ? undefined : MONTHS[Number(parts[2]) - 1];
  if (month === undefined) return parts[1];
  return parts[3] === undefined ? `${month} ${parts[1]}` : `${Number(parts[3])} ${month} ${parts[1]}`;
}

/**
 * A saying date in words, no more precise than it is held: "said 18 Nov 2021", "said in Nov 2021", "said on a Thursday";
 * "reported 18 Nov 2021" when only the publication is known; "undated".
 */
export function showSaying(said: SayingDate): string {
  if (said.value === null || said.precision === "unknown") return "undated";
  if (said.precision === "weekday") return `said on a ${said.value}`;
  const words = dateWords(said.value);
  const verb = said.evidence === "published" ? "reported" : "said";
  return said.precision === "day" ? `${verb} ${words}` : `${verb} in ${words}`;
}

/** A publication date in words: "18 Nov 2021" (the day in UTC), "Nov 2021", "2021", or "undated". */
export function showPublished(published: Published): string {
  if (published.value === null || published.precision === "unknown") return "undated";
  const length = { minute: 10, day: 10, month: 7, year: 4 }[published.precision];
  return dateWords(published.value.slice(0, length));
}
