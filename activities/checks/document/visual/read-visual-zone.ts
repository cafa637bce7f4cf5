import type { Raster } from '../../../../shared/images/raster';
import type { Alphabet } from '../ocr/ctc-decode';
import type { LineRecogniser } from '../ocr/line-recogniser';
import { boxQuad, type TextBox } from '../ocr/text-boxes';

/** A page has some twenty lines of print; a form full of text is not worth the time. */
const maximumLines = 28;
const minimumCertainty = 0.85;
/** Machine-readable lines are longer than any printed field. */
const longestAspect = 16;

interface VisualZoneReader {
  readonly recogniser: LineRecogniser;
  readonly alphabet: Alphabet;
}

/** The printed lines of a page that were read with certainty: capitals and digits, without spaces. */
export async function readVisualZone(
  picture: Raster,
  boxes: readonly TextBox[],
  { recogniser, alphabet }: VisualZoneReader,
  signal: AbortSignal | undefined,
): Promise<readonly string[]> {
  const tallest = boxes
    .filter((box) => box.width / box.height > 1.2 && box.width / box.height < longestAspect)
    // Values are printed larger than their labels.
    .sort((a, b) => b.height - a.height)
    .slice(0, maximumLines);
  const read = async (box: TextBox, upsideDown: boolean): Promise<[string, number]> => {
    signal?.throwIfAborted();
    const line = await recogniser.read(picture, boxQuad(box, upsideDown), alphabet);
    const sum = line.certainties.reduce((total, value) => total + value, 0);
    return [line.text.replaceAll('<', ''), sum / Math.max(1, line.certainties.length)];
  };
  let upright = 0;
  let turned = 0;
  for (const box of tallest.slice(0, 3)) {
    upright += (await read(box, false))[1];
    turned += (await read(box, true))[1];
  }
  const lines: string[] = [];
  for (const box of tallest) {
    const [text, certainty] = await read(box, turned > upright);
    if (certainty >= minimumCertainty && text.length > 1) lines.push(text);
  }
  return lines;
}
