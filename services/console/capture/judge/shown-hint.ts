/** What a person is told at the moment, and since when. */
export interface ShownHint<Hint> {
  readonly hint: Hint | null;
  readonly sinceMs: number;
}

/** A sentence has to stand long enough to be read, and a screen reader to end it. */
const standsMs = 1_200;

/** The next hint to show: the old one stands its time, and a good look is told at once. */
export function nextHint<Hint>(
  shown: ShownHint<Hint>,
  hint: Hint,
  isGood: boolean,
  nowMs: number,
): ShownHint<Hint> {
  if (shown.hint === hint) return shown;
  if (shown.hint !== null && !isGood && nowMs - shown.sinceMs < standsMs) return shown;
  return { hint, sinceMs: nowMs };
}
