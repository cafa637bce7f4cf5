import anyAscii from 'any-ascii';
import { monthsNamed } from '../dates/month-names';
import { realDay } from '../dates/real-day';

/** Nobody alive was born before, and no document runs on beyond. */
const years = { from: 1850, to: 2100 };

const yearFirst = /^(\d{4})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{1,2})(?:T.*)?$/i;
const yearFirstDigits = /^(\d{4})(\d{2})(\d{2})$/;
const yearLast = /^(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})$/;
const namedDayFirst =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.|º)?[\s.-]*(?:de\s+)?([a-z]{3,12})\.?,?[\s.-]*(?:de\s+)?(\d{4})$/;
const namedMonthFirst = /^([a-z]{3,12})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s*(\d{4})$/;

/**
 * The days that somebody may have meant, as `YYYY-MM-DD`: `1990-03-10`, `1990/03/10`, `10.03.1990`,
 * `10 Mar 1990`, `March 10, 1990`. Of `03/10/1990` nobody knows which is the month, so it is both. Empty
 * where nothing understands it: no date, a year without its century, a day that no calendar has.
 */
export function daysSaid(text: string): readonly string[] {
  const said = anyAscii(text).trim().toLowerCase();
  const found = [...numeric(said), ...named(said)].filter((day) => day !== null);
  return [...new Set(found)].filter((day) => {
    const year = Number(day.slice(0, 4));
    return year >= years.from && year <= years.to;
  });
}

function numeric(text: string): readonly (string | null)[] {
  const iso = yearFirst.exec(text);
  if (iso !== null) return [realDay(iso[1] ?? '', iso[3] ?? '', iso[4] ?? '')];
  const digits = yearFirstDigits.exec(text);
  if (digits !== null) return [realDay(digits[1] ?? '', digits[2] ?? '', digits[3] ?? '')];
  const [, first = '', mark, second = '', year = ''] = yearLast.exec(text) ?? [];
  if (year === '') return [];
  const dayFirst = realDay(year, second, first);
  // Only dots always put the day first; slashes and hyphens are also North American.
  return mark === '.' ? [dayFirst] : [dayFirst, realDay(year, first, second)];
}

function named(text: string): readonly (string | null)[] {
  const [, day = '', month = '', year = ''] = namedDayFirst.exec(text) ?? [];
  if (year !== '') return monthsNamed(month).map((one) => realDay(year, one, day));
  const [, first = '', second = '', last = ''] = namedMonthFirst.exec(text) ?? [];
  return last === '' ? [] : monthsNamed(first).map((month) => realDay(last, month, second));
}
