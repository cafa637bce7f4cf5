import { anchorsOf, ratesAt, type Anchor } from '../calibration/calibrate';
import { faceCalibration } from '../../../activities/checks/engines/face/face-calibration';
import { thresholdScores } from '../../../activities/checks/engines/face/match-faces';
import { faceThresholds } from '../../../shared/domain/checks/check-config';
import type { AccuracyDeps } from './accuracy-deps';
import { measureFacePairs, type FacePair, type FacePairs } from './face-pairs';
import type { Section, Table } from './report';
import { smallRate } from './share';

/** Face match: the shipped thresholds on the sets, and thresholds of one half on the people of the other. */
export async function faceSection(deps: AccuracyDeps): Promise<Section> {
  const { engine, sets } = await measureFacePairs(deps);
  const shipped = shippedAnchors();
  const folds = [0, 1].map((fold) => {
    const [tuned, held] = [of(sets, fold), of(sets, 1 - fold)];
    return { anchors: anchorsOf(tuned), sets: held, fold };
  });
  const missed = sets.flatMap((set) =>
    ratesAt(set, shipped)
      .filter(({ threshold, false_match: rate }) => rate > promised[threshold])
      .map(
        ({ threshold }) => `\`${threshold}\` matches more strangers than promised (${set.pairs})`,
      ),
  );
  return {
    title: 'Face match',
    words: [
      `Engine ${engine}, calibration ${faceCalibration.version}. The sets: ${sets.map(describe).join('; ')}. Grey pictures of 40 people, most of them men, taken in one laboratory around 1993: they say little about other skins, ages, cameras and light. Pairs share pictures, so the intervals, which take them as independent, are narrower than the truth.`,
      'The thresholds were read off these sets (0.35, 0.50 and 0.60 on the calibrated score; `4-verification.md`), so the first table is what they were made to be. The second is the honest one: thresholds read off one half of the people, rates on the other half.',
    ],
    tables: [
      rateTable(sets.map((set) => ({ name: set.pairs, set, anchors: shipped }))),
      rateTable(
        folds.flatMap(({ anchors, sets: held, fold }) =>
          held.map((set) => ({
            name: `${set.pairs}; tuned on half ${String(fold + 1)}, measured on the other`,
            set,
            anchors,
          })),
        ),
      ),
    ],
    shortfalls: missed,
  };
}

const promised = { standard: 1e-3, strict: 1e-4, very_strict: 0 } as const;

function shippedAnchors(): Anchor[] {
  return faceThresholds.map((threshold) => {
    const score = thresholdScores[threshold];
    const anchor = faceCalibration.anchors.find((candidate) => candidate.score === score);
    if (anchor === undefined) throw new Error(`no anchor of ${threshold}`);
    return { threshold, score, cosine: anchor.cosine };
  });
}

/** Pairs within one half of the people, odd or even numbers. */
function of(sets: readonly FacePairs[], half: number): FacePairs[] {
  const within = ({ person, other }: FacePair): boolean =>
    person % 2 === half && other % 2 === half;
  return sets.map((set) => ({
    ...set,
    genuine: set.genuine.filter(within),
    impostor: set.impostor.filter(within),
  }));
}

function describe({ pairs, genuine, impostor, withoutFace }: FacePairs): string {
  return `${pairs}: ${String(genuine.length)} pairs of one person, ${String(impostor.length)} of two, ${String(withoutFace)} pictures without a usable face`;
}

function rateTable(
  rows: readonly { name: string; set: FacePairs; anchors: readonly Anchor[] }[],
): Table {
  return {
    head: ['pairs', 'threshold', 'cosine', 'false match', 'false non-match'],
    rows: rows.flatMap(({ name, set, anchors }) =>
      ratesAt(set, anchors).map((rate) => [
        name,
        `\`${rate.threshold}\` ${rate.score.toFixed(2)}`,
        rate.cosine.toFixed(4),
        smallRate(rate.false_match, rate.false_match_95),
        smallRate(rate.false_non_match, rate.false_non_match_95),
      ]),
    ),
  };
}
