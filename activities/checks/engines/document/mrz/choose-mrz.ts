import { fitLength } from './fit-length';
import { mrzFormats, mrzLayouts } from './mrz-format';
import { allCheckDigitsRight } from './parse-mrz';
import { readMrz, type ReadMrz, type RecognisedLine } from './repair-mrz';

export interface ChosenMrz extends ReadMrz {
  /** Which of the given lines it was made of. */
  readonly from: number;
}

/**
 * Among lines in reading order, the neighbouring two or three that make the best machine-readable
 * zone: all check digits first, then as many as possible.
 */
export function chooseMrz(lines: readonly RecognisedLine[], today: string): ChosenMrz | undefined {
  let best: ChosenMrz | undefined;
  for (const format of mrzFormats) {
    const layout = mrzLayouts[format];
    for (let from = 0; from + layout.lines <= lines.length; from += 1) {
      const fitted = lines
        .slice(from, from + layout.lines)
        .map((line) => fitLength(line, layout.length))
        .filter((line) => line !== undefined);
      if (fitted.length < layout.lines) continue;
      const read = readMrz(fitted, today);
      if (read === undefined || !isZone(read)) continue;
      if (best === undefined || worth(read) > worth(best)) {
        best = { ...read, from };
      }
    }
  }
  return best;
}

/**
 * Other long lines have no two fillers in a row. A zone may have none either: a primary identifier of 39
 * letters beside a full personal number. Its check digits are what tells it then.
 */
function isZone(read: ReadMrz): boolean {
  return read.lines.some((line) => line.includes('<<')) || allCheckDigitsRight(read.checkDigits);
}

function worth(read: ReadMrz): number {
  const right = Object.values(read.checkDigits).filter(Boolean).length;
  const plausible = /^[PIACVDR][A-Z<]/.test(read.lines[0] ?? '') ? 1 : 0;
  return (allCheckDigitsRight(read.checkDigits) ? 100 : 0) + right + plausible;
}
