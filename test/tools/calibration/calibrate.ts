import type { FaceCalibration } from '../../../activities/checks/engines/face/face-calibration';
import type { FaceThreshold } from '../../../shared/domain/checks/check-config';
import type { FacePair, FacePairs } from '../accuracy/face-pairs';
import { wilson } from './wilson';

export interface Anchor {
  readonly threshold: FaceThreshold;
  readonly score: number;
  readonly cosine: number;
}

/**
 * The cosine of each threshold: the lowest at which every set's false-match rate is at most the one that
 * `4-verification.md` gives the threshold, so that a document's portrait is judged as strictly as a photograph.
 */
export function anchorsOf(sets: readonly Pick<FacePairs, 'impostor'>[]): readonly Anchor[] {
  const highest = (share: number): number =>
    Math.max(...sets.map(({ impostor }) => reachedBy(impostor, share)));
  return [
    { threshold: 'standard', score: 0.35, cosine: round(highest(1e-3)) },
    { threshold: 'strict', score: 0.5, cosine: round(highest(1e-4)) },
    // Above any impostor pair seen, with a little room.
    { threshold: 'very_strict', score: 0.6, cosine: round(highest(0) + 0.005) },
  ];
}

/** The cosine that at most this share of the pairs exceeds. */
function reachedBy(pairs: readonly FacePair[], share: number): number {
  const falling = pairs.map(({ cosine }) => cosine).sort((a, b) => b - a);
  return falling[Math.floor(falling.length * share)] ?? 1;
}

export function ratesAt(
  { genuine, impostor }: Pick<FacePairs, 'genuine' | 'impostor'>,
  anchors: readonly Anchor[],
): FaceCalibration['measured_on'][number]['rates'] {
  return anchors.map((anchor) => {
    const matched = impostor.filter(({ cosine }) => cosine >= anchor.cosine).length;
    const missed = genuine.filter(({ cosine }) => cosine < anchor.cosine).length;
    return {
      ...anchor,
      false_match: matched / impostor.length,
      false_match_95: wilson(matched, impostor.length),
      false_non_match: missed / genuine.length,
      false_non_match_95: wilson(missed, genuine.length),
    };
  });
}

export function calibration(engine: string, sets: readonly FacePairs[]): FaceCalibration {
  const anchors = anchorsOf(sets);
  return {
    version: '2',
    engine,
    anchors: [
      { cosine: 0, score: 0 },
      ...anchors.map(({ cosine, score }) => ({ cosine, score })),
      { cosine: 1, score: 1 },
    ],
    measured_on: sets.map((set) => ({
      pairs: set.pairs,
      genuine_pairs: set.genuine.length,
      impostor_pairs: set.impostor.length,
      without_face: set.withoutFace,
      rates: ratesAt(set, anchors),
    })),
  };
}

/** Upwards: a pair exactly at the limit is no match. */
function round(value: number): number {
  return Math.ceil(value * 10_000 + 1e-6) / 10_000;
}
