import fc from 'fast-check';
import { durationText, shareText } from '../../../../services/console/review/parts/duration';
import { lastDays } from '../../../../services/console/review/routes/insights/last-days';
import {
  funnelSteps,
  lostBefore,
  sumSteps,
  type FunnelStep,
} from '../../../../services/console/review/routes/insights/sum-steps';
import { funnelSteps as published } from '../../../../services/api/analytics/funnel-object';
import { requireRange } from '../../../../services/api/analytics/asked-range';

const counts = fc.record(
  Object.fromEntries(funnelSteps.map((step) => [step, fc.nat(1_000)])) as Record<
    FunnelStep,
    fc.Arbitrary<number>
  >,
);

it('has the steps that the API counts, in its order', () => {
  expect(funnelSteps).toEqual(published);
});

it('groups add up to the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ steps: counts, camera_denied: fc.nat(99) })), (groups) => {
      const { steps, cameraDenied } = sumSteps(groups);
      for (const step of funnelSteps) {
        expect(steps[step]).toBe(groups.reduce((total, one) => total + one.steps[step], 0));
      }
      expect(cameraDenied).toBe(groups.reduce((total, one) => total + one.camera_denied, 0));
    }),
  );
});

describe('who is lost before a step', () => {
  it('is never fewer than nobody, nor more than came to the step before', () => {
    fc.assert(
      fc.property(counts, (steps) => {
        for (const [at, step] of funnelSteps.entries()) {
          const lost = lostBefore(steps, step);
          if (at === 0) expect(lost).toBeNull();
          else {
            expect(lost).toBeGreaterThanOrEqual(0);
            expect(lost).toBeLessThanOrEqual(steps[funnelSteps[at - 1] ?? step]);
          }
        }
      }),
    );
  });

  it('is nobody at a step that a workflow leaves out', () => {
    const steps = {
      ...{ created: 10, opened: 8, consent: 8, document_type: 7, document: 7 },
      ...{ selfie: 0, liveness: 0, submitted: 6, decided: 6 },
    };
    expect(funnelSteps.map((step) => lostBefore(steps, step))).toEqual([
      null,
      2,
      0,
      1,
      0,
      1,
      0,
      0,
      0,
    ]);
  });
});

it.each([
  [0, '0 sec'],
  [400, '0.4 sec'],
  [59_000, '59 sec'],
  [90_000, '1.5 min'],
  [3_600_000, '1 hr'],
  [47 * 3_600_000, '47 hr'],
  [72 * 3_600_000, '3 days'],
])('%i ms are written as %s', (ms, text) => {
  expect(durationText(ms, 'en')).toBe(text);
});

it('a share of nothing is none', () => {
  expect([shareText(1, 0, 'en'), shareText(1, 3, 'en'), shareText(0, 3, 'en')]).toEqual([
    '–',
    '33.3%',
    '0%',
  ]);
});

it('the days asked for are so many, end with today, and are taken by the API', () => {
  const now = fc.date({ noInvalidDate: true, min: new Date('2020'), max: new Date('2040') });
  fc.assert(
    fc.property(now, fc.constantFrom(7, 30, 90), (at, days) => {
      const { from, to } = lastDays(days, at);
      const range = { from: new Date(from), to: new Date(to) };
      expect(range.to.getTime() - range.from.getTime()).toBe(days * 86_400_000);
      expect(at >= range.from && at < range.to).toBe(true);
      expect(() => requireRange(range)).not.toThrow();
    }),
  );
});
