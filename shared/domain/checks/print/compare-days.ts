import type { PrintedDay } from './printed-days';
import type { PrintedLine, PrintVerdict } from './printed-line';

export interface ReadDays {
  readonly date_of_birth: string | null;
  readonly document_expiration_date: string | null;
}

/** Nothing issued longer ago than this is in force: an older day in print is a day of birth. */
const longestValidityYears = 16;
/** A document prints birth, issue and expiry: among three days each of the two has to be. */
const daysPrinted = 3;

/**
 * Birth and expiry against the days in print. One `differs` only where the print plainly gives another day
 * for it: beside its label; as the only day old enough to be a birth; as the same day of another year; or
 * among as many days as documents print.
 */
export function compareDays(
  { date_of_birth: birth, document_expiration_date: expiry }: ReadDays,
  days: readonly PrintedDay[],
  labelled: { readonly birth: readonly PrintedLine[]; readonly expiry: readonly PrintedLine[] },
): { readonly birth: PrintVerdict; readonly expiry: PrintVerdict } {
  return {
    birth: compareBirth(birth, expiry, days, labelled.birth),
    expiry: compareExpiry(expiry, birth, days, labelled.expiry),
  };
}

function compareBirth(
  birth: string | null,
  expiry: string | null,
  days: readonly PrintedDay[],
  labelled: readonly PrintedLine[],
): PrintVerdict {
  if (birth === null) return 'unseen';
  if (days.some((day) => means(day, birth))) return 'agrees';
  const others = days.filter((day) => day.isCertain && !means(day, expiry));
  const isRival = (day: PrintedDay): boolean =>
    labelled.includes(day.line) ||
    (expiry !== null && day.readings.every((reading) => isTooOldToBeIssued(reading, expiry)));
  return others.some(isRival) || standAlone(days) >= daysPrinted ? 'differs' : 'unseen';
}

function compareExpiry(
  expiry: string | null,
  birth: string | null,
  days: readonly PrintedDay[],
  labelled: readonly PrintedLine[],
): PrintVerdict {
  if (expiry === null) return 'unseen';
  if (days.some((day) => means(day, expiry))) return 'agrees';
  const others = days.filter((day) => day.isCertain && !means(day, birth));
  if (others.some((day) => labelled.includes(day.line))) return 'differs';
  return standAlone(days) >= daysPrinted ? 'differs' : 'unseen';
}

function means(day: PrintedDay, sought: string | null): boolean {
  return sought !== null && day.readings.includes(sought);
}

function isTooOldToBeIssued(day: string, expiry: string): boolean {
  const year = Number(expiry.slice(0, 4)) - longestValidityYears;
  return day < `${String(year)}${expiry.slice(4)}`;
}

/** Counted by line, and none that may have been misread: one line may name two days. */
function standAlone(days: readonly PrintedDay[]): number {
  return new Set(days.filter((day) => day.isCertain).map((day) => day.readings.join())).size;
}
