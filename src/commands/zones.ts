// Time zones as people type them: IANA names, a city, a slip of the finger.
import { fold, nearest } from "./nearest.ts";

/** Zones that this runtime still lists under a name IANA has given up. */
const RENAMED: Readonly<Record<string, string>> = {
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

let known: readonly string[] | null = null;

/** Every IANA zone this runtime knows, by its present name, UTC first. */
export function zones(): readonly string[] {
  known ??= ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) =>
    Object.hasOwn(RENAMED, zone) ? RENAMED[zone]! : zone,
  );
  return known;
}

/** The zone meant by "Europe/Kyiv", "kyiv" or "new york"; else the nearest names, to ask back. */
export function readZone(
  typed: string,
): { readonly kind: "zone"; readonly zone: string } | { readonly kind: "unknown"; readonly near: readonly string[] } {
  const wanted = fold(typed).replace(/\s+/g, "_");
  const exact = zones().find((zone) => fold(zone) === wanted) ?? zones().find((zone) => cityOf(zone) === wanted);
  if (exact !== undefined) return { kind: "zone", zone: exact };
  const canonical = canonicalOf(typed.trim().replace(/\s+/g, "_"));
  if (canonical !== null) return { kind: "zone", zone: canonical };
  const near = [...nearest(wanted, zones().map(cityOf), 3), ...nearest(wanted, zones(), 3)];
  return {
    kind: "unknown",
    near: [...new Set(near.map((name) => zones().find((zone) => [cityOf(zone), zone].includes(name))!))],
  };
}

function cityOf(zone: string): string {
  return fold(zone.slice(zone.lastIndexOf("/") + 1));
}

/** Names the runtime takes though it does not list them ("Europe/Kiev", "US/Eastern"); offsets are no zones. */
function canonicalOf(typed: string): string | null {
  if (!/^[A-Za-z]+(\/[A-Za-z_+-]+\d*){0,2}$/.test(typed)) return null;
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(typed).timeZoneId;
  } catch {
    return null;
  }
}
