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
  const places = placesOf(coarseSide, window, [9, 8]);
  return (coarse) => hashOf(places.map((place) => valueAt(coarse, coarseSide, place)));
}

function hashOf(small: ArrayLike<number>): PrintHash {
  const halves: [number, number] = [0, 0];
  for (let row = 0; row < 8; row += 1) {
    for (let column = 0; column < 8; column += 1) {
      const lighter = (small[row * 9 + column + 1] ?? 0) > (small[row * 9 + column] ?? 0);
      const half = row < 4 ? 0 : 1;
      halves[half] = (halves[half] << 1) | (lighter ? 1 : 0);
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

/** A point of a square picture: the pixel above and left of it, and how far beyond that it lies. */
interface Place {
  readonly corner: number;
  readonly right: number;
  readonly down: number;
}

function placesOf(
  side: number,
  window: PrintWindow,
  [columns, rows]: readonly [number, number],
): readonly Place[] {
  const place = (from: number, to: number, index: number, count: number): number => {
    const share = from + ((to - from) * (index + 0.5)) / count;
    return Math.min(side - 1.001, Math.max(0, share * side - 0.5));
  };
  return Array.from({ length: columns * rows }, (_, index) => {
    const x = place(window.left, window.right, index % columns, columns);
    const y = place(window.top, window.bottom, Math.floor(index / columns), rows);
    const [left, top] = [Math.floor(x), Math.floor(y)];
    return { corner: top * side + left, right: x - left, down: y - top };
  });
}

/** Between the four pixels around it. */
function valueAt(picture: ArrayLike<number>, side: number, { corner, right, down }: Place): number {
  const above = (picture[corner] ?? 0) * (1 - right) + (picture[corner + 1] ?? 0) * right;
  const below =
    (picture[corner + side] ?? 0) * (1 - right) + (picture[corner + side + 1] ?? 0) * right;
  return above * (1 - down) + below * down;
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
