import { printedDates } from './printed-dates';

/**
 * The day of a letter: one that a row calls its date, else the newest of all that are not in the future.
 * Of a day that can be read in two ways it is the one the person stated, else the older: nobody gains by
 * how a date is written. Null when there is none.
 */
export function documentDay(
  rows: readonly string[],
  { today, stated }: { readonly today: string; readonly stated: string | null },
): string | null {
  const dates = rows.flatMap((row) => printedDates(row));
  const past = dates.flatMap(({ days, isLabelled }) => {
    const possible = days.filter((day) => day <= today).sort();
    const day = possible.find((candidate) => candidate === stated) ?? possible[0];
    return day === undefined ? [] : [{ day, isLabelled }];
  });
  const labelled = past.filter(({ isLabelled }) => isLabelled);
  const newest = (labelled.length > 0 ? labelled : past).map(({ day }) => day).sort();
  return newest.at(-1) ?? null;
}

/** Whole days from one calendar day to a later one. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / 86_400_000);
}
