import type { FacePlane } from './same-photograph';
import { sampled } from './register-patch';

/** Of the face by itself, as it lies between its own points: trimming and moving a frame changes nothing. */
export const framePrintSides = { columns: 20, rows: 24 } as const;
/** Code values that one spread of the greys takes. */
const spreadBytes = 40;

/**
 * A small likeness of the face in one frame, its light and contrast taken out. Copies of one frame, however
 * compressed, scaled, trimmed or lightened, have nearly the same; two frames of one person do not.
 */
export function framePrint({ plane }: FacePlane): Uint8Array {
  const { columns, rows } = framePrintSides;
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      const x = ((column + 0.5) * plane.width) / columns;
      const y = ((row + 0.5) * plane.height) / rows;
      let sum = 0;
      for (const dy of [-1, 0, 1])
        for (const dx of [-1, 0, 1]) sum += sampled(plane, x + dx, y + dy);
      values[row * columns + column] = sum / 9;
    }
  }
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(
    values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length,
  );
  return Uint8Array.from(values, (value) => {
    const grey = 128 + (spread < 1 ? 0 : ((value - mean) / spread) * spreadBytes);
    return Math.min(Math.max(Math.round(grey), 0), 255);
  });
}

/** How different two prints are, in code values: the root of the mean square. */
export function framePrintDistance(one: Uint8Array, other: Uint8Array): number {
  if (one.length !== other.length || one.length === 0) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += ((one[at] ?? 0) - (other[at] ?? 0)) ** 2;
  return Math.sqrt(sum / one.length);
}

/** Below it two frames are one; chosen on people of ORL with an odd number (`ACCURACY.md`). */
export const replayBelow = 4;
