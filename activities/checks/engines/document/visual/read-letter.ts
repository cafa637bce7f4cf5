import type { Raster } from '../../../../../shared/images/raster';
import type { DecodedText } from '../ocr/ctc-decode';
import { boxQuad, type TextBox } from '../ocr/text-boxes';
import type { VisualZoneReader } from './visual-zone-reader';

/** A box of about one character. */
const letterAspect = 1.8;
/** In heights of the box: the recogniser was taught on words with paper around them. */
const windowHeight = 1.2;
const [wide, narrow] = [3.6, 2.4] as const;
/** So certain that no further window is tried. */
const certainFrom = 0.95;

export function isLetter({ width, height }: TextBox): boolean {
  return width < height * letterAspect;
}

/**
 * A character by itself, whose box has no direction of its own: read along the page's print, with paper around it.
 * Of 48 letters of the tuning set, read as they were found, 20 were certain and many another (`M` as `W`); so 43
 * were certain, and none another.
 */
export async function readLetter(
  picture: Raster,
  { centre, height, angle }: Pick<TextBox, 'centre' | 'height' | 'angle'>,
  { recogniser, alphabet }: VisualZoneReader,
): Promise<DecodedText> {
  const within = (width: number): Promise<DecodedText> => {
    const window = { centre, angle, width: height * width, height: height * windowHeight };
    return recogniser.read(picture, boxQuad(window, false), alphabet);
  };
  const first = await within(wide);
  if (leastCertain(first) >= certainFrom) return first;
  const second = await within(narrow);
  return leastCertain(second) > leastCertain(first) ? second : first;
}

function leastCertain({ text, certainties }: DecodedText): number {
  return text.trim() === '' ? 0 : Math.min(...certainties);
}
