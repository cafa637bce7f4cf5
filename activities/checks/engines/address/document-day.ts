import { printedDates, type PrintedDate } from './printed-dates';

/** Print the month before the day where a slash parts them. */
const monthFirst = new Set([
  'USA',
  'PRI',
  'GUM',
  'VIR',
  'ASM',
  'UMI',
  'MNP',
  'FSM',
  'MHL',
  'PLW',
  'PHL',
]);
/** Print both. */
const either = new Set(['CAN', 'BLZ', 'KEN', 'ZAF']);

export interface DayContext {
  readonly today: string;
  /** The day that the person gave with the upload. */
  readonly stated: string | null;
  /** Alpha-3, of the address; null where nobody said. */
  readonly country: string | null;
}

/**
 * The day of a letter: the one beside a label that says so (invoice date, Rechnungsdatum), else beside any
 * word for a date, else the only one there is. Of several that count alike the oldest: a newer date added
 * to an old bill makes it no newer. Null when there is none.
 */
export function documentDay(rows: readonly string[], context: DayContext): string | null {
  const dates = printedDates(rows).flatMap((date) => {
    const day = dayOf(date, context);
    return day === null ? [] : [{ day, label: date.label }];
  });
  for (const label of ['own', 'some', 'none', 'period'] as const) {
    const [oldest] = dates
      .filter((date) => date.label === label)
      .map(({ day }) => day)
      .sort();
    if (oldest !== undefined) return oldest;
  }
  return null;
}

/** Of a day that can be read in two ways the country says which; else what the person stated, else the older. */
function dayOf({ days }: PrintedDate, { today, stated, country }: DayContext): string | null {
  const [dayFirst, american] = days;
  if (
    dayFirst !== undefined &&
    american !== undefined &&
    country !== null &&
    !either.has(country)
  ) {
    const day = monthFirst.has(country) ? american : dayFirst;
    return day <= today ? day : null;
  }
  const possible = days.filter((day) => day <= today).sort();
  return possible.find((day) => day === stated) ?? possible[0] ?? null;
}

/** Whole days from one calendar day to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
}
