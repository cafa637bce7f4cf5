import { printedSex } from '../../../../../shared/domain/checks/print/compare-sex';
import { isBelow, namesField } from '../../../../../shared/domain/checks/print/labelled-lines';
import { isPlain, type PrintedLine } from '../../../../../shared/domain/checks/print/printed-line';
import type { Raster } from '../../../../../shared/images/raster';
import type { VisualZoneReader } from './visual-zone-reader';
import { readLetter } from './read-letter';

/** How tall a value is beside its label. */
const valueHeight = 1.05;
/** Where the value's middle lies, in heights of the label: along from its left edge, and down from its middle. */
const below = [
  { along: 1.2, down: 1.1 },
  { along: 1.2, down: 0.95 },
  { along: 1.2, down: 1.25 },
] as const;
/** From the label's right edge. */
const beside = { along: 1.1, down: 0 } as const;

/**
 * The letters of the sex that the text finder passed over, as it does with single characters: looked for where
 * they would stand, below their label or beside it. Only what is plainly such a letter is an answer.
 */
export async function findSex(
  lines: readonly PrintedLine[],
  { picture, angle }: { readonly picture: Raster; readonly angle: number },
  reader: VisualZoneReader,
  signal: AbortSignal | undefined,
): Promise<readonly PrintedLine[]> {
  const found: PrintedLine[] = [];
  for (const label of lines.filter((line) => namesField(line, 'gender'))) {
    if (lines.some((line) => isBelow(line, label) && printedSex(line.text) !== undefined)) continue;
    const places = [
      ...below.map(({ along, down }) => ({ left: label.left + along * label.height, down })),
      { left: label.left + label.width + beside.along * label.height, down: beside.down },
    ];
    for (const { left, down } of places) {
      signal?.throwIfAborted();
      const middle = label.down + down * label.height;
      const letter = {
        centre: {
          x: left * Math.cos(angle) - middle * Math.sin(angle),
          y: left * Math.sin(angle) + middle * Math.cos(angle),
        },
        height: label.height * valueHeight,
        angle,
      };
      const { text, certainties } = await readLetter(picture, letter, reader);
      // As if it stood below: that is where the values of labels are looked for.
      const line: PrintedLine = {
        text,
        certainties,
        left: label.left,
        width: letter.height,
        down: label.down + label.height,
        height: letter.height,
      };
      if (printedSex(text) === undefined || !isPlain(line)) continue;
      found.push(line);
      break;
    }
  }
  return found;
}
