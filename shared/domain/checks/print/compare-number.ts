import { isTwin, lookAlike, plainDifferences } from './look-alikes';
import { printedDays } from './printed-days';
import { certainFrom, isPlain, type PrintedLine, type PrintVerdict } from './printed-line';

/** Shorter ones stand in any text by chance. */
const shortestNumber = 5;

interface BareLine {
  readonly text: string;
  readonly certainties: readonly number[];
  /** Whether a word may begin before the character, or end there. */
  readonly edges: readonly boolean[];
}

/**
 * The document's number. It `agrees` where it stands in print from edge to edge, character by character:
 * another one may stand in its place only where the print was read without certainty, or where no
 * recogniser tells the two apart. It `differs` where a number of its length shares half of it, or where the
 * print labels another one.
 */
export function compareNumber(
  number: string,
  lines: readonly PrintedLine[],
  labelled: readonly PrintedLine[],
): PrintVerdict {
  const sought = number.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (sought.length < shortestNumber) return 'unseen';
  if (lines.some((line) => stands(sought, bare(line)))) return 'agrees';
  const numbers = lines
    .filter((line) => isPlain(line) && printedDays([line]).length === 0)
    .map((line) => ({ line, text: bare(line).text }))
    .filter(({ text }) => /\d.*\d.*\d.*\d/.test(text));
  const isRival = ({ line, text }: (typeof numbers)[number]): boolean => {
    if (text.length === sought.length) {
      const plain = plainDifferences(text, sought);
      // Another kind of number (a person's, a form's) shares hardly a character.
      return plain > 0 && (plain <= sought.length / 2 || labelled.includes(line));
    }
    return labelled.includes(line) && !text.includes(sought) && !sought.includes(text);
  };
  return numbers.some(isRival) ? 'differs' : 'unseen';
}

/** Without hyphens, points and spaces: each issuer prints its own. */
function bare({ text, certainties }: PrintedLine): BareLine {
  const kept: { character: string; certainty: number; edge: boolean }[] = [];
  let edge = true;
  let previous = '';
  Array.from(text).forEach((character, index) => {
    const capital = character.toUpperCase();
    if (/^[A-Z0-9]$/.test(capital)) {
      // A label that runs into its value: `Passport No123`, `DLNK123`.
      const turns = /\p{Ll}/u.test(previous) && !/\p{Ll}/u.test(character);
      kept.push({ character: capital, certainty: certainties[index] ?? 0, edge: edge || turns });
      edge = false;
    } else edge = true;
    previous = character;
  });
  return {
    text: kept.map(({ character }) => character).join(''),
    certainties: kept.map(({ certainty }) => certainty),
    edges: [...kept.map((each) => each.edge), true],
  };
}

function stands(sought: string, { text, certainties, edges }: BareLine): boolean {
  for (let from = 0; from + sought.length <= text.length; from += 1) {
    const begins = edges[from] === true || endsInLabel(text.slice(0, from));
    if (!begins || edges[from + sought.length] !== true) continue;
    const isSame = Array.from(sought).every((character, index) => {
      const printed = text.charAt(from + index);
      return (certainties[from + index] ?? 0) >= certainFrom
        ? isTwin(character, printed)
        : lookAlike(character, printed);
    });
    if (isSame) return true;
  }
  return false;
}

function endsInLabel(text: string): boolean {
  return /(?:NO|NR|NUMBER|DLN|NUM)$/.test(text);
}
