/** The days somebody may be born on, first and last, as `YYYY-MM-DD`. */
export interface BirthRange {
  readonly from: string;
  readonly to: string;
}

/** What "circa" leaves open on either side. */
const circaYears = 2;

/** A day, a month or a year as the range it leaves open; null when there is no such day. */
export function birthRange(
  year: number,
  month: number | null = null,
  day: number | null = null,
): BirthRange | null {
  if (!Number.isInteger(year) || year < 1800 || year > 2100) return null;
  if (month === null) return { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` };
  if (month < 1 || month > 12) return null;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const of = (date: number): string =>
    `${String(year)}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (day === null) return { from: of(1), to: of(lastDay) };
  return day < 1 || day > lastDay ? null : { from: of(day), to: of(day) };
}

export function spanning(first: BirthRange, last: BirthRange): BirthRange | null {
  return first.from > last.to ? null : { from: first.from, to: last.to };
}

export function circa({ from, to }: BirthRange): BirthRange {
  return {
    from: `${String(yearOf(from) - circaYears)}-01-01`,
    to: `${String(yearOf(to) + circaYears)}-12-31`,
  };
}

/**
 * All of an entry's, or none: of a date that cannot be understood nothing is known, and what is unknown
 * must not clear anybody.
 */
export function allKnown(ranges: readonly (BirthRange | null)[]): readonly BirthRange[] {
  const known = ranges.filter((range) => range !== null);
  return known.length === ranges.length ? known : [];
}

export type BirthAgreement = 'same' | 'near' | 'contradicts' | 'unknown';

/**
 * `same`: within a range. `near`: within a year of one, as lists and calendars err, or a slip of the pen away
 * from a listed day (`1965-03-15`: day and month exchanged, one figure wrong or two exchanged). A day
 * missing on either side says nothing.
 */
export function birthAgreement(
  ranges: readonly BirthRange[],
  dateOfBirth: string | null,
): BirthAgreement {
  if (dateOfBirth === null || ranges.length === 0) return 'unknown';
  if (ranges.some(({ from, to }) => from <= dateOfBirth && dateOfBirth <= to)) return 'same';
  const year = yearOf(dateOfBirth);
  return ranges.some(
    ({ from, to }) =>
      (yearOf(from) - 1 <= year && year <= yearOf(to) + 1) ||
      (from === to && isSlip(from, dateOfBirth)),
  )
    ? 'near'
    : 'contradicts';
}

/** Only between two days that are known whole: of a year, one figure is a decade. */
function isSlip(listed: string, born: string): boolean {
  const [year = '', month = '', day = ''] = listed.split('-');
  if (born === `${year}-${day}-${month}`) return true;
  const [a, b] = [listed.replaceAll('-', ''), born.replaceAll('-', '')];
  const wrong = Array.from(a).flatMap((figure, at) => (figure === b.charAt(at) ? [] : [at]));
  const [first = 0, second] = wrong;
  if (second === undefined) return true;
  return (
    wrong.length === 2 &&
    second === first + 1 &&
    a.charAt(first) === b.charAt(second) &&
    a.charAt(second) === b.charAt(first)
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
