import { printSide } from '../../engines/forensics/picture-print';

/** A part of a print, in shares of its side. */
export interface PrintWindow {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const wholePrint: PrintWindow = { left: 0, top: 0, right: 1, bottom: 1 };

/** dHash, 64 bits in two halves: for 8 × 8 places whether it is lighter to their right. */
export type PrintHash = readonly [number, number];

export const coarseSide = 16;

/** What hashes are taken of: many windows of one print cost little more than one. */
export function coarsePrint(print: Uint8Array): Float64Array {
  const coarse = new Float64Array(coarseSide * coarseSide);
  const step = printSide / coarseSide;
  for (let y = 0; y < printSide; y += 1) {
    for (let x = 0; x < printSide; x += 1) {
      const at = Math.floor(y / step) * coarseSide + Math.floor(x / step);
      coarse[at] = (coarse[at] ?? 0) + (print[y * printSide + x] ?? 0) / step ** 2;
    }
  }
  return coarse;
}

/** Hashes one window of coarse prints: where it looks is worked out once, for many thousand prints. */
export function windowHash(window: PrintWindow): (coarse: Float64Array) => PrintHash {
  const across = acrossOf(window);
  const rows = placesOf(window.top, window.bottom, hashRows);
  return (coarse) => {
    takeColumns(coarse, across);
    return hashOf(across.taken, rows);
  };
}

/** The same of many windows: those with the same columns share what is taken at these. */
export function windowHashes(
  windows: readonly PrintWindow[],
): (coarse: Float64Array) => readonly PrintHash[] {
  const all = new Map<string, Across>();
  const parts = windows.map((window) => {
    const edges = `${String(window.left)} ${String(window.right)}`;
    const across = all.get(edges) ?? acrossOf(window);
    all.set(edges, across);
    return { taken: across.taken, rows: placesOf(window.top, window.bottom, hashRows) };
  });
  return (coarse) => {
    for (const across of all.values()) takeColumns(coarse, across);
    return parts.map(({ taken, rows }) => hashOf(taken, rows));
  };
}

const hashColumns = 9;
const hashRows = 8;

/** A point on an axis: the pixel before it, and how far beyond that it lies. */
interface Place {
  readonly pixel: number;
  readonly beyond: number;
}

/** The columns of a window, and room for what all rows of a print have there: filled anew for each. */
interface Across {
  readonly places: readonly Place[];
  readonly taken: Float64Array;
}

function acrossOf({ left, right }: PrintWindow): Across {
  return {
    places: placesOf(left, right, hashColumns),
    taken: new Float64Array(coarseSide * hashColumns),
  };
}

function placesOf(from: number, to: number, count: number): readonly Place[] {
  return Array.from({ length: count }, (_, index) => {
    const share = from + ((to - from) * (index + 0.5)) / count;
    const at = Math.min(coarseSide - 1.001, Math.max(0, share * coarseSide - 0.5));
    const pixel = Math.floor(at);
    return { pixel, beyond: at - pixel };
  });
}

function takeColumns(coarse: Float64Array, { places, taken }: Across): void {
  for (const [column, { pixel, beyond }] of places.entries()) {
    for (let row = 0; row < coarseSide; row += 1) {
      const at = row * coarseSide + pixel;
      taken[row * hashColumns + column] =
        (coarse[at] ?? 0) * (1 - beyond) + (coarse[at + 1] ?? 0) * beyond;
    }
  }
}

function hashOf(taken: Float64Array, rows: readonly Place[]): PrintHash {
  const halves: [number, number] = [0, 0];
  for (const [row, { pixel, beyond }] of rows.entries()) {
    const above = pixel * hashColumns;
    const below = above + hashColumns;
    const half = row < hashRows / 2 ? 0 : 1;
    let before = 0;
    for (let column = 0; column < hashColumns; column += 1) {
      const value =
        (taken[above + column] ?? 0) * (1 - beyond) + (taken[below + column] ?? 0) * beyond;
      if (column > 0) halves[half] = (halves[half] << 1) | (value > before ? 1 : 0);
      before = value;
    }
  }
  return halves;
}

export function bitsApart(a: PrintHash, b: PrintHash): number {
  return bits(a[0] ^ b[0]) + bits(a[1] ^ b[1]);
}

function bits(value: number): number {
  let left = value - ((value >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * A window of a square picture, redrawn at the picture's size. The innermost loop of comparing thousands of
 * prints: each row and column is worked out once, and nothing is allocated for a pixel.
 */
export function resampled(
  picture: ArrayLike<number>,
  side: number,
  window: PrintWindow,
): Float64Array {
  const out = new Float64Array(side * side);
  const columns = axis(window.left, window.right, side);
  const rows = axis(window.top, window.bottom, side);
  for (let row = 0; row < side; row += 1) {
    const y = rows[row] ?? 0;
    const top = Math.floor(y);
    const down = y - top;
    for (let column = 0; column < side; column += 1) {
      const x = columns[column] ?? 0;
      const left = Math.floor(x);
      const right = x - left;
      const corner = top * side + left;
      const above = (picture[corner] ?? 0) * (1 - right) + (picture[corner + 1] ?? 0) * right;
      const below =
        (picture[corner + side] ?? 0) * (1 - right) + (picture[corner + side + 1] ?? 0) * right;
      out[row * side + column] = above * (1 - down) + below * down;
    }
  }
  return out;
}

function axis(from: number, to: number, side: number): Float64Array {
  const limit = side - 1.001;
  return Float64Array.from({ length: side }, (_, index) =>
    Math.min(limit, Math.max(0, (from + ((to - from) * (index + 0.5)) / side) * side - 0.5)),
  );
}
