import fc from 'fast-check';
import {
  calibratedScore,
  faceCalibration,
} from '../../../activities/checks/engines/face/face-calibration';
import { errorCatalogue } from '../../../shared/domain/errors/catalogue';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { thresholdScores } from '../../../activities/checks/engines/face/match-faces';

const cosines = fc.double({ min: -1, max: 1, noNaN: true });

describe('the calibrated score', () => {
  test('is exact at each anchor of the table', () => {
    for (const { cosine, score } of faceCalibration.anchors) {
      expect(calibratedScore(cosine)).toBeCloseTo(score, 12);
    }
  });

  test('never falls when the cosine rises, and stays within 0 and 1', () => {
    fc.assert(
      fc.property(cosines, cosines, (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)].map((cosine) =>
          calibratedScore(cosine),
        );
        expect(low).toBeLessThanOrEqual(high ?? 0);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test.each(faceCalibration.measured_on)(
  'each threshold means at most the false-match rate promised for it: $pairs',
  ({ rates }) => {
    const rate = (name: string): number =>
      rates.find(({ threshold }) => threshold === name)?.false_match ?? 1;
    expect(rate('standard')).toBeLessThanOrEqual(1e-3);
    expect(rate('strict')).toBeLessThanOrEqual(1e-4);
    expect(rate('very_strict')).toBe(0);
    for (const { threshold, score } of rates) {
      expect(Object.entries(thresholdScores)).toContainEqual([threshold, score]);
    }
  },
);

test('what is no number is an engine that failed, never a match', () => {
  const judge = (): number => calibratedScore(Number.NaN);
  expect(judge).toThrow(VerifaError);
  expect(judge).toThrow(errorCatalogue.engine_failed.message);
});
