import type { Point } from '../../../../activities/checks/engines/face/face-engine';
import { middleOf } from '../../../../activities/checks/engines/face/face-landmarks';
import { redrawn, type GreyPicture } from './grey-picture';

/**
 * Movements that no packaged set shows, drawn from a neutral picture: they prove that the measures react
 * as they should, not how people move.
 */

/** Half axes of the head and the height of its front and of the nose, in eye distances; a guess. */
const head = { halfWidth: 1.4, halfHeight: 2, depth: 1.1, noseHeight: 0.45, noseSpread: 0.22 };

/**
 * The face nodded up (positive) or down by some degrees: a rounded front with a nose on it, turned about
 * the axis through the ears, seen straight on. Light and what was hidden stay as they were.
 */
export function tilted(
  picture: GreyPicture,
  points: readonly Point[],
  degrees: number,
): GreyPicture {
  const eyes = eyeLine(points);
  const nose = middleOf(points, 30);
  const centre = { x: nose.x, y: (eyes.middle.y + nose.y) / 2 };
  const [sine, cosine] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const noseDown = (nose.y - centre.y) / eyes.distance;
  const height = (u: number, v: number): number => {
    const radius = Math.hypot(u / head.halfWidth, v / head.halfHeight);
    if (radius >= 1) return 0;
    const front = head.depth * Math.cos((radius * Math.PI) / 2);
    const fromTip = (u * u + (v - noseDown) ** 2) / (2 * head.noseSpread ** 2);
    return front + head.noseHeight * Math.exp(-fromTip);
  };
  return redrawn(picture, (x, y) => {
    const u = (x - centre.x) / eyes.distance;
    const seen = (y - centre.y) / eyes.distance;
    // Which place of the face is seen here: found by going there and back a few times.
    let v = seen;
    for (let step = 0; step < 12; step += 1) {
      const moved = (height(u, v) - head.depth / 2) * sine + v * (1 - cosine);
      v = (v + seen + fadeOut(u, v) * moved) / 2;
    }
    return { x, y: centre.y + v * eyes.distance };
  });
}

/** One within the head, nothing well outside of it: the background does not move. */
function fadeOut(u: number, v: number): number {
  const radius = Math.hypot(u / head.halfWidth, v / head.halfHeight);
  return Math.min(Math.max((1.3 - radius) / 0.4, 0), 1);
}

/** The lower jaw drawn down, by a share of the mouth's width, and the dark of the mouth between. */
export function openMouthed(
  picture: GreyPicture,
  points: readonly Point[],
  share: number,
): GreyPicture {
  const [left, right] = [middleOf(points, 60), middleOf(points, 64)];
  const line = middleOf(points, 60, 62, 64, 66);
  const width = right.x - left.x;
  const insideOfMouth = 30;
  return redrawn(picture, (x, y) => {
    const across = (x - line.x) / (width / 2);
    const below = y - line.y;
    const gap = share * width * Math.max(0, 1 - across ** 2);
    if (below <= 0) return { x, y };
    if (below < gap) return insideOfMouth;
    // Lip and chin go down with it, less and less towards the neck.
    const fade = Math.max(0, 1 - (below - gap) / (2 * width));
    return { x, y: y - gap * fade };
  });
}

function eyeLine(points: readonly Point[]): { middle: Point; distance: number } {
  const [left, right] = [middleOf(points, 37, 38, 40, 41), middleOf(points, 43, 44, 46, 47)];
  return {
    middle: { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 },
    distance: Math.hypot(right.x - left.x, right.y - left.y),
  };
}
