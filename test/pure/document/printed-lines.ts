import type { PrintedLine } from '../../../shared/domain/checks/print/printed-line';

/** Lines of print one above the other, read with certainty unless a place is named as doubtful. */
export function printedLines(...texts: readonly string[]): PrintedLine[] {
  return texts.map((text, index) => ({
    text,
    certainties: Array.from(text, () => 0.99),
    left: 100,
    width: text.length * 12,
    down: 100 + index * 40,
    height: 40,
  }));
}

/** The same line, with one character that was hardly read. */
export function doubtfulAt(line: PrintedLine, place: number): PrintedLine {
  return {
    ...line,
    certainties: line.certainties.map((certainty, at) => (at === place ? 0.6 : certainty)),
  };
}
