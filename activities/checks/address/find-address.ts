import anyAscii from 'any-ascii';
import { ratio } from 'fuzzball';

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
  const sought = tokens(address);
  const words = sought.filter((token) => !/\d/.test(token) && token.length > 1);
  const numbers = sought.filter((token) => /\d/.test(token));
  let best: AddressMatch = { words: 0, numbers: false };
  for (let start = 0; start < rows.length; start += 1) {
    const window = rows.slice(start, start + rowsTogether);
    const printed = window.flatMap(tokens);
    const found = words.filter((word) => printed.some((other) => isAlike(word, other)));
    const match = {
      words: words.length === 0 ? 1 : found.length / words.length,
      numbers: numbers.every((number) => holds(printed, number)),
    };
    if (Number(match.numbers) + match.words > Number(best.numbers) + best.words) best = match;
  }
  return best;
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
  return anyAscii(text)
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
