import type { DocumentFields } from '../mrz/parse-mrz';
import { plainDifferences } from './look-alikes';
import { printedDays } from './printed-days';

/** Whether a field stands in print, stands there differently, or cannot be told. */
export type PrintVerdict = 'agrees' | 'differs' | 'unseen';

export interface PrintComparison {
  readonly number: PrintVerdict;
  readonly birth: PrintVerdict;
}

/** Shorter ones stand in any text by chance. */
const shortestNumber = 5;
/** A document prints birth, issue and expiry: when three days were read, birth is among them. */
const daysPrinted = 3;

/**
 * Read fields against a page's printed lines. Only a value of the same kind that is plainly another
 * one `differs`: print that was not found may only have been missed, and a difference between
 * look-alikes only been misread.
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
  const sought = bare(number.toUpperCase());
  if (sought.length < shortestNumber) return 'unseen';
  if (lines.some((line) => stands(sought, bare(line)))) return 'agrees';
  const rival = lines
    .filter((line) => printedDays([line]).length === 0)
    .map(bare)
    .some(
      (line) =>
        line.length === sought.length &&
        /\d.*\d.*\d.*\d/.test(line) &&
        // Another kind of number (a person's, a form's) shares hardly a character.
        plainDifferences(line, sought) <= sought.length / 2,
    );
  return rival ? 'differs' : 'unseen';
}

/** Without its hyphens and points: each issuer prints its own. */
function bare(text: string): string {
  return text.replaceAll(/[^A-Z0-9]/g, '');
}

/** Anywhere in the line: a label may run into the value. */
function stands(sought: string, line: string): boolean {
  for (let from = 0; from + sought.length <= line.length; from += 1) {
    if (plainDifferences(sought, line.slice(from, from + sought.length)) === 0) return true;
  }
  return false;
}

function birthVerdict(birth: string | null, lines: readonly string[]): PrintVerdict {
  if (birth === null) return 'unseen';
  const dated = lines.map((line) => printedDays([line])).filter((days) => days.length > 0);
  const days = dated.flat();
  if (days.includes(birth)) return 'agrees';
  // Counted by line: one line may name two days, when it could be either way round.
  if (dated.length < daysPrinted) return 'unseen';
  return days.some((day) => plainDifferences(day, birth) === 0) ? 'unseen' : 'differs';
}
