import { allCheckDigitsRight, parseMrz, type ParsedMrz } from './parse-mrz';
import {
  fieldSpans,
  formatOfLines,
  mrzLayouts,
  textOf,
  type MrzFieldSpan,
  type MrzLayout,
} from './mrz-format';

/** One line as the recogniser saw it: a certainty for every character. */
export interface RecognisedLine {
  readonly text: string;
  /** 0–1, as long as the text. */
  readonly certainties: readonly number[];
}

/** A reading, and the other readings of its document number that the check digits allow. */
export interface ReadMrz extends ParsedMrz {
  readonly lines: readonly string[];
  /**
   * 0–1: of the characters that check digits cover, the one read with the least certainty; without the
   * number's, whose other readings are listed.
   */
  readonly checkedCertainty: number;
  readonly alternatives: readonly AlternativeMrz[];
}

export interface AlternativeMrz extends ParsedMrz {
  readonly lines: readonly string[];
}

const digitByLetter: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  U: '0',
  I: '1',
  L: '1',
  J: '1',
  Z: '2',
  A: '4',
  S: '5',
  G: '6',
  T: '7',
  B: '8',
};
const letterByDigit: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '2': 'Z',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};
/** No recogniser tells these apart in OCR-B, however certain it is. */
const twins: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };
/** Tried one at a time, and only against a doubtful character. */
const lookAlikes: readonly string[] = [
  'O0QDU',
  'I1LJT',
  'Z27',
  'S58',
  'G6',
  'B83',
  'A4',
  'UV',
  'CG',
  'MNW',
];
const doubtBelow = 0.95;
const maximumTwins = 6;

/**
 * Makes one reading out of recognised lines. A position that admits only letters or only digits
 * settles its look-alike by itself; in the document number both may stand, and a check digit alone
 * does not prove a choice (J and T, 6 and G, 1 and L weigh the same modulo 10). So nothing is
 * replaced here: what else the number may be is listed, and the visual zone has to decide.
 */
export function readMrz(recognised: readonly RecognisedLine[], today: string): ReadMrz | undefined {
  const format = formatOfLines(recognised.map((line) => line.text));
  if (format === undefined) return undefined;
  const layout = mrzLayouts[format];
  const lines = settleByPosition(
    recognised.map((line) => line.text),
    layout,
  );
  const parsed = parseMrz(lines, today);
  if (parsed === undefined) return undefined;
  const span = layout.documentNumber;
  const number = textOf(lines, span);
  const others = allCheckDigitsRight(parsed.checkDigits)
    ? doubtful(number, recognised, span)
    : [...doubtful(number, recognised, span), ...twinned(number)];
  const alternatives = Array.from(new Set(others)).flatMap((other) => {
    const changed = lines.map((line, index) =>
      index === span.line ? line.slice(0, span.start) + other + line.slice(span.end) : line,
    );
    const reading = parseMrz(changed, today);
    return reading !== undefined && allCheckDigitsRight(reading.checkDigits)
      ? [{ ...reading, lines: changed }]
      : [];
  });
  return { ...parsed, lines, checkedCertainty: checkedCertainty(recognised, layout), alternatives };
}

/** Fillers are left out: those that `fitLength` put in are nobody's reading. */
function checkedCertainty(recognised: readonly RecognisedLine[], layout: MrzLayout): number {
  const number = layout.documentNumber;
  const certainties = [...layout.compositeOver, layout.compositeCheck].flatMap((span) =>
    Array.from({ length: span.end - span.start }, (_, index) => span.start + index)
      .filter((at) => span.line !== number.line || at < number.start || at >= number.end)
      .filter((position) => recognised[span.line]?.text.charAt(position) !== '<')
      .map((position) => recognised[span.line]?.certainties[position] ?? 0),
  );
  return Math.min(1, ...certainties);
}

function settleByPosition(lines: readonly string[], layout: MrzLayout): string[] {
  const settled = lines.map((line) => Array.from(line));
  for (const span of fieldSpans(layout)) {
    if (span.kind === 'any') continue;
    const table = span.kind === 'digit' ? digitByLetter : letterByDigit;
    const line = settled[span.line] ?? [];
    for (let position = span.start; position < span.end; position += 1) {
      const seen = line[position] ?? '<';
      line[position] = table[seen] ?? seen;
    }
  }
  return settled.map((line) => line.join(''));
}

/** Every way to exchange O with 0 and I with 1. */
function twinned(number: string): string[] {
  const places = Array.from(number.matchAll(/[O0I1]/g), (match) => match.index);
  if (places.length > maximumTwins) return [];
  return Array.from({ length: 2 ** places.length - 1 }, (_, choice) =>
    places.reduce(
      (text, place, bit) =>
        ((choice + 1) >> bit) & 1 ? replaceAt(text, place, twins[text.charAt(place)] ?? '<') : text,
      number,
    ),
  );
}

/** Every exchange of one doubtful character for one that looks like it. */
function doubtful(
  number: string,
  recognised: readonly RecognisedLine[],
  span: MrzFieldSpan,
): string[] {
  return Array.from(number).flatMap((character, index) => {
    const certainty = recognised[span.line]?.certainties[span.start + index] ?? 1;
    if (certainty >= doubtBelow) return [];
    const alike = new Set(lookAlikes.filter((group) => group.includes(character)).join(''));
    alike.delete(character);
    return Array.from(alike, (other) => replaceAt(number, index, other));
  });
}

function replaceAt(text: string, position: number, by: string): string {
  return text.slice(0, position) + by + text.slice(position + 1);
}
