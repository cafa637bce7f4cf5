import type { Point } from '../face-engine';
import type { FacePlane } from './same-photograph';
import { sampled } from './register-patch';

export const framePrintSides = { columns: 20, rows: 24 } as const;
/** Around the middle of the features, in spreads of them: brows to chin, and nothing of the picture's edge. */
const reach = { across: 1.7, down: 2 } as const;
/** Code values that one spread of the greys takes. */
const spreadBytes = 40;
/** Added before the logarithm: noise in the dark is no feature. */
const darkness = 20;

/**
 * A small likeness of the face in one frame or selfie. It lies between the face's own points, so that
 * trimming and moving the picture change little; brightness, contrast and light from one side are taken out.
 */
export function framePrint({ plane, points }: FacePlane): Uint8Array {
  const { columns, rows } = framePrintSides;
  const { middle, spread } = featuresOf(points);
  const [stepX, stepY] = [(2 * reach.across) / columns, (2 * reach.down) / rows];
  const values = cells((column, row) => {
    let sum = 0;
    for (const dy of [1 / 6, 1 / 2, 5 / 6]) {
      for (const dx of [1 / 6, 1 / 2, 5 / 6]) {
        const across = (column + dx) * stepX - reach.across;
        const down = (row + dy) * stepY - reach.down;
        sum += sampled(plane, middle.x + across * spread, middle.y + down * spread);
      }
    }
    return Math.log(sum / 9 + darkness);
  });
  const even = without(values, lightBasis);
  const deviation = Math.sqrt(dot(even, even) / even.length);
  return Uint8Array.from(even, (value) => {
    const grey = 128 + (deviation < 1e-3 ? 0 : (value / deviation) * spreadBytes);
    return Math.min(Math.max(Math.round(grey), 0), 255);
  });
}

/** Of brows, eyes, nose and mouth: the jaw's points wander with the background. */
function featuresOf(points: readonly Point[]): { middle: Point; spread: number } {
  const inner = points.slice(17);
  const mean = (of: (point: Point) => number): number =>
    inner.reduce((sum, point) => sum + of(point), 0) / inner.length;
  const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
  const across = mean(({ x }) => (x - middle.x) ** 2);
  const down = mean(({ y }) => (y - middle.y) ** 2);
  return { middle, spread: (across * down) ** 0.25 };
}

/** Prints as far apart are not brought together by the small movement that is allowed for. */
const farApart = 30;

/**
 * How a difference is looked at: smoothed so often, so that noise goes before features do, and without so many
 * cells at each edge, which a trimmed picture's points move most. A copy that one look misses, the other finds.
 * `limit`, in code values: 0.85 of how near the nearest two different pictures of one of ORL's people of odd
 * number came to each other.
 */
const differenceLooks = [
  { smoothings: 1, edgeCells: 2, limit: 0.82 },
  { smoothings: 2, edgeCells: 0, limit: 0.85 },
] as const;

/** In limits: no other look has found a copy that the first one saw as far away. */
const hopeless = 6;

/**
 * How different other prints are from this one, in limits of the look that finds them nearest: the root of the
 * mean square of what is left when the face's points lay a little elsewhere (moved, scaled, turned or sheared: to
 * first order, by the print's own slopes), the light and the contrast were a little others.
 */
export function framePrintDistance(print: Uint8Array): (other: Uint8Array) => number {
  const own = Float64Array.from(print);
  let movements: readonly (readonly Float64Array[])[] | null = null;
  return (other) => {
    if (own.length !== other.length || own.length === 0) return Number.POSITIVE_INFINITY;
    const difference = own.map((value, at) => value - (other[at] ?? 0));
    const apart = Math.sqrt(dot(difference, difference) / own.length);
    if (apart > farApart) return apart;
    movements ??= differenceLooks.map(({ smoothings, edgeCells }) =>
      movementBasis(smoothed(own, smoothings), edgeCells),
    );
    let nearest = Number.POSITIVE_INFINITY;
    for (const [index, { smoothings, edgeCells, limit }] of differenceLooks.entries()) {
      const seen = inner(smoothed(difference, smoothings), edgeCells);
      const left = without(seen, movements[index] ?? []);
      nearest = Math.min(nearest, Math.sqrt(dot(left, left) / left.length) / limit);
      if (nearest > hopeless) break;
    }
    return nearest;
  };
}

/** Below it two frames are one: of a set of copies one found is enough, and an honest person is not accused. */
export const replayBelow = 1;

/** Each cell with its eight neighbours, by 1, 2, 1 across and down. */
function smoothed(values: Float64Array, times: number): Float64Array {
  let from = values;
  for (let time = 0; time < times; time += 1) {
    const at = cellOf(from);
    const across = cells((x, y) => (at(x - 1, y) + 2 * at(x, y) + at(x + 1, y)) / 4);
    const row = cellOf(across);
    from = cells((x, y) => (row(x, y - 1) + 2 * row(x, y) + row(x, y + 1)) / 4);
  }
  return from;
}

/** What lies so many cells from each edge, or farther. */
function inner(values: Float64Array, edgeCells: number): Float64Array {
  const { columns, rows } = framePrintSides;
  return values.filter((_, at) => {
    const [x, y] = [at % columns, Math.floor(at / columns)];
    return Math.min(x, columns - 1 - x) >= edgeCells && Math.min(y, rows - 1 - y) >= edgeCells;
  });
}

/** Beyond the edge, the edge. */
function cellOf(values: Float64Array): (column: number, row: number) => number {
  const { columns, rows } = framePrintSides;
  return (column, row) => {
    const inside = Math.min(Math.max(column, 0), columns - 1);
    return values[Math.min(Math.max(row, 0), rows - 1) * columns + inside] ?? 0;
  };
}

function movementBasis(print: Float64Array, edgeCells: number): readonly Float64Array[] {
  const { columns, rows } = framePrintSides;
  const at = cellOf(print);
  const slopeX = (column: number, row: number): number => at(column + 1, row) - at(column - 1, row);
  const slopeY = (column: number, row: number): number => at(column, row + 1) - at(column, row - 1);
  const slopes = [slopeX, slopeY].flatMap((slope) => [
    cells(slope),
    cells((column, row) => fromMiddle(column, columns) * slope(column, row)),
    cells((column, row) => fromMiddle(row, rows) * slope(column, row)),
  ]);
  return orthonormal([...lightBasis, print, ...slopes].map((one) => inner(one, edgeCells)));
}

function fromMiddle(at: number, of: number): number {
  return (2 * (at + 0.5)) / of - 1;
}

function cells(of: (column: number, row: number) => number): Float64Array {
  const { columns, rows } = framePrintSides;
  return Float64Array.from({ length: columns * rows }, (_, at) =>
    of(at % columns, Math.floor(at / columns)),
  );
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** What is left of it outside the span of the basis. */
function without(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const left = Float64Array.from(values);
  for (const direction of basis) {
    const share = dot(left, direction);
    for (let at = 0; at < left.length; at += 1)
      left[at] = (left[at] ?? 0) - share * (direction[at] ?? 0);
  }
  return left;
}

/** Gram and Schmidt's; what depends on the others is left out. */
function orthonormal(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const basis: Float64Array[] = [];
  for (const vector of vectors) {
    const left = without(vector, basis);
    const length = Math.sqrt(dot(left, left));
    if (length > 1e-6) basis.push(left.map((value) => value / length));
  }
  return basis;
}

/** The same light everywhere, and light from a side. */
const lightBasis = orthonormal([
  cells(() => 1),
  cells((column) => fromMiddle(column, framePrintSides.columns)),
  cells((_, row) => fromMiddle(row, framePrintSides.rows)),
]);
