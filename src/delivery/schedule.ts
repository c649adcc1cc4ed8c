// When a digest is due: local wall time in the chat's zone, pure. A slot is one such moment.
import type { Schedule } from "../model/digest.ts";

/** Further than any weekly schedule reaches, even over the date line. */
const DAYS_AHEAD = 9;

/** The first slot after `after`. */
export function nextSlot(schedule: Schedule, zone: string, after: Temporal.Instant): Temporal.Instant {
  if (schedule.every === "hour") return hourAfter(after, zone);
  const today = after.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: 1 });
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
    const date = today.add({ days: ahead });
    if (!schedule.days.includes(date.dayOfWeek)) continue;
    const slot = slotOn(date, schedule.at, zone);
    if (Temporal.Instant.compare(slot, after) > 0) return slot;
  }
  throw new RangeError(`The schedule has no day in it: ${JSON.stringify(schedule)}`);
}

/** The next `count` slots after `after`. */
export function nextSlots(
  schedule: Schedule,
  zone: string,
  after: Temporal.Instant,
  count: number,
): readonly Temporal.Instant[] {
  const slots: Temporal.Instant[] = [];
  for (let last = after; slots.length < count; ) {
    last = nextSlot(schedule, zone, last);
    slots.push(last);
  }
  return slots;
}

/** The latest slot at or before `now`, from `first` on (a slot itself). */
export function latestSlot(
  schedule: Schedule,
  zone: string,
  first: Temporal.Instant,
  now: Temporal.Instant,
): Temporal.Instant {
  const near = now.subtract({ hours: schedule.every === "hour" ? 3 : 24 * DAYS_AHEAD });
  let latest = first;
  let next = nextSlot(schedule, zone, Temporal.Instant.compare(near, first) > 0 ? near : first);
  while (Temporal.Instant.compare(next, now) <= 0) {
    latest = next;
    next = nextSlot(schedule, zone, next);
  }
  return latest;
}

/** A wall time that the clocks skip means the first instant after the gap; one they repeat means its first time. */
function slotOn(date: Temporal.PlainDate, at: string, zone: string): Temporal.Instant {
  const wall = date.toPlainDateTime(Temporal.PlainTime.from(at));
  const slot = wall.toZonedDateTime(zone, { disambiguation: "compatible" });
  if (slot.toPlainDateTime().equals(wall)) return slot.toInstant();
  const gap = slot.getTimeZoneTransition("previous");
  return (gap ?? slot).toInstant();
}

/** The next full hour on the chat's clocks, which need not be one in UTC. */
function hourAfter(after: Temporal.Instant, zone: string): Temporal.Instant {
  const hour = after.toZonedDateTimeISO(zone).round({ smallestUnit: "hour", roundingMode: "floor" });
  const next = hour.add({ hours: 1 }).toInstant();
  return Temporal.Instant.compare(next, after) > 0 ? next : next.add({ hours: 1 });
}
