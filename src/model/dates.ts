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
