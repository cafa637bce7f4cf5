import fc from 'fast-check';
import {
  afterLook,
  looksNeeded,
  noStreak,
} from '../../../../../services/console/capture/judge/auto-capture';
import { nextHint } from '../../../../../services/console/capture/judge/shown-hint';

const look = fc.record({
  good: fc.boolean(),
  sharpness: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});

it('captures after enough good looks in a row and never sooner', () => {
  fc.assert(
    fc.property(fc.array(look, { maxLength: 40 }), (looks) => {
      let streak = noStreak;
      for (const [index, one] of looks.entries()) {
        const after = afterLook(streak, one);
        const last = looks.slice(Math.max(0, index + 1 - looksNeeded), index + 1);
        expect(after.capture).toBe(last.length === looksNeeded && last.every(({ good }) => good));
        streak = after.streak;
      }
    }),
  );
});

it('keeps the frame of the sharpest look of the row', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (all) => {
      let streak = noStreak;
      let kept: number | null = null;
      for (const sharpness of all) {
        const after = afterLook(streak, { good: true, sharpness });
        if (after.keep) kept = sharpness;
        streak = after.streak;
      }
      expect(kept).toBe(Math.max(...all));
    }),
  );
});

it('begins a new row with any look that is not good', () => {
  const before = { good: 3, best: 0.9 };
  expect(afterLook(before, { good: false, sharpness: 1 }).streak).toEqual(noStreak);
  expect(afterLook(noStreak, { good: true, sharpness: null }).keep).toBe(true);
});

it('lets a hint stand long enough to be read, and tells a good look at once', () => {
  const dark = { hint: 'too_dark', sinceMs: 0 };
  expect(nextHint(dark, 'glare', false, 600)).toBe(dark);
  expect(nextHint(dark, 'glare', false, 1300)).toEqual({ hint: 'glare', sinceMs: 1300 });
  expect(nextHint(dark, 'good', true, 10)).toEqual({ hint: 'good', sinceMs: 10 });
});
