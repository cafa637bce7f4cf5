import { ratio } from 'fuzzball';
import type { ExtractedData } from '../extracted-data';
import { namesRead } from '../../names/cut-names';
import { foldName, nameFoldings } from '../../names/fold-name';
import { lookAlike, plainDifferences } from './look-alikes';
import { isCertain, isPlain, type PrintedLine, type PrintVerdict } from './printed-line';

export type ReadNames = Pick<ExtractedData, 'last_name' | 'first_name' | 'document_type'>;

/** From here on another word is this one written otherwise rather than one of its own. */
const alikeFrom = 70;
/** Of three letters two are soon the same. */
const shortestAlike = 4;

/** The folded readings of a line: each a list of words. */
interface FoldedLine {
  readonly line: PrintedLine;
  readonly readings: readonly (readonly string[])[];
}

/**
 * The holder's names. They carry no check digit: the print is all that holds them. Each part has to stand in
 * it from word to word, as a whole or (where a name was broken over lines) word by word. A part `differs`
 * where the print labels another, or has one in its place that is nearly the same.
 */
export function compareNames(
  read: ReadNames,
  lines: readonly PrintedLine[],
  labelled: {
    readonly last: readonly PrintedLine[];
    readonly first: readonly PrintedLine[];
  },
): PrintVerdict {
  const folded = lines.map(foldedLine);
  const { last, first, mayBeCut } = namesRead(read);
  const verdicts = [
    { part: foldName(last), own: labelled.last },
    { part: foldName(first), own: labelled.first },
  ]
    .filter(({ part }) => part !== '')
    .map(({ part, own }) => {
      const isCut = mayBeCut(part.split(' ').at(-1) ?? '');
      return comparePart(part, folded, own, isCut);
    });
  if (verdicts.length === 0) return 'unseen';
  if (verdicts.every((verdict) => verdict === 'agrees')) return 'agrees';
  return verdicts.includes('differs') ? 'differs' : 'unseen';
}

function comparePart(
  part: string,
  lines: readonly FoldedLine[],
  labelled: readonly PrintedLine[],
  isCut: boolean,
): PrintVerdict {
  if (lines.some((line) => stands(part, line, isCut))) return 'agrees';
  const words = part.split(' ');
  if (
    words.length > 1 &&
    words.every((word, index) =>
      lines.some((line) => stands(word, line, isCut && index === words.length - 1)),
    )
  ) {
    return 'agrees';
  }
  const squeezed = part.replaceAll(' ', '');
  const isRival = ({ line, readings }: FoldedLine): boolean => {
    if (!isPlain(line) || /\d/.test(line.text)) return false;
    const texts = readings.map((reading) => reading.join(''));
    // What a misread letter explains is no other name, and not this one either; nor is a part of it.
    if (texts.some((text) => squeezed.includes(text) || isMisread(squeezed, text))) return false;
    return (
      labelled.includes(line) ||
      (squeezed.length >= shortestAlike &&
        texts.some((text) => ratio(squeezed, text, { full_process: false }) >= alikeFrom))
    );
  };
  return lines.some(isRival) ? 'differs' : 'unseen';
}

/** From the beginning of one word of the line to the end of one. */
function stands(part: string, { line, readings }: FoldedLine, isCut: boolean): boolean {
  const sought = part.replaceAll(' ', '');
  const certain = isCertain(line);
  const isSame = (text: string): boolean =>
    text === sought ||
    (isCut && text.startsWith(sought)) ||
    (!certain && text.length === sought.length && isNearly(sought, text));
  return readings.some((words) =>
    words.some((_, from) =>
      words.slice(from).some((_word, more) => isSame(words.slice(from, from + more + 1).join(''))),
    ),
  );
}

/** One letter in four, and only for one that looks like it. */
function isNearly(a: string, b: string): boolean {
  const other = Array.from(a).filter((letter, index) => letter !== b.charAt(index)).length;
  return plainDifferences(a, b) === 0 && other <= a.length / 4;
}

function isMisread(a: string, b: string): boolean {
  return (
    a.length === b.length && Array.from(a).every((letter, at) => lookAlike(letter, b.charAt(at)))
  );
}

function foldedLine(line: PrintedLine): FoldedLine {
  // A label that runs into its value: `SurnameSMITH`.
  const parted = line.text.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  return {
    line,
    readings: nameFoldings(parted).map((text) => text.split(' ').filter((word) => word !== '')),
  };
}
