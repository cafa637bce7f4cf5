import { alpha3, isKnownState, namesOfState } from '../../countries/states';
import { foldNamePlainly } from '../../names/fold-name';
import { isCertain, type PrintedLine, type PrintVerdict } from './printed-line';

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
  if (lines.some((line) => namedIn(line).includes(sought))) return 'agrees';
  const names = namesOfState(sought).map(foldNamePlainly);
  const says = (line: PrintedLine): boolean => {
    const text = ` ${foldNamePlainly(line.text)} `;
    return names.some((name) => text.includes(` ${name} `));
  };
  if (lines.some(says)) return 'agrees';
  return labelled.some((line) => isCertain(line) && namedIn(line).length > 0)
    ? 'differs'
    : 'unseen';
}

/** The codes that stand in a line as words of their own. */
function namedIn({ text }: PrintedLine): string[] {
  return text
    .split(/[^A-Z]+/)
    .filter((word) => word.length === 3 && isKnownState(word))
    .map(alpha3);
}
