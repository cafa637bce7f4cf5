import type { Point } from '../face-engine';
import type { RgbPicture } from '../rgb-picture';
import { chromaOf, type Chroma } from './colour-response';
import { inside, regionOf } from './crop';

/** About so many pixels a side are looked at: a mean needs no more. */
const looksPerSide = 40;

/** The colour of the skin between brows and mouth: the mean of all, so that features cancel out. */
export function faceChroma(picture: RgbPicture, points: readonly Point[]): Chroma {
  const region = inside(picture, regionOf(points.slice(17, 55)));
  const step = Math.max(Math.floor(Math.max(region.width, region.height) / looksPerSide), 1);
  const sums = [0, 0, 0];
  let count = 0;
  for (let y = region.top; y < region.top + region.height; y += step) {
    for (let x = region.left; x < region.left + region.width; x += step) {
      const at = (y * picture.width + x) * 3;
      for (const channel of [0, 1, 2]) {
        sums[channel] = (sums[channel] ?? 0) + (picture.pixels[at + channel] ?? 0);
      }
      count += 1;
    }
  }
  return chromaOf(sums.map((sum) => sum / Math.max(count, 1)));
}
