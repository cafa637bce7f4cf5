import type { Raster } from '../../../../shared/images/raster';
import type { Alphabet } from '../ocr/ctc-decode';
import type { LineRecogniser } from '../ocr/line-recogniser';
import { alongside, boxQuad, type TextBox } from '../ocr/text-boxes';

/** A page has some twenty lines of print; a form full of text is not worth the time. */
const maximumLines = 28;
const minimumCertainty = 0.9;
/** Machine-readable lines are longer than any printed field. */
const longestAspect = 16;

interface VisualZoneReader {
  readonly recogniser: LineRecogniser;
  readonly alphabet: Alphabet;
}

/** Lower print is guessed at rather than read: it gave numbers that plainly differed. */
const minimumHeightPx = 16;
/** Which way up the page lies is told by lines that are long enough to be one or the other. */
const directionAspect = 4;
const directionLines = 5;
/** Nearer than this the two ways are not told apart, and no line is worth anything. */
const leastLead = 0.1;

/** The printed lines of a page that were read with certainty: capitals, digits and `./-`. */
export async function readVisualZone(
  picture: Raster,
  boxes: readonly TextBox[],
  { recogniser, alphabet }: VisualZoneReader,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const [widest] = boxes.toSorted((a, b) => b.width - a.width);
  if (widest === undefined) return [];
  const tallest = boxes
    .filter((box) => box.width / box.height > 1.2 && box.width / box.height < longestAspect)
    .filter((box) => box.height >= minimumHeightPx)
    // Values are printed larger than their labels.
    .sort((a, b) => b.height - a.height)
    .slice(0, maximumLines)
    .map((box) => alongside(box, widest));
  const read = async (box: TextBox, upsideDown: boolean): Promise<[string, number]> => {
    signal?.throwIfAborted();
    const line = await recogniser.read(picture, boxQuad(box, upsideDown), alphabet);
    const sum = line.certainties.reduce((total, value) => total + value, 0);
    return [line.text.replaceAll('<', ''), sum / Math.max(1, line.certainties.length)];
  };
  const telling = tallest
    .filter((box) => box.width / box.height >= directionAspect)
    .slice(0, directionLines);
  let lead = 0;
  for (const box of telling) lead += (await read(box, false))[1] - (await read(box, true))[1];
  if (Math.abs(lead) < leastLead) return [];
  const lines: string[] = [];
  for (const box of tallest) {
    const [text, certainty] = await read(box, lead < 0);
    if (certainty >= minimumCertainty && text.length > 1) lines.push(text);
  }
  return lines;
}
