import { z } from 'zod';
import { faceThresholds } from '../../../../shared/domain/checks/check-config';
import { VerifaError } from '../../../../shared/domain/errors/verifa-error';
import table from './face-calibration.json';

const share = z.number().min(0).max(1);

/** At one threshold: what was seen, and where it lies with 95 % confidence (Wilson, pairs taken as independent). */
const rateSchema = z.object({
  threshold: z.enum(faceThresholds),
  score: share,
  cosine: z.number(),
  false_match: share,
  false_match_95: z.tuple([share, share]),
  false_non_match: share,
  false_non_match_95: z.tuple([share, share]),
});

/** The table beside the engine: made by `npm run calibrate:faces`, data and nothing else. */
export const faceCalibrationSchema = z.object({
  version: z.string(),
  engine: z.string(),
  /** Ascending in both; scores between are linear. */
  anchors: z.array(z.object({ cosine: z.number(), score: share })).min(2),
  measured_on: z.array(
    z.object({
      pairs: z.string(),
      genuine_pairs: z.number().int(),
      impostor_pairs: z.number().int(),
      /** Pictures of which no face was embedded: they are in no pair. */
      without_face: z.number().int(),
      rates: z.array(rateSchema),
    }),
  ),
});
export type FaceCalibration = z.infer<typeof faceCalibrationSchema>;

export const faceCalibration: FaceCalibration = faceCalibrationSchema.parse(table);

/**
 * The calibrated score of a cosine: 0–1, monotone, its anchors exact (`4-verification.md`).
 *
 * @throws VerifaError engine_failed for what is no number: it must never pass for a match
 */
export function calibratedScore(
  cosine: number,
  { anchors }: Pick<FaceCalibration, 'anchors'> = faceCalibration,
): number {
  if (Number.isNaN(cosine)) throw new VerifaError('engine_failed');
  let [below] = anchors;
  for (const above of anchors) {
    if (cosine <= above.cosine) {
      if (below === undefined || above.cosine === below.cosine) return above.score;
      const part = (cosine - below.cosine) / (above.cosine - below.cosine);
      return below.score + Math.max(part, 0) * (above.score - below.score);
    }
    below = above;
  }
  return below?.score ?? 0;
}
