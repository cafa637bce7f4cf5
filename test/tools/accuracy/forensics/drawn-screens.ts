import type { ScreenPhoto } from './screen-photo';
import { seededRandom } from './seeded-random';

/** How a screen may stand before a camera: drawn by lot, the same lot every time. */
export function screenPhotoOptions(seed: number): ScreenPhoto {
  const random = seededRandom(seed);
  return {
    pitch: 1.2 + random() * 2.3,
    rotationDegrees: (random() - 0.5) * 16,
    perspective: random() * 0.1,
    blurPx: random() * 1.2,
    jpegQuality: 65 + Math.floor(random() * 30),
    longSidePx: 1600,
    seed,
  };
}
