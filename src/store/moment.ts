// Moments as the tables keep them (milliseconds) and as the contract shows them (ISO instants).

export function shown(milliseconds: number): string {
  return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
}

export function shownOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : shown(milliseconds);
}

/** From an ISO instant. */
export function held(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
