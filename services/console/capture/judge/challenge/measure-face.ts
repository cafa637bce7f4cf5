/** What 68 points say of a face: the server's own measures (`activities/checks/engines/face/liveness`), by other points. */
export interface FaceMeasures {
  /** Light and dark side by side in the eyes (`eye-detail.ts`): little of it is left when they close. */
  readonly eyeDetail: number;
  /** Height of the gap between the lips as a share of its width. */
  readonly mouthOpen: number;
  /** From corner to corner of the mouth, in eye distances. */
  readonly mouthWide: number;
  /** The tip of the nose from the middle between the eyes, along their line, in eye distances: to the picture's right. */
  readonly noseAcross: number;
  /** The same, across that line: downwards. */
  readonly noseDown: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** @param points x and y of the 68 points in pixels, or any unit that is the same both ways */
export function measureFace(points: Float32Array, eyeDetail: number): FaceMeasures {
  const at = (...indices: readonly number[]): Point => middleOf(points, indices);
  const between = (one: number, two: number): number => distance(at(one), at(two));
  const [left, right] = [at(37, 38, 40, 41), at(43, 44, 46, 47)];
  const apart = distance(left, right);
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 };
  // Along the line through the eyes, so that a tilted head measures the same.
  const along = { x: (right.x - left.x) / apart, y: (right.y - left.y) / apart };
  const across = ({ x, y }: Point): number =>
    ((x - middle.x) * along.x + (y - middle.y) * along.y) / apart;
  const down = ({ x, y }: Point): number =>
    ((y - middle.y) * along.x - (x - middle.x) * along.y) / apart;
  const lips = (between(61, 67) + between(62, 66) + between(63, 65)) / 3;
  return {
    eyeDetail,
    mouthOpen: lips / between(60, 64),
    mouthWide: between(48, 54) / apart,
    noseAcross: across(at(30)),
    noseDown: down(at(30)),
  };
}

function middleOf(points: Float32Array, indices: readonly number[]): Point {
  let [x, y] = [0, 0];
  for (const index of indices) {
    x += points[index * 2] ?? 0;
    y += points[index * 2 + 1] ?? 0;
  }
  return { x: x / indices.length, y: y / indices.length };
}

function distance(one: Point, two: Point): number {
  return Math.hypot(one.x - two.x, one.y - two.y);
}
