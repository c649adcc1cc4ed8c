// Quiet hours: local wall times between which a chat wants no sound, or nothing at all.
import type { ChatSettings } from "../store/contract/chats.ts";

/** When the quiet hours that `now` falls into end; null outside them. They may run over midnight. */
export function quietUntil(quiet: ChatSettings["quiet"], zone: string, now: Temporal.Instant): Temporal.Instant | null {
  if (quiet === null || quiet.from === quiet.until) return null;
  const local = now.toZonedDateTimeISO(zone);
  const time = local.toPlainTime().toString({ smallestUnit: "minute" });
  const overnight = quiet.from > quiet.until;
  const isQuiet = overnight ? time >= quiet.from || time < quiet.until : time >= quiet.from && time < quiet.until;
  if (!isQuiet) return null;
  const day = overnight && time >= quiet.from ? local.toPlainDate().add({ days: 1 }) : local.toPlainDate();
  return day.toZonedDateTime({ timeZone: zone, plainTime: quiet.until }).toInstant();
}
