import { namesField } from './labelled-lines';
import { isPlain, type PrintedLine, type PrintVerdict } from './printed-line';

export type ReadSex = 'male' | 'female' | 'unspecified';

/** 9303-4 §4.1.1: F, M or X; behind a stroke where the issuer prints its own letter first (`V/F`, `K/F`). */
const letter = /^(?:[A-Z\u00C0-\u017D]\s?[/-]\s?)?([FMX])$/;
const letters: Readonly<Record<string, ReadSex>> = { F: 'female', M: 'male', X: 'unspecified' };
/** `M` is a woman (mujer) where the man is `H`. */
const writesMujer: readonly string[] = ['MEX'];

/** What a line says of the sex by itself. */
export function printedSex(text: string): ReadSex | undefined {
  const [, found] = letter.exec(text.trim().toUpperCase()) ?? [];
  return found === undefined ? undefined : letters[found];
}

/** `15 SEX: F`: label and letter in one line. */
function besideLabel(line: PrintedLine): ReadSex | undefined {
  const [, label, found = ''] = /^(.+?)[\s:.]+([FMX])$/.exec(line.text.trim().toUpperCase()) ?? [];
  if (label === undefined || !namesField({ ...line, text: label }, 'gender')) return undefined;
  return letters[found];
}

/** A letter by itself is all that a document prints: what is no such letter says nothing. */
export function compareSex(
  { gender, issuer }: { readonly gender: ReadSex; readonly issuer: string },
  lines: readonly PrintedLine[],
  labelled: readonly PrintedLine[],
): PrintVerdict {
  if (writesMujer.includes(issuer)) return 'unseen';
  const printed = lines.flatMap((line) => {
    const sex = printedSex(line.text) ?? besideLabel(line);
    return sex === undefined ? [] : [{ line, sex }];
  });
  if (printed.some(({ sex }) => sex === gender)) return 'agrees';
  // Nothing else says which of the letters on a page is the sex.
  const isRival = printed.some(
    ({ line }) => isPlain(line) && (labelled.includes(line) || besideLabel(line) !== undefined),
  );
  return isRival ? 'differs' : 'unseen';
}
