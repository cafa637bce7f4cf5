import type { PrintedLine } from '../../../../../shared/domain/checks/print/printed-line';
import { directingBox } from '../ocr/line-direction';
import { boxQuad, type TextBox } from '../ocr/text-boxes';
import type { PageLook } from '../page/page-looks';
import { findSex } from './find-sex';
import { isLetter, readLetter } from './read-letter';
import type { VisualZoneReader } from './visual-zone-reader';

/** A page has some twenty lines of print; a form full of text is not worth the time. */
const maximumLines = 32;
const minimumCertainty = 0.85;
/** Machine-readable lines are longer than any printed field. */
const longestAspect = 16;
/** A single letter, such as the sex, is about as wide as it is high. */
const shortestAspect = 0.6;
/** Lower print is guessed at rather than read: it gave numbers that plainly differed. */
const minimumHeightPx = 16;

/** A title is some twice as tall as the values; what is taller was taken for text, as portraits are. */
const tallestOfUsual = 4;

/** The printed lines of an upright page that were read with some certainty, from the tallest on. */
export async function readVisualZone(
  { picture, boxes }: PageLook,
  reader: VisualZoneReader,
  signal: AbortSignal | undefined,
): Promise<readonly PrintedLine[]> {
  const angle = directingBox(boxes)?.angle;
  if (angle === undefined) return [];
  const heights = boxes.map(({ height }) => height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const tallest = boxes
    .filter(
      ({ width, height }) => width / height > shortestAspect && width / height < longestAspect,
    )
    .filter((box) => box.height >= minimumHeightPx && box.height <= usual * tallestOfUsual)
    // Values are printed larger than their labels.
    .sort((a, b) => b.height - a.height)
    .slice(0, maximumLines);
  const lines: PrintedLine[] = [];
  for (const box of tallest) {
    signal?.throwIfAborted();
    const { text, certainties } = isLetter(box)
      ? await readLetter(picture, { ...box, angle }, reader)
      : await reader.recogniser.read(picture, boxQuad(box, false), reader.alphabet);
    const sum = certainties.reduce((total, value) => total + value, 0);
    if (sum / Math.max(1, certainties.length) < minimumCertainty || text.trim() === '') continue;
    lines.push({ text, certainties, ...placeOf(box, angle) });
  }
  return [...lines, ...(await findSex(lines, { picture, angle }, reader, signal))];
}

/** A box's place as one who reads the page would tell it: along its lines, and down from one to the next. */
function placeOf(
  { centre: { x, y }, width, height }: TextBox,
  angle: number,
): Pick<PrintedLine, 'left' | 'width' | 'down' | 'height'> {
  return {
    left: x * Math.cos(angle) + y * Math.sin(angle) - width / 2,
    width,
    down: y * Math.cos(angle) - x * Math.sin(angle),
    height,
  };
}
