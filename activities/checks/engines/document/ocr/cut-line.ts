import {
  homographyBetween,
  rectangle,
  warp,
  type Quad,
} from '../../../../../shared/images/homography';
import type { Raster } from '../../../../../shared/images/raster';

/** The recogniser's fixed input height. */
export const lineHeightPx = 48;
const minimumWidthPx = 64;
const maximumWidthPx = 2400;

/** One line of text, upright and of the height at which it is read. */
export function cutLine(picture: Raster, line: Quad): Raster {
  const width = Math.round((lineHeightPx * side(line, 0, 1)) / Math.max(1, side(line, 0, 3)));
  const bounded = Math.min(maximumWidthPx, Math.max(minimumWidthPx, width));
  return cutOut(picture, line, bounded, lineHeightPx);
}

function side(quad: Quad, from: 0 | 1 | 2 | 3, to: 0 | 1 | 2 | 3): number {
  return Math.hypot(quad[to].x - quad[from].x, quad[to].y - quad[from].y);
}

/** Drawn at a multiple of the height and averaged down, so that a large picture is not undersampled. */
function cutOut(picture: Raster, line: Quad, width: number, height: number): Raster {
  const factor = Math.min(4, Math.max(1, Math.round(side(line, 0, 3) / height)));
  const large = warp(
    picture,
    homographyBetween(rectangle(width * factor, height * factor), line),
    width * factor,
    height * factor,
  );
  if (factor === 1) return large;
  const { channels } = large;
  const data = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let dy = 0; dy < factor; dy += 1) {
          for (let dx = 0; dx < factor; dx += 1) {
            const at = ((y * factor + dy) * large.width + x * factor + dx) * channels + channel;
            sum += large.data[at] ?? 0;
          }
        }
        data[(y * width + x) * channels + channel] = Math.round(sum / (factor * factor));
      }
    }
  }
  return { data, width, height, channels };
}
