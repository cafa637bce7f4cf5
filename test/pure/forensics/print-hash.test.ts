import fc from 'fast-check';
import {
  bitsApart,
  coarsePrint,
  coarseSide,
  windowHash,
  windowHashes,
  type PrintHash,
  type PrintWindow,
} from '../../../activities/checks/records/prints/print-hash';
import { printSide } from '../../../activities/checks/engines/forensics/picture-print';

const trim = fc.constantFrom(0, 0.06, 0.12, 0.3);
const window: fc.Arbitrary<PrintWindow> = fc
  .record({ left: trim, top: trim, right: trim, bottom: trim })
  .map(({ left, top, right, bottom }) => ({ left, top, right: 1 - right, bottom: 1 - bottom }));
const print = fc.uint8Array({ minLength: printSide ** 2, maxLength: printSide ** 2 });

/** As the hash is defined: nine by eight points of the window, each lighter than its left neighbour or not. */
function hashByDefinition(coarse: Float64Array, part: PrintWindow): PrintHash {
  const at = (from: number, to: number, index: number, count: number): number =>
    Math.min(
      coarseSide - 1.001,
      Math.max(0, (from + ((to - from) * (index + 0.5)) / count) * coarseSide - 0.5),
    );
  const value = (column: number, row: number): number => {
    const [x, y] = [at(part.left, part.right, column, 9), at(part.top, part.bottom, row, 8)];
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const pixel = (right: number, down: number): number =>
      coarse[(top + down) * coarseSide + left + right] ?? Number.NaN;
    const between = (down: number): number =>
      pixel(0, down) * (1 - (x - left)) + pixel(1, down) * (x - left);
    return between(0) * (1 - (y - top)) + between(1) * (y - top);
  };
  const half = (rows: readonly number[]): number =>
    rows
      .flatMap((row) => [0, 1, 2, 3, 4, 5, 6, 7].map((x) => value(x + 1, row) > value(x, row)))
      .reduce((bits, lighter) => (bits << 1) | (lighter ? 1 : 0), 0);
  return [half([0, 1, 2, 3]), half([4, 5, 6, 7])];
}

describe('the hashes of a print', () => {
  it('are those of each window alone, whichever windows are hashed together', () => {
    fc.assert(
      fc.property(print, fc.array(window, { maxLength: 12 }), (bytes, windows) => {
        const coarse = coarsePrint(bytes);
        const expected = windows.map((part) => hashByDefinition(coarse, part));
        expect(windowHashes(windows)(coarse)).toEqual(expected);
        expect(windows.map((part) => windowHash(part)(coarse))).toEqual(expected);
      }),
    );
  });

  it('keep nothing of the print before', () => {
    fc.assert(
      fc.property(print, print, window, (one, other, part) => {
        const hash = windowHash(part);
        hash(coarsePrint(one));
        const again = hash(coarsePrint(other));
        expect(bitsApart(again, windowHash(part)(coarsePrint(other)))).toBe(0);
      }),
    );
  });
});
