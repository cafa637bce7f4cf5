import { printSide } from '../../engines/forensics/picture-print';
import {
  bitsApart,
  coarsePrint,
  coarseSide,
  resampled,
  wholePrint,
  windowHash,
  windowHashes,
  type PrintHash,
  type PrintWindow,
} from './print-hash';

/** How much a copy may have been trimmed at each edge; finer steps follow where one fits. */
const trims = [0, 0.06, 0.12] as const;
const windows: readonly PrintWindow[] = trims.flatMap((left) =>
  trims.flatMap((top) =>
    trims.flatMap((right) =>
      trims.map((bottom) => ({ left, top, right: 1 - right, bottom: 1 - bottom })),
    ),
  ),
);

const hashesOf = windowHashes(windows);
const wholeHash = windowHash(wholePrint);

/** Bits of 64 in which the hashes of a copy may differ; a mere sieve: one layout's documents pass it. */
const sieveBits = 12;
/** Blocks a side, of which the worst counts: a portrait fills one or two. */
const blocks = 6;
/**
 * In grey levels, of coarse prints. Of 120 copies of 24 drawn pictures it lost none of the 52 that the closer
 * look finds; it saves that look, which is some ten times dearer, for most documents of one layout.
 */
const coarseCopyBelow = 14;
const coarseSteps = [0.03, 0.015] as const;
const fineSteps = [0.015, 0.015, 0.0075, 0.0075, 0.004] as const;

/** A print made ready to be compared with many. */
export interface SoughtPrint {
  readonly print: Uint8Array;
  readonly coarse: Float64Array;
  readonly hash: PrintHash;
  readonly windowHashes: readonly PrintHash[];
}

export function soughtPrint(print: Uint8Array): SoughtPrint {
  const coarse = coarsePrint(print);
  return { print, coarse, hash: wholeHash(coarse), windowHashes: hashesOf(coarse) };
}

/**
 * How different two pictures are where they differ most, in grey levels; infinity when the sieve or a coarse
 * look already tells them apart. Two people's documents of one layout, photographed alike, differ in the
 * portrait and the print only: hence the worst block and not the average.
 */
export function printDistance(sought: SoughtPrint, other: Uint8Array): number {
  const coarse = coarsePrint(other);
  // Either the picture that is sought was trimmed since, or the other was.
  const inOther = nearest(sought.hash, hashesOf(coarse));
  const inSought = nearest(wholeHash(coarse), sought.windowHashes);
  const from = { coarse, print: other };
  return Math.min(closer(sought, from, inOther), closer(from, sought, inSought));
}

type Looks = Pick<SoughtPrint, 'coarse' | 'print'>;

function closer(part: Looks, from: Looks, start: PrintWindow | null): number {
  if (start === null) return Number.POSITIVE_INFINITY;
  const coarse = fit(part.coarse, from.coarse, coarseSide, start, coarseSteps);
  if (coarse.distance >= coarseCopyBelow) return Number.POSITIVE_INFINITY;
  return fit(part.print, from.print, printSide, coarse.window, fineSteps).distance;
}

function nearest(hash: PrintHash, ofWindows: readonly PrintHash[]): PrintWindow | null {
  let best: PrintWindow | null = null;
  let fewest = sieveBits + 1;
  for (const [index, theirs] of ofWindows.entries()) {
    const apart = bitsApart(hash, theirs);
    if (apart < fewest) [fewest, best] = [apart, windows[index] ?? null];
  }
  return best;
}

/** The window is moved and stretched by ever smaller steps while that makes the two more alike. */
function fit(
  part: ArrayLike<number>,
  from: ArrayLike<number>,
  side: number,
  start: PrintWindow,
  steps: readonly number[],
): { readonly distance: number; readonly window: PrintWindow } {
  let window = start;
  let best = worstBlock(part, from, side, window);
  for (const step of steps) {
    for (const edge of ['left', 'top', 'right', 'bottom'] as const) {
      for (const moved of [window[edge] - step, window[edge] + step]) {
        if (moved < 0 || moved > 1) continue;
        const candidate = { ...window, [edge]: moved };
        const distance = worstBlock(part, from, side, candidate);
        if (distance < best) [best, window] = [distance, candidate];
      }
    }
  }
  return { distance: best, window };
}

function worstBlock(
  part: ArrayLike<number>,
  from: ArrayLike<number>,
  side: number,
  window: PrintWindow,
): number {
  const taken = resampled(from, side, window);
  const { gain, offset } = brightness(part, taken);
  const sums = new Float64Array(blocks * blocks);
  const counts = new Float64Array(blocks * blocks);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const index = y * side + x;
      const apart = (part[index] ?? 0) - (gain * (taken[index] ?? 0) + offset);
      const block = Math.floor((y * blocks) / side) * blocks + Math.floor((x * blocks) / side);
      sums[block] = (sums[block] ?? 0) + apart * apart;
      counts[block] = (counts[block] ?? 0) + 1;
    }
  }
  return Math.sqrt(Math.max(...sums.map((sum, block) => sum / (counts[block] ?? 1))));
}

/** The straight line that turns the greys of one into those of the other best. */
function brightness(
  part: ArrayLike<number>,
  taken: Float64Array,
): { readonly gain: number; readonly offset: number } {
  const count = part.length;
  let [sumA, sumB, sumAA, sumAB] = [0, 0, 0, 0];
  for (let index = 0; index < count; index += 1) {
    const a = taken[index] ?? 0;
    const b = part[index] ?? 0;
    sumA += a;
    sumB += b;
    sumAA += a * a;
    sumAB += a * b;
  }
  const spread = sumAA - (sumA * sumA) / count;
  const line = spread === 0 ? 1 : (sumAB - (sumA * sumB) / count) / spread;
  // Editing may lighten a copy; it does not take the picture away.
  const gain = Math.min(1.6, Math.max(0.6, line));
  return { gain, offset: (sumB - gain * sumA) / count };
}
