import { z } from 'zod';
import table from './score-calibration.json';

const share = z.number().min(0).max(1);

/** The table beside the engine: data and nothing else. */
const calibrationSchema = z.object({
  version: z.string(),
  engine: z.string(),
  /** Which names, by which seed: never those that the rates are reported on. */
  fitted_on: z.string(),
  /** Ascending in both; scores between are linear. */
  anchors: z.array(z.object({ likeness: share, score: share })).min(2),
});

export const scoreCalibration = calibrationSchema.parse(table);

/**
 * What a threshold is compared with: at 0.5 and 0.6 no group of strangers is hit more often than by the
 * trigram similarities that thresholds were compared with before (engine version 1). Monotone, 1 for 1.
 */
export function calibratedScore(likeness: number): number {
  let below = { likeness: 0, score: 0 };
  for (const above of scoreCalibration.anchors) {
    if (likeness <= above.likeness) {
      const width = above.likeness - below.likeness;
      const part = width === 0 ? 1 : (likeness - below.likeness) / width;
      return below.score + part * (above.score - below.score);
    }
    below = above;
  }
  return below.score;
}
