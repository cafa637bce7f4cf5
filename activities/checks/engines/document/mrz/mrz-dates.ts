import type { CalendarDay } from '../../../../../shared/domain/dates/calendar-day';
/** The day `YYMMDD` names in a given century, or undefined when there is no such day. */
function dayIn(century: number, text: string): CalendarDay | undefined {
  if (!/^\d{6}$/.test(text)) return undefined;
  const year = century + Number(text.slice(0, 2));
  const month = Number(text.slice(2, 4));
  const day = Number(text.slice(4, 6));
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.toISOString().slice(0, 10);
}

/** Nobody on a document is older: of two centuries only one can be meant. */
const oldestYears = 115;

/**
 * What of a birth date is known where the zone leaves the rest open with fillers (ICAO 9303-3 §4.8):
 * `YYYY-MM` or `YYYY`; null where all of it or none is.
 */
export function partialBirth(text: string, today: CalendarDay): string | null {
  const [, year, month] = /^(\d{2})(\d{2}|<<)<<$/.exec(text) ?? [];
  if (year === undefined || month === undefined) return null;
  const known = month === '<<' ? 4 : 7;
  const born = birthDay(`${year}${month === '<<' ? '01' : month}01`, today);
  return born === null ? null : born.slice(0, known);
}

/**
 * The same day a century earlier, where somebody may have been born on it and be alive: two digits do not
 * tell a child from a centenarian. Undefined where only the day itself can be meant.
 */
export function centuryEarlier(birth: CalendarDay, today: CalendarDay): CalendarDay | undefined {
  const year = Number(birth.slice(0, 4)) - 100;
  const earlier = dayIn(
    year - (year % 100),
    `${birth.slice(2, 4)}${birth.slice(5, 7)}${birth.slice(8)}`,
  );
  return earlier !== undefined && Number(today.slice(0, 4)) - year <= oldestYears
    ? earlier
    : undefined;
}

/** Nobody is born in the future: this century if that day is not after today, else the last. */
export function birthDay(text: string, today: CalendarDay): CalendarDay | null {
  const century = Math.floor(Number(today.slice(0, 4)) / 100) * 100;
  const thisCentury = dayIn(century, text);
  if (thisCentury !== undefined && thisCentury <= today) return thisCentury;
  return dayIn(century - 100, text) ?? null;
}

/**
 * Cards without an end carry a day of the year 9999, of which the zone keeps two digits; these are the days
 * in use. Spain (holders over 70: 1 January 9999) and Italy (since 2026: 1 January 9999) issue them.
 */
const endlessDays: readonly string[] = ['990101', '990909', '991231'];
const endlessStates: readonly string[] = ['ESP', 'ITA'];

/**
 * Documents run for ten years or so: of the three centuries around, the one nearest to today. A day that
 * stands for "without an end" is of the year 9999 where the state issues such documents, and null, not told,
 * elsewhere: read as 1999 it would refuse a valid card, and as 9999 let an expired one through.
 */
export function expiryDay(
  text: string,
  today: CalendarDay,
  issuingState: string,
): CalendarDay | null {
  if (endlessDays.includes(text)) {
    return endlessStates.includes(issuingState)
      ? `9999-${text.slice(2, 4)}-${text.slice(4)}`
      : null;
  }
  const year = Number(today.slice(0, 4));
  const century = Math.floor(year / 100) * 100;
  const nearest = [century - 100, century, century + 100]
    .map((start) => dayIn(start, text))
    .filter((day) => day !== undefined)
    .sort((a, b) => distance(a, year) - distance(b, year));
  return nearest[0] ?? null;
}

function distance(day: CalendarDay, year: number): number {
  return Math.abs(Number(day.slice(0, 4)) - year);
}
