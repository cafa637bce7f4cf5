import type { Point } from './face-engine';
import type { RgbPicture } from './rgb-picture';

export const alignedSidePx = 112;

/** Where eyes, nose and mouth corners lie in the recogniser's 112 × 112 input (ArcFace's template). */
const template: readonly Point[] = [
  { x: 38.2946, y: 51.6963 },
  { x: 73.5318, y: 51.5014 },
  { x: 56.0252, y: 71.7366 },
  { x: 41.5493, y: 92.3655 },
  { x: 70.7299, y: 92.2041 },
];

/** x' = a·x − b·y + c, y' = b·x + a·y + d: turn, scale and shift, nothing that changes a face's shape. */
interface Similarity {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

/** The face turned and scaled so that its five points lie as near to the template as they can. */
export function alignFace(picture: RgbPicture, points: readonly Point[]): RgbPicture {
  const back = fit(template, points);
  const pixels = Buffer.alloc(alignedSidePx * alignedSidePx * 3);
  for (let y = 0; y < alignedSidePx; y += 1) {
    for (let x = 0; x < alignedSidePx; x += 1) {
      const from = apply(back, { x, y });
      sample(picture, from, pixels, (y * alignedSidePx + x) * 3);
    }
  }
  return { width: alignedSidePx, height: alignedSidePx, pixels };
}

/** Least squares over the points, in closed form (Umeyama 1991, in two dimensions). */
function fit(from: readonly Point[], to: readonly Point[]): Similarity {
  const [meanFrom, meanTo] = [mean(from), mean(to)];
  let dot = 0;
  let cross = 0;
  let spread = 0;
  for (const [index, point] of from.entries()) {
    const other = to[index];
    if (other === undefined) continue;
    const [px, py] = [point.x - meanFrom.x, point.y - meanFrom.y];
    const [qx, qy] = [other.x - meanTo.x, other.y - meanTo.y];
    dot += px * qx + py * qy;
    cross += px * qy - py * qx;
    spread += px * px + py * py;
  }
  const [a, b] = [dot / spread, cross / spread];
  return {
    a,
    b,
    c: meanTo.x - a * meanFrom.x + b * meanFrom.y,
    d: meanTo.y - b * meanFrom.x - a * meanFrom.y,
  };
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((total, { x, y }) => ({ x: total.x + x, y: total.y + y }), {
    x: 0,
    y: 0,
  });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function apply({ a, b, c, d }: Similarity, { x, y }: Point): Point {
  return { x: a * x - b * y + c, y: b * x + a * y + d };
}

/** Between four pixels; outside of the picture it is black. */
function sample(picture: RgbPicture, { x, y }: Point, target: Buffer, at: number): void {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, down] = [x - left, y - top];
  for (let channel = 0; channel < 3; channel += 1) {
    const pixel = (dx: number, dy: number): number => {
      const [px, py] = [left + dx, top + dy];
      if (px < 0 || py < 0 || px >= picture.width || py >= picture.height) return 0;
      return picture.pixels[(py * picture.width + px) * 3 + channel] ?? 0;
    };
    const upper = pixel(0, 0) * (1 - right) + pixel(1, 0) * right;
    const lower = pixel(0, 1) * (1 - right) + pixel(1, 1) * right;
    target[at + channel] = Math.round(upper * (1 - down) + lower * down);
  }
}
