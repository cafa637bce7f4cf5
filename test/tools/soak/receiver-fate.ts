/** What becomes of a try at the receiver. */
export const fates = ['taken', 'slow', 'status', 'busy', 'reset', 'lost_answer', 'hang'] as const;
export type Fate = (typeof fates)[number];

/** Shares of the tries; the rest is answered 200 at once. */
export type Badness = Readonly<Record<Exclude<Fate, 'taken'>, number>>;

/** About one try in five goes wrong. A hang costs the deliverer its whole 30 s, so there are few. */
export const badDays: Badness = {
  slow: 0.02,
  status: 0.1,
  busy: 0.03,
  reset: 0.03,
  lost_answer: 0.02,
  hang: 0.003,
};

/** What a busy receiver answers, and for how long it asks to be left alone. */
export const busy = { status: 429, retryAfterSeconds: 2 } as const;

export const badStatuses = [500, 502, 503, 400, 404, 301] as const;

export function drawFate(random: () => number, badness: Badness): Fate {
  let left = random();
  for (const fate of fates) {
    if (fate === 'taken') continue;
    left -= badness[fate];
    if (left < 0) return fate;
  }
  return 'taken';
}

/** The receiver said 2xx: the deliverer has to leave it at that. */
export function isTaken(fate: Fate): boolean {
  return fate === 'taken' || fate === 'slow';
}
