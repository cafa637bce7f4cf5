import { z } from 'zod';

const zonesSchema = z.array(z.string());

/** The IANA zones of a country, by the runtime's own data; empty when it knows none. */
function zonesOf(country: string): readonly string[] {
  if (!/^[A-Z]{2}$/.test(country)) return [];
  const locale = new Intl.Locale(`und-${country}`);
  // A property up to Node 22, a method from there on; TypeScript's library knows neither.
  const method: unknown = Reflect.get(locale, 'getTimeZones');
  const zones: unknown =
    typeof method === 'function'
      ? Reflect.apply(method, locale, [])
      : Reflect.get(locale, 'timeZones');
  const parsed = zonesSchema.safeParse(zones);
  return parsed.success ? parsed.data : [];
}

/**
 * Whether a clock in the country may show what one in the zone shows. By offset, not by name: the zone of a
 * neighbour with the same time is no sign of anything. Null when zone or country are unknown.
 */
export function offsetFitsCountry(zone: string, country: string, at: Date): boolean | null {
  const reported = offsetOf(zone, at);
  const zones = zonesOf(country);
  if (reported === null || zones.length === 0) return null;
  return zones.some((candidate) => offsetOf(candidate, at) === reported);
}

/** As `GMT+02:00`; null for what is no zone. */
function offsetOf(timeZone: string, at: Date): string | null {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      timeZoneName: 'longOffset',
    }).formatToParts(at);
    return parts.find(({ type }) => type === 'timeZoneName')?.value ?? null;
  } catch {
    return null;
  }
}
