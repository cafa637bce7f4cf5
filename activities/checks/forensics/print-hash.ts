import { printSide } from './picture-print';

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

const coarseSide = 16;

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

export function printHash(coarse: Float64Array, window: PrintWindow): PrintHash {
  const small = resampled(coarse, coarseSide, window, [9, 8]);
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

/** A window of a square picture, redrawn in as many places, each between its four neighbours. */
export function resampled(
  picture: ArrayLike<number>,
  side: number,
  window: PrintWindow,
  [columns, rows]: readonly [number, number],
): Float64Array {
  const place = (from: number, to: number, index: number, count: number): number => {
    const share = from + ((to - from) * (index + 0.5)) / count;
    return Math.min(side - 1.001, Math.max(0, share * side - 0.5));
  };
  const out = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const y = place(window.top, window.bottom, row, rows);
    const top = Math.floor(y);
    for (let column = 0; column < columns; column += 1) {
      const x = place(window.left, window.right, column, columns);
      const left = Math.floor(x);
      const corner = top * side + left;
      const [right, down] = [x - left, y - top];
      const above = (picture[corner] ?? 0) * (1 - right) + (picture[corner + 1] ?? 0) * right;
      const below =
        (picture[corner + side] ?? 0) * (1 - right) + (picture[corner + side + 1] ?? 0) * right;
      out[row * columns + column] = above * (1 - down) + below * down;
    }
  }
  return out;
}
