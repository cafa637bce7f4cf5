/** Changes of a drawn face, in its eye distances. */
export interface Pose {
  readonly noseX?: number;
  readonly noseY?: number;
  readonly mouthHalfWidth?: number;
  /** The gap between the lips as a share of its width. */
  readonly lipsApart?: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  /** From eye to eye. */
  readonly size: number;
  /** Radians. */
  readonly tilt: number;
}

/** The points that the measures look at, of a made-up face: those of the eyes, the nose's tip and the mouth. */
export function drawnFace(
  { noseX = 0, noseY = 0.58, mouthHalfWidth = 0.4, lipsApart = 0.02 }: Pose,
  { x, y, size, tilt }: Place = { x: 0, y: 0, size: 100, tilt: 0 },
): Float32Array {
  const points = new Float32Array(68 * 2);
  const put = (index: number, across: number, down: number): void => {
    points[index * 2] = x + size * (across * Math.cos(tilt) - down * Math.sin(tilt));
    points[index * 2 + 1] = y + size * (across * Math.sin(tilt) + down * Math.cos(tilt));
  };
  for (const [first, middle] of [
    [36, -0.5],
    [42, 0.5],
  ] as const) {
    put(first, middle - 0.15, 0);
    put(first + 3, middle + 0.15, 0);
    for (const [offset, across, down] of [
      [1, -0.06, -0.05],
      [2, 0.06, -0.05],
      [4, 0.06, 0.05],
      [5, -0.06, 0.05],
    ] as const) {
      put(first + offset, middle + across, down);
    }
  }
  put(30, noseX, noseY);
  const mouth = 1.05;
  put(48, -mouthHalfWidth, mouth);
  put(54, mouthHalfWidth, mouth);
  const inner = mouthHalfWidth * 0.8;
  put(60, -inner, mouth);
  put(64, inner, mouth);
  const gap = lipsApart * inner * 2;
  for (const [upper, lower, across] of [
    [61, 67, -0.15],
    [62, 66, 0],
    [63, 65, 0.15],
  ] as const) {
    put(upper, across, mouth - gap / 2);
    put(lower, across, mouth + gap / 2);
  }
  return points;
}
