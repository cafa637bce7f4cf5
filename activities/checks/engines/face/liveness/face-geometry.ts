import type { Point } from '../face-engine';
import { middleOf } from '../face-landmarks';
import type { NoseOffset, ObservedFace } from './observed-frame';

/** What the 68 points alone say: 36–47 the eyes, 30 the nose's tip, 60–67 the inside of the lips. */
export function faceGeometry(
  points: readonly Point[],
): Pick<ObservedFace, 'eyeAspect' | 'mouthAspect' | 'nose'> {
  const between = (one: number, two: number): number =>
    distance(middleOf(points, one), middleOf(points, two));
  const eye = (first: number): number =>
    (between(first + 1, first + 5) + between(first + 2, first + 4)) / 2 / between(first, first + 3);
  const lips = (between(61, 67) + between(62, 66) + between(63, 65)) / 3;
  return {
    eyeAspect: (eye(36) + eye(42)) / 2,
    mouthAspect: lips / between(60, 64),
    nose: noseOffset(points),
  };
}

function noseOffset(points: readonly Point[]): NoseOffset {
  const [left, right] = [middleOf(points, 37, 38, 40, 41), middleOf(points, 43, 44, 46, 47)];
  const apart = distance(left, right);
  // Along the line through the eyes, so that a tilted head measures the same.
  const along = { x: (right.x - left.x) / apart, y: (right.y - left.y) / apart };
  const nose = middleOf(points, 30);
  const from = { x: nose.x - (left.x + right.x) / 2, y: nose.y - (left.y + right.y) / 2 };
  return {
    across: (from.x * along.x + from.y * along.y) / apart,
    down: (from.y * along.x - from.x * along.y) / apart,
  };
}

function distance(one: Point, two: Point): number {
  return Math.hypot(one.x - two.x, one.y - two.y);
}
