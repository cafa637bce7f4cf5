import type { DocumentFields } from '../mrz/parse-mrz';
import { printedDays } from './printed-days';

/** Whether a field stands in print, stands there differently, or cannot be told. */
export type PrintVerdict = 'agrees' | 'differs' | 'unseen';

export interface PrintComparison {
  readonly number: PrintVerdict;
  readonly birth: PrintVerdict;
}

/** Shapes that a recogniser takes for each other: a difference of these proves nothing. */
const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  T: '1',
  J: '1',
  S: '5',
  Z: '2',
  B: '8',
  G: '6',
  C: '0',
};

function shape(text: string): string {
  return Array.from(text, (character) => lookAlikes[character] ?? character).join('');
}

/**
 * Read fields against a page's printed lines. Only a value of the same kind that is plainly another
 * one `differs`: print that was not found may only have been missed.
 */
export function compareWithPrint(
  fields: Pick<DocumentFields, 'document_number' | 'date_of_birth'>,
  lines: readonly string[],
): PrintComparison {
  return {
    number: numberVerdict(fields.document_number, lines),
    birth: birthVerdict(fields.date_of_birth, lines),
  };
}

function numberVerdict(number: string, lines: readonly string[]): PrintVerdict {
  const sought = number.replaceAll(/[^A-Z0-9]/g, '');
  if (sought.length < 5) return 'unseen';
  if (lines.some((line) => shape(line).includes(shape(sought)))) return 'agrees';
  const rival = lines.some(
    (line) =>
      line.length === sought.length &&
      /\d.*\d.*\d.*\d/.test(line) &&
      printedDays([line]).length === 0 &&
      differing(shape(line), shape(sought)) <= sought.length / 2,
  );
  return rival ? 'differs' : 'unseen';
}

/** A document prints birth, issue and expiry: when three days were read, birth is among them. */
function birthVerdict(birth: string | null, lines: readonly string[]): PrintVerdict {
  if (birth === null) return 'unseen';
  const days = new Set(printedDays(lines));
  if (days.has(birth)) return 'agrees';
  return days.size >= 3 ? 'differs' : 'unseen';
}

function differing(a: string, b: string): number {
  return Array.from(a).filter((character, index) => character !== b[index]).length;
}
