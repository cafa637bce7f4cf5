import fc from 'fast-check';
import { barsOf, scaleOf } from '../../../../../services/console/review/case/judged/waterfall';

/** Parts as the API says them: each sum is the one before and what counts. */
const partsArb = fc.array(fc.integer({ min: 0, max: 60 })).map((counted) => {
  let sum = 0;
  return counted.map((counts) => {
    sum += counts;
    return { counts, sum };
  });
});

it('begins each bar where the one above it ended, from 0 to the sum', () => {
  fc.assert(
    fc.property(partsArb, (parts) => {
      const bars = barsOf(parts);
      let end = 0;
      for (const { from, width } of bars) {
        expect(from).toBeCloseTo(end, 9);
        end = from + width;
      }
      expect(end * scaleOf(parts)).toBeCloseTo(parts.at(-1)?.sum ?? 0, 9);
    }),
  );
});

it('stays on its scale, which is 100 until the sum is more', () => {
  fc.assert(
    fc.property(partsArb, (parts) => {
      expect(scaleOf(parts)).toBe(Math.max(100, parts.at(-1)?.sum ?? 0));
      for (const { from, width } of barsOf(parts)) {
        expect(from).toBeGreaterThanOrEqual(0);
        expect(from + width).toBeLessThanOrEqual(1 + 1e-9);
      }
    }),
  );
});
