import type { PrintedLine } from '../../../../shared/checks/print/printed-line';
import type { Raster } from '../../../../shared/images/raster';
import type { Alphabet } from '../ocr/ctc-decode';
import type { LineRecogniser } from '../ocr/line-recogniser';
import { alongside, boxQuad, type TextBox } from '../ocr/text-boxes';

/** A page has some twenty lines of print; a form full of text is not worth the time. */
const maximumLines = 32;
const minimumCertainty = 0.85;
/** Machine-readable lines are longer than any printed field. */
const longestAspect = 16;
/** A single letter, such as the sex, is about as wide as it is high. */
const shortestAspect = 0.6;

export interface VisualZoneReader {
  readonly recogniser: LineRecogniser;
  /** Latin letters of both cases with their marks: capitals alone made of `Müller` what they could. */
  readonly alphabet: Alphabet;
}

/** Lower print is guessed at rather than read: it gave numbers that plainly differed. */
const minimumHeightPx = 16;
/** Which way up the page lies is told by lines that are long enough to be one or the other. */
const directionAspect = 4;
const directionLines = 5;
/** Nearer than this the two ways are not told apart, and no line is worth anything. */
const leastLead = 0.1;

/** The printed lines of a page that were read with some certainty, from the tallest on. */
export async function readVisualZone(
  picture: Raster,
  boxes: readonly TextBox[],
  { recogniser, alphabet }: VisualZoneReader,
  signal: AbortSignal | undefined,
): Promise<readonly PrintedLine[]> {
  const [widest] = boxes.toSorted((a, b) => b.width - a.width);
  if (widest === undefined) return [];
  const tallest = boxes
    .filter(
      ({ width, height }) => width / height > shortestAspect && width / height < longestAspect,
    )
    .filter((box) => box.height >= minimumHeightPx)
    // Values are printed larger than their labels.
    .sort((a, b) => b.height - a.height)
    .slice(0, maximumLines)
    .map((box) => alongside(box, widest));
  const read = async (box: TextBox, upsideDown: boolean): Promise<PrintedLine> => {
    signal?.throwIfAborted();
    const { text, certainties } = await recogniser.read(
      picture,
      boxQuad(box, upsideDown),
      alphabet,
    );
    return { text, certainties, ...placeOf(box, widest, upsideDown) };
  };
  const telling = tallest
    .filter((box) => box.width / box.height >= directionAspect)
    .slice(0, directionLines);
  let lead = 0;
  for (const box of telling) lead += certainty(await read(box, false));
  for (const box of telling) lead -= certainty(await read(box, true));
  if (Math.abs(lead) < leastLead) return [];
  const lines: PrintedLine[] = [];
  for (const box of tallest) {
    const line = await read(box, lead < 0);
    if (certainty(line) >= minimumCertainty && line.text.trim() !== '') lines.push(line);
  }
  return lines;
}

function certainty({ certainties }: PrintedLine): number {
  const sum = certainties.reduce((total, value) => total + value, 0);
  return sum / Math.max(1, certainties.length);
}

/** A box's place on the page as one who reads it the right way up would tell it. */
function placeOf(
  box: TextBox,
  widest: TextBox,
  upsideDown: boolean,
): Pick<PrintedLine, 'left' | 'width' | 'down' | 'height'> {
  const angle = upsideDown ? widest.angle + Math.PI : widest.angle;
  const { x, y } = box.centre;
  return {
    left: x * Math.cos(angle) + y * Math.sin(angle) - box.width / 2,
    width: box.width,
    down: y * Math.cos(angle) - x * Math.sin(angle),
    height: box.height,
  };
}
