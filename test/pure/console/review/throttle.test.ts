import * as fc from 'fast-check';
import { throttle } from '../../../../services/console/review/api/throttle';
import { handClock } from './hand-clock';

/** Moments of calls, in order. */
const calls = fc
  .array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 300 })
  .map((all) => all.sort((one, other) => one - other));

it('runs at once for the first call, never twice within a second, and never misses the last one', () => {
  fc.assert(
    fc.property(calls, (moments) => {
      const { timer, windTo } = handClock();
      const runs: number[] = [];
      const throttled = throttle(1_000, () => runs.push(timer.nowMs()), timer);
      for (const moment of moments) {
        windTo(moment);
        throttled.call();
      }
      windTo(30_000);
      expect(runs[0]).toBe(moments[0]);
      for (const [at, run] of runs.entries()) {
        if (at > 0) expect(run - (runs[at - 1] ?? 0)).toBeGreaterThanOrEqual(1_000);
      }
      const last = moments.at(-1) ?? 0;
      expect(runs.at(-1)).toBeGreaterThanOrEqual(last);
      expect(runs.at(-1)).toBeLessThanOrEqual(last + 1_000);
    }),
  );
});

it('of a burst of a hundred runs two: for the first, and for all the rest', () => {
  const { timer, windTo } = handClock();
  let runs = 0;
  const throttled = throttle(1_000, () => (runs += 1), timer);
  for (let call = 0; call < 100; call += 1) {
    windTo(call);
    throttled.call();
  }
  windTo(10_000);
  expect(runs).toBe(2);
});

it('runs nothing more once it was cancelled', () => {
  const { timer, windTo } = handClock();
  let runs = 0;
  const throttled = throttle(1_000, () => (runs += 1), timer);
  throttled.call();
  throttled.call();
  throttled.cancel();
  windTo(10_000);
  expect(runs).toBe(1);
});
