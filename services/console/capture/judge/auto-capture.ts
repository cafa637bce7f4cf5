/** How many looks in a row are good, and which of them is the sharpest. */
export interface Streak {
  readonly good: number;
  readonly best: number;
}

export const noStreak: Streak = { good: 0, best: -1 };

/** About a second: one or two good looks may be luck, and the person has to see that it is about to happen. */
export const looksNeeded = 6;

interface Judged {
  readonly good: boolean;
  /** To choose by; null where there is nothing to measure. */
  readonly sharpness: number | null;
}

/** What follows from a look: whether its frame is the best of the row, and whether the row suffices. */
export function afterLook(
  streak: Streak,
  look: Judged,
): { readonly streak: Streak; readonly keep: boolean; readonly capture: boolean } {
  if (!look.good) return { streak: noStreak, keep: false, capture: false };
  const sharpness = look.sharpness ?? 0;
  // Where it is not measured, the latest frame is the one that was held still for the longest.
  const keep = look.sharpness === null || sharpness > streak.best;
  const next = { good: streak.good + 1, best: Math.max(streak.best, sharpness) };
  return { streak: next, keep, capture: next.good >= looksNeeded };
}
