import type { Point } from '../face-engine';
import { registerPatch, type GreyPlane, type PatchPlace } from './register-patch';

/** A face by itself, at one size whatever the camera's, with its 68 points in that picture's pixels. */
export interface FacePlane {
  readonly plane: GreyPlane;
  readonly points: readonly Point[];
}

const half = 7;
const stridePx = 11;
/** Less contrast, in grey levels, and a patch looks like any other. */
const flatBelow = 6;
/** A patch this well explained shows where its neighbours are. */
const foundFrom = 0.95;
/** A better one than this is not looked for. */
const wellFoundFrom = 0.985;
/** How often what was not found is looked for beside what was. */
const rounds = 2;
/** Fewer patches tell nothing. */
const leastPatches = 15;
/**
 * Which share of the patches looks at least how alike in one photograph that was drawn over again. A head
 * that really turned is lit and seen anew: of ORL's labelled turns and nods, and of a film of a talking head,
 * the same quantile stays below (`ACCURACY.md`). Chosen on people with an odd number.
 */
export const samePhotograph = { quantile: 0.75, alike: 0.9905 } as const;

/**
 * How alike the patches of two pictures of a face are once each is laid over the other as well as it can be,
 * at the quantile that decides: two photographs differ even then, one photograph warped in software does not,
 * whatever was done to its noise, its light or its size. Null where there is too little to compare.
 */
export function photographLikeness(neutral: FacePlane, frame: FacePlane): number | null {
  const all = [...patchLikeness(neutral, frame)].sort((one, two) => one - two);
  if (all.length < leastPatches) return null;
  return all[Math.floor(all.length * samePhotograph.quantile)] ?? null;
}

interface Patch {
  readonly at: Point;
  readonly row: number;
  readonly column: number;
  found: { readonly place: PatchPlace; readonly alike: number } | null;
}

export function patchLikeness(neutral: FacePlane, frame: FacePlane): readonly number[] {
  const patches = patchesOf(neutral);
  const guess = guessedPlaces(neutral.points, frame.points);
  for (const patch of patches) {
    patch.found = registerPatch(neutral.plane, frame.plane, patch.at, guess(patch.at), half);
  }
  // A strong warp leads the landmarks astray; where one patch was found the next one is not far.
  for (const patch of Array.from({ length: rounds }, () => patches).flat()) {
    if ((patch.found?.alike ?? -1) >= wellFoundFrom) continue;
    const near = nearestFound(patches, patch);
    if (near?.found == null) continue;
    const { place } = near.found;
    const [u, v] = [patch.at.x - near.at.x, patch.at.y - near.at.y];
    const start = {
      ...place,
      x: place.x + u + place.a * u + place.b * v,
      y: place.y + v + place.c * u + place.d * v,
    };
    const again = registerPatch(neutral.plane, frame.plane, patch.at, start, half);
    if ((again?.alike ?? -1) > (patch.found?.alike ?? -1)) patch.found = again;
  }
  return patches.map(({ found }) => found?.alike ?? -1);
}

function patchesOf({ plane, points }: FacePlane): readonly Patch[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const inset = (right - left) * 0.08;
  const patches: Patch[] = [];
  for (let row = 0; top + inset + row * stridePx <= bottom - inset; row += 1) {
    for (let column = 0; left + inset + column * stridePx <= right - inset; column += 1) {
      const at = { x: left + inset + column * stridePx, y: top + inset + row * stridePx };
      if (spread(plane, at.x, at.y) >= flatBelow) patches.push({ at, row, column, found: null });
    }
  }
  return patches;
}

function nearestFound(patches: readonly Patch[], { row, column }: Patch): Patch | null {
  let best: Patch | null = null;
  for (const one of patches) {
    const isNear = Math.abs(one.row - row) <= 1 && Math.abs(one.column - column) <= 1;
    const alike = one.found?.alike ?? -1;
    if (isNear && alike >= foundFrom && alike > (best?.found?.alike ?? -1)) best = one;
  }
  return best;
}

function spread({ width, height, values }: GreyPlane, x: number, y: number): number {
  let [sum, squares, count] = [0, 0, 0];
  for (let row = Math.round(y) - half; row <= y + half; row += 1) {
    for (let column = Math.round(x) - half; column <= x + half; column += 1) {
      if (row < 0 || column < 0 || row >= height || column >= width) continue;
      const value = values[row * width + column] ?? 0;
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  const mean = sum / count;
  return Math.sqrt(Math.max(squares / count - mean * mean, 0));
}

/** Where the points say that a place of one picture lies in the other: an affine fit, bent towards near points. */
function guessedPlaces(from: readonly Point[], to: readonly Point[]): (at: Point) => PatchPlace {
  const count = from.length;
  const mean = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  });
  const [meanFrom, meanTo] = [mean(from), mean(to)];
  let [xx, xy, yy, ux, uy, vx, vy] = [0, 0, 0, 0, 0, 0, 0];
  for (const [index, point] of from.entries()) {
    const other = to[index] ?? meanTo;
    const [px, py] = [point.x - meanFrom.x, point.y - meanFrom.y];
    const [qx, qy] = [other.x - meanTo.x, other.y - meanTo.y];
    xx += px * px;
    xy += px * py;
    yy += py * py;
    ux += qx * px;
    uy += qx * py;
    vx += qy * px;
    vy += qy * py;
  }
  const size = xx * yy - xy * xy;
  const [m00, m01] = [(ux * yy - uy * xy) / size, (uy * xx - ux * xy) / size];
  const [m10, m11] = [(vx * yy - vy * xy) / size, (vy * xx - vx * xy) / size];
  const placed = (x: number, y: number): Point => ({
    x: meanTo.x + m00 * (x - meanFrom.x) + m01 * (y - meanFrom.y),
    y: meanTo.y + m10 * (x - meanFrom.x) + m11 * (y - meanFrom.y),
  });
  return ({ x, y }) => {
    const at = placed(x, y);
    let [dx, dy, weights] = [0, 0, 1e-3];
    for (const [index, point] of from.entries()) {
      const [rough, other] = [placed(point.x, point.y), to[index]];
      if (other === undefined) continue;
      const weight = Math.exp(-((point.x - x) ** 2 + (point.y - y) ** 2) / (2 * 12 ** 2));
      dx += weight * (other.x - rough.x);
      dy += weight * (other.y - rough.y);
      weights += weight;
    }
    return {
      x: at.x + dx / weights,
      y: at.y + dy / weights,
      a: m00 - 1,
      b: m01,
      c: m10,
      d: m11 - 1,
    };
  };
}
