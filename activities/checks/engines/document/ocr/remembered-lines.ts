import type { Raster } from '../../../../../shared/images/raster';
import type { Alphabet, DecodedText } from './ctc-decode';
import type { LineRecogniser } from './line-recogniser';

/**
 * Reads each line of a picture once, whoever asks: which way up the page lies, what its zone says and what is
 * printed are asked of many of the same lines. Forgotten with the picture.
 */
export function rememberedLines(recogniser: LineRecogniser): LineRecogniser {
  const read = new WeakMap<Raster, WeakMap<Alphabet, Map<string, DecodedText>>>();
  const known = (picture: Raster, alphabet: Alphabet): Map<string, DecodedText> => {
    const ofPicture = read.get(picture) ?? new WeakMap<Alphabet, Map<string, DecodedText>>();
    read.set(picture, ofPicture);
    const lines = ofPicture.get(alphabet) ?? new Map<string, DecodedText>();
    ofPicture.set(alphabet, lines);
    return lines;
  };
  return {
    async read(picture, line, alphabet) {
      const lines = known(picture, alphabet);
      const place = line.flatMap(({ x, y }) => [x, y]).join();
      const before = lines.get(place);
      if (before !== undefined) return before;
      const seen = await recogniser.read(picture, line, alphabet);
      lines.set(place, seen);
      return seen;
    },
  };
}
