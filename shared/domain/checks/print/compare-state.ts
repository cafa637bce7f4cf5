import { alpha3, isKnownState, namesOfState } from '../../countries/states';
import { foldNamePlainly } from '../../names/fold-name';
import { isPlain, type PrintedLine, type PrintVerdict } from './printed-line';

/**
 * A state, by its code or by its name in a language that documents are printed in. Another state's name may
 * be a place of birth: only what the print labels as this field is held against it.
 */
export function compareState(
  state: string,
  lines: readonly PrintedLine[],
  labelled: readonly PrintedLine[],
): PrintVerdict {
  const sought = alpha3(state);
  if (sought === '') return 'unseen';
  const own = labelled.filter((line) => isPlain(line) && namedIn(line).length > 0);
  if (own.length > 0) {
    return own.some((line) => namedIn(line).includes(sought)) ? 'agrees' : 'differs';
  }
  const names = namesOfState(sought).map(foldNamePlainly);
  const says = (line: PrintedLine): boolean => {
    const text = ` ${foldNamePlainly(line.text)} `;
    return namedIn(line).includes(sought) || names.some((name) => text.includes(` ${name} `));
  };
  return lines.some(says) ? 'agrees' : 'unseen';
}

/** The codes that stand in a line as words of their own. */
function namedIn({ text }: PrintedLine): string[] {
  return text
    .split(/[^A-Z]+/)
    .filter((word) => word.length === 3 && isKnownState(word))
    .map(alpha3);
}
