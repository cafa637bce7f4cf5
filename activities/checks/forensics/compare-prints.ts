import { printSide } from './picture-print';
import {
  bitsApart,
  coarsePrint,
  printHash,
  resampled,
  wholePrint,
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

/** Bits of 64 in which the hashes of a copy may differ; a mere sieve: one layout's documents pass it. */
const sieveBits = 12;
const blocks = 6;

/** A print made ready to be compared with many. */
export interface SoughtPrint {
  readonly print: Uint8Array;
  readonly hash: PrintHash;
  readonly windowHashes: readonly PrintHash[];
}

export function soughtPrint(print: Uint8Array): SoughtPrint {
  const coarse = coarsePrint(print);
  return {
    print,
    hash: printHash(coarse, wholePrint),
    windowHashes: windows.map((window) => printHash(coarse, window)),
  };
}

/**
 * How different two pictures are where they differ most, in grey levels; infinity when the sieve already
 * tells them apart. Two people's documents of one layout, photographed alike, differ in the portrait and
 * the print only: hence the worst block and not the average.
 */
export function printDistance(sought: SoughtPrint, other: Uint8Array): number {
  const coarse = coarsePrint(other);
  // Either the picture that is sought was trimmed since, or the other was.
  const ofOther = windows.map((window) => printHash(coarse, window));
  const inOther = nearest(sought.hash, ofOther);
  const inSought = nearest(printHash(coarse, wholePrint), sought.windowHashes);
  return Math.min(
    inOther === null ? Number.POSITIVE_INFINITY : fit(sought.print, other, inOther),
    inSought === null ? Number.POSITIVE_INFINITY : fit(other, sought.print, inSought),
  );
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
function fit(part: Uint8Array, from: Uint8Array, start: PrintWindow): number {
  let window = start;
  let best = worstBlock(part, from, window);
  for (const step of [0.03, 0.03, 0.015, 0.015, 0.0075, 0.0075, 0.004]) {
    for (const edge of ['left', 'top', 'right', 'bottom'] as const) {
      for (const moved of [window[edge] - step, window[edge] + step]) {
        if (moved < 0 || moved > 1) continue;
        const candidate = { ...window, [edge]: moved };
        const distance = worstBlock(part, from, candidate);
        if (distance < best) [best, window] = [distance, candidate];
      }
    }
  }
  return best;
}

function worstBlock(part: Uint8Array, from: Uint8Array, window: PrintWindow): number {
  const taken = resampled(from, printSide, window, [printSide, printSide]);
  const { gain, offset } = brightness(part, taken);
  const sums = new Float64Array(blocks * blocks);
  for (let y = 0; y < printSide; y += 1) {
    for (let x = 0; x < printSide; x += 1) {
      const index = y * printSide + x;
      const apart = (part[index] ?? 0) - (gain * (taken[index] ?? 0) + offset);
      const block =
        Math.floor((y * blocks) / printSide) * blocks + Math.floor((x * blocks) / printSide);
      sums[block] = (sums[block] ?? 0) + apart * apart;
    }
  }
  return Math.sqrt(Math.max(...sums) / (printSide / blocks) ** 2);
}

/** The straight line that turns the greys of one into those of the other best. */
function brightness(
  part: Uint8Array,
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
