import type { Timer } from '../../../../services/console/review/api/throttle';

/** A clock that is wound by hand. */
export function handClock() {
  let nowMs = 0;
  let due: { readonly atMs: number; readonly run: () => void }[] = [];
  const timer: Timer = {
    nowMs: () => nowMs,
    after(ms, run) {
      const one = { atMs: nowMs + ms, run };
      due = [...due, one];
      return () => {
        due = due.filter((other) => other !== one);
      };
    },
  };
  const windTo = (untilMs: number): void => {
    for (;;) {
      const [next] = due.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs);
      if (next === undefined) break;
      due = due.filter((one) => one !== next);
      nowMs = next.atMs;
      next.run();
    }
    nowMs = untilMs;
  };
  return { timer, windTo };
}
