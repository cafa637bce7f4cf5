import { monthsNamed } from '../../dates/month-names';
import { realDay } from '../../dates/real-day';
import { foldNamePlainly } from '../../names/fold-name';
import { alikeTo } from './look-alikes';
import { certainFrom, isPlain, type PrintedLine } from './printed-line';

/** A date as it stands in print: every calendar day (`YYYY-MM-DD`) that it may mean. */
export interface PrintedDay {
  readonly line: PrintedLine;
  readonly readings: readonly string[];
  /** All its digits were read with certainty. */
  readonly isCertain: boolean;
}

const separated =
  /(?<![0-9A-Z])(\d{1,2}|\d{4})(?:\s*([./-])\s*|\s)(\d{1,2})(?:\s*([./-])\s*|\s)(\d{4}|\d{2})(?!\d)/g;
const named =
  /(?<!\d)(\d{1,2})[\s.,/-]*([A-Z]{3,}(?:[\s./-]+[A-Z]{3,})?)[\s.,/-]*(\d{4}|\d{2})(?!\d)/g;
const namedFirst = /(?<![A-Z])([A-Z]{3,})[\s.]*(\d{1,2})[\s.,]+(\d{4})(?!\d)/g;
const yearNamed = /(?<!\d)(\d{4})[\s.,/-]*([A-Z]{3,})[\s.,/-]*(\d{1,2})(?!\d)/g;
const unparted = /(?<![0-9])(\d{4})(\d{2})(\d{2})(?!\d)/g;

/** Thailand counts from 543 years earlier. */
const buddhistFrom = 2400;
const buddhistYears = 543;
/** Beyond two, a line is not read but guessed at. */
const mostDoubtful = 2;

/**
 * The dates in lines of print: digits in any of the three orders, apart by points, strokes or blanks or not
 * at all, and months by name in one language or two (`20 MAY /MAI 95`). Two digits of a year may be of this
 * century or the last. Digits that were not read with certainty are also read as what looks like them.
 */
export function printedDays(lines: readonly PrintedLine[]): PrintedDay[] {
  return lines.flatMap((line) => {
    const doubtful = line.certainties.flatMap((certainty, index) =>
      certainty < certainFrom && /[0-9OIlSBZ]/.test(line.text.charAt(index)) ? [index] : [],
    );
    const seen = dates(line.text).map((readings) => ({
      line,
      readings,
      isCertain: doubtful.length === 0 && isPlain(line),
    }));
    if (doubtful.length === 0 || doubtful.length > mostDoubtful) return seen;
    const [first] = seen;
    const readings = variants(line.text, doubtful).flatMap((text) => dates(text).flat());
    if (readings.length === 0) return seen;
    // One line holds one date in most documents: what it may also be read as belongs to it.
    return seen.length > 1
      ? seen
      : [{ line, readings: unique([...(first?.readings ?? []), ...readings]), isCertain: false }];
  });
}

function variants(text: string, places: readonly number[]): string[] {
  return places.reduce<string[]>(
    (texts, place) =>
      texts.flatMap((each) =>
        alikeTo(each.charAt(place).toUpperCase())
          .filter((character) => /\d/.test(character))
          .map((digit) => each.slice(0, place) + digit + each.slice(place + 1)),
      ),
    [text],
  );
}

function dates(raw: string): string[][] {
  const text = raw
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    // A letter of a month's name that was taken for a digit: `17 0CT 2031`.
    .replaceAll(/(?<!\d)0(?=[A-Z]{2})|(?<=[A-Z])0(?=[A-Z])/g, 'O')
    // As Spanish and Portuguese write dates out: `10 DE MARZO DE 1990`.
    .replaceAll(/\s+DEL?\s+/g, ' ');
  const found: string[][] = [];
  for (const [, day = '', words = '', year = ''] of text.matchAll(named)) {
    const months = unique(foldNamePlainly(words).split(' ').flatMap(monthsNamed));
    found.push(months.flatMap((month) => real(year, month, day)));
  }
  if (found.some((readings) => readings.length > 0)) return kept(found);
  for (const [, word = '', day = '', year = ''] of text.matchAll(namedFirst)) {
    found.push(monthsNamed(word).flatMap((month) => real(year, month, day)));
  }
  for (const [, year = '', word = '', day = ''] of text.matchAll(yearNamed)) {
    found.push(monthsNamed(word).flatMap((month) => real(year, month, day)));
  }
  for (const [, first = '', left, middle = '', right, last = ''] of text.matchAll(separated)) {
    if (left !== right) continue;
    found.push(inAnyOrder(first, middle, last));
  }
  for (const [, year = '', middle = '', rest = ''] of text.matchAll(unparted)) {
    found.push([
      ...real(year, Number(middle), rest),
      ...inAnyOrder(year.slice(0, 2), year.slice(2), middle + rest),
    ]);
  }
  return kept(found);
}

/** Day first, month first, year first: whichever of them is a day. */
function inAnyOrder(first: string, middle: string, last: string): string[] {
  if (first.length === 4) return real(first, Number(middle), last);
  return [
    ...real(last, Number(middle), first),
    ...real(last, Number(first), middle),
    ...(last.length === 2 && first.length === 2 ? real(first, Number(middle), last) : []),
  ];
}

function real(year: string, month: number, day: string): string[] {
  return yearsOf(year).flatMap((full) => {
    const text = realDay(String(full), month, day);
    return text === null ? [] : [text];
  });
}

function yearsOf(text: string): number[] {
  const year = Number(text);
  if (text.length === 2) return [1900 + year, 2000 + year];
  // Spain prints 01 01 9999 on a card that never expires.
  if (year === 9999) return [year];
  if (year >= buddhistFrom && year < 2600) return [year - buddhistYears];
  return year >= 1900 && year < 2200 ? [year] : [];
}

function kept(found: readonly (readonly string[])[]): string[][] {
  return found.filter((readings) => readings.length > 0).map(unique);
}

function unique<Value>(values: readonly Value[]): Value[] {
  return Array.from(new Set(values));
}
