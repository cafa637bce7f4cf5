/** What one signal adds. */
interface Counted {
  readonly counts: number;
  readonly sum: number;
}

export interface Bar {
  /** In shares of the whole width. */
  readonly from: number;
  readonly width: number;
}

/** Beyond it nothing counts (`deploy/RISK.md`). */
const highestScore = 100;

/** The end of the scale: the sum may go beyond what counts, and is drawn as far. */
export function scaleOf(parts: readonly Counted[]): number {
  return Math.max(highestScore, ...parts.map(({ sum }) => sum));
}

/** Each part begins where the sum before it ended. */
export function barsOf(parts: readonly Counted[]): readonly Bar[] {
  const scale = scaleOf(parts);
  return parts.map(({ counts, sum }) => ({ from: (sum - counts) / scale, width: counts / scale }));
}
