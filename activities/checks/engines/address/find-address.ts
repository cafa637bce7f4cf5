import anyAscii from 'any-ascii';
import { ratio } from 'fuzzball';
import { stateSaid } from '../../../../shared/domain/countries/state-said';

/** An address is written on so many rows at most, the name above it not counted. */
const rowsTogether = 5;
const wordAlike = 80;

/** As bills abbreviate them; both sides are brought to the short form. */
const abbreviations: Readonly<Record<string, string>> = {
  STREET: 'ST',
  STRASSE: 'STR',
  ROAD: 'RD',
  AVENUE: 'AVE',
  BOULEVARD: 'BLVD',
  DRIVE: 'DR',
  LANE: 'LN',
  COURT: 'CT',
  PLACE: 'PL',
  SQUARE: 'SQ',
  APARTMENT: 'APT',
  SAINT: 'ST',
};

export interface AddressMatch {
  /** Of the words, the share that stands in the print, 0–1. */
  readonly words: number;
  /** House number and postal code are all there. */
  readonly numbers: boolean;
}

/** The stated address in the rows where most of it stands, one below the other. */
export function addressInPrint(address: string, rows: readonly string[]): AddressMatch {
  const sought = tokens(withoutCountry(address).address);
  const houses = houseNumbers(sought);
  const words = sought.filter((token) => !/\d/.test(token) && token.length > 1);
  const numbers = sought.filter((token) => /\d/.test(token));
  let best: AddressMatch = { words: 0, numbers: false };
  for (let start = 0; start < rows.length; start += 1) {
    const window = rows.slice(start, start + rowsTogether);
    const lines = window.map(tokens);
    const printed = lines.flat();
    const found = words.filter((word) => printed.some((other) => isAlike(word, other)));
    const match = {
      words: words.length === 0 ? 1 : found.length / words.length,
      numbers:
        numbers.every((number) => holds(printed, number)) &&
        houses.every((house) => lines.some((line) => standsAt(line, house))),
    };
    if (Number(match.numbers) + match.words > Number(best.numbers) + best.words) best = match;
  }
  return best;
}

/** Its state, where the last part of an address names one: bills at home leave it out. */
export function withoutCountry(address: string): {
  readonly address: string;
  readonly country: string | null;
} {
  const at = address.lastIndexOf(',');
  const last = at === -1 ? '' : address.slice(at + 1).trim();
  const country = last === '' ? null : stateSaid(last);
  // SINGAPORE 12345 behind a comma is no state alone; a city of a state's name is left out harmlessly.
  return country === null ? { address, country } : { address: address.slice(0, at), country };
}

interface HouseNumber {
  readonly number: string;
  /** Words of its street: beside one of them it is a house number, elsewhere any number. */
  readonly beside: readonly string[];
}

/** Further apart on one row they belong to different things. */
const tokensApart = 3;
/** Stand before any number. */
const numberWords = new Set(
  'NO NR N NUM NUMBER NUMERO HAUS HOUSE APT UNIT FLAT FLOOR ETAGE'.split(' '),
);

/** The numbers of an address that are written beside a word: house numbers and short postal codes. */
function houseNumbers(sought: readonly string[]): readonly HouseNumber[] {
  const isWord = (token: string | undefined): token is string =>
    token !== undefined && !/\d/.test(token) && token.length > 1 && !numberWords.has(token);
  return sought.flatMap((number, at) => {
    if (!/^\d{1,4}[A-Z]?$/.test(number)) return [];
    const before = sought.slice(Math.max(0, at - 2), at);
    const beside = (at === 0 ? sought.slice(1, 3) : before).filter(isWord);
    // A flat's number stands beside the house's, and may be printed on a row of its own.
    return beside.length === 0 || /\d/.test(before.at(-1) ?? '') ? [] : [{ number, beside }];
  });
}

function standsAt(line: readonly string[], { number, beside }: HouseNumber): boolean {
  return line.some((token, at) => {
    const near = line.slice(Math.max(0, at - tokensApart), at + tokensApart + 1);
    if (token === number) return beside.some((word) => near.some((other) => isAlike(word, other)));
    // Run together with its street: LINDENLAAN27B.
    const street = token.endsWith(number) ? token.slice(0, -number.length) : '';
    return street !== '' && beside.some((word) => isAlike(word, street));
  });
}

function isAlike(word: string, printed: string): boolean {
  if (word.length < 4) return word === printed;
  // Run together with its neighbour: KERKSTRAAT12, NIEUWSTADTNL.
  return (
    ratio(word, printed, { full_process: false }) >= wordAlike ||
    (word.length >= 6 && printed.includes(word))
  );
}

/** Postal codes are written with and without their space: 1234 AB, 1234AB. */
function holds(printed: readonly string[], number: string): boolean {
  return printed.some((token, index) => {
    const next = printed[index + 1] ?? '';
    const previous = printed[index - 1] ?? '';
    const endsWord = new RegExp(`^[A-Z]{4,}${number}$`);
    const isPart = /[A-Z]/.test(number) && number.length > 2;
    return (
      token === number ||
      token + next === number ||
      previous + token === number ||
      endsWord.test(token) ||
      (isPart && (token.startsWith(number) || token.endsWith(number)))
    );
  });
}

/** Capitals and digits; `4-b` is `4B` and `1234 AB` is `1234AB` to everyone who delivers there. */
function tokens(text: string): string[] {
  // The ordinal of a floor: 2ºB, 2.º B.
  return anyAscii(text.replaceAll(/(\d)\s*\.?\s*[ºª°]\s*/g, '$1 '))
    .toUpperCase()
    .replaceAll(/(\d)[-/ ]([A-Z])(?![A-Z0-9])/g, '$1$2')
    .replaceAll(/\b(\d{4}) ([A-Z]{2})\b/g, '$1$2')
    .split(/[^A-Z0-9]+/)
    .filter((token) => token !== '')
    .flatMap((token) => {
      const german = /^([A-Z]{3,})STRASSE$/.exec(token);
      return german === null ? [abbreviations[token] ?? token] : [`${german[1] ?? ''}STR`];
    });
}
