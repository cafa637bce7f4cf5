/** What is offered to who has not been seen to do it: how it is done, then other ways on. */
export type Help = 'none' | 'how' | 'stuck';

const howAfterMs = 8_000;
const stuckAfterMs = 20_000;

export function helpAfter(askedForMs: number): Help {
  if (askedForMs >= stuckAfterMs) return 'stuck';
  return askedForMs >= howAfterMs ? 'how' : 'none';
}

/** A look that takes longer helps nobody: the person would be ahead of it. */
const slowLookMs = 1_000;
/** The first ones warm up: a browser compiles what runs often. */
const slowLooks = 3;

/** Counts looks in a row that took too long; null from the one on at which the judge is given up. */
export function slowLooksAfter(slow: number, tookMs: number): number | null {
  if (tookMs <= slowLookMs) return 0;
  return slow + 1 >= slowLooks ? null : slow + 1;
}
