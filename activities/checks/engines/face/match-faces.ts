import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import type { FaceThreshold } from '../../../../shared/domain/checks/check-config';
import { calibratedScore, faceCalibration } from './face-calibration';
import { cosine, type FaceBox, type FaceEngine } from './face-engine';

/** On the calibrated score, never on the raw cosine (`4-verification.md`). */
export const thresholdScores: Readonly<Record<FaceThreshold, number>> = {
  standard: 0.35,
  strict: 0.5,
  very_strict: 0.6,
};

/** A second face counts from this share of the first one's area on: smaller ones are in the background. */
const companionShare = 0.25;

/** `face_match`: is the person on the selfie the one on the document's portrait? */
export async function matchFaces(
  engine: FaceEngine,
  pair: {
    readonly portrait: Uint8Array;
    readonly selfie: Uint8Array;
    readonly threshold: FaceThreshold;
  },
): Promise<CheckOutcome> {
  const outcome = (
    status: 'passed' | 'failed',
    score: number | null,
    reasons: readonly string[],
  ): CheckOutcome => ({
    check: 'face_match',
    status,
    score,
    reasons,
    engine: engine.engine,
    engineVersion: `${engine.engineVersion}+calibration.${faceCalibration.version}`,
  });
  const portrait = await engine.embedLargest(pair.portrait);
  const selfie = await engine.embedLargest(pair.selfie);
  const missing = [
    ...(portrait === null ? ['no_face_in_document'] : []),
    ...(selfie === null ? ['no_face_in_selfie'] : []),
  ];
  if (portrait === null || selfie === null) return outcome('failed', null, missing);
  if ((await countFaces(engine, pair.selfie)) > 1) {
    return outcome('failed', null, ['several_faces_in_selfie']);
  }
  const score = calibratedScore(cosine(portrait.embedding, selfie.embedding));
  const { status, reasons } = judgeFaceScore(score, pair.threshold);
  return outcome(status, score, reasons);
}

/** What a calibrated score is worth under a threshold; a recorded one can be judged again by another. */
export function judgeFaceScore(
  score: number,
  threshold: FaceThreshold,
): { readonly status: 'passed' | 'failed'; readonly reasons: readonly string[] } {
  return score >= thresholdScores[threshold]
    ? { status: 'passed', reasons: [] }
    : { status: 'failed', reasons: ['face_mismatch'] };
}

/** How many people the picture is of. */
export async function countFaces(engine: FaceEngine, image: Uint8Array): Promise<number> {
  return countProminent(await engine.detect(image));
}

/** Of faces in the order of their size: those not far behind the first. */
export function countProminent(faces: readonly FaceBox[]): number {
  const [largest] = faces;
  if (largest === undefined) return 0;
  const area = largest.width * largest.height;
  return faces.filter(({ width, height }) => width * height >= area * companionShare).length;
}
