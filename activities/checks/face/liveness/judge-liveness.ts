import type { LivenessChallenge } from '../../../../shared/checks/liveness-challenge';
import type { CheckOutcome } from '../../../../shared/checks/outcome';
import { calibratedScore } from '../face-calibration';
import { cosine } from '../face-engine';
import { thresholdScores } from '../match-faces';
import { shows } from './challenge-rules';
import type { FrameObserver } from './frame-observer';
import type { ObservedFace, ObservedFrame } from './observed-frame';

export interface LivenessFrames {
  readonly neutral: Uint8Array;
  /** In the order in which they were asked. */
  readonly challenges: readonly {
    readonly challenge: LivenessChallenge;
    readonly frames: readonly Uint8Array[];
  }[];
  /** Absent where the workflow takes no selfie. */
  readonly selfie: Uint8Array | null;
}

export interface JudgedLiveness {
  readonly outcome: CheckOutcome;
  /** Codes and numbers; how alike two faces are is still about a person. */
  readonly evidence: Readonly<Record<string, unknown>>;
}

/** A face in the flesh scores above .9; below this the frame looks like a print or a screen. */
const passiveSuspicious = 0.3;

/**
 * `liveness`: were the challenges really performed, by one person, in frames that differ? This stops one
 * photograph; a replayed video of the very challenges, or an injected stream, it does not.
 */
export async function judgeLiveness(
  observer: FrameObserver,
  frames: LivenessFrames,
): Promise<JudgedLiveness> {
  const neutral = await observer.observe(frames.neutral);
  const challenges: { challenge: LivenessChallenge; frames: ObservedFrame[] }[] = [];
  for (const { challenge, frames: images } of frames.challenges) {
    const observed: ObservedFrame[] = [];
    for (const image of images) observed.push(await observer.observe(image));
    challenges.push({ challenge, frames: observed });
  }
  const all = [neutral, ...challenges.flatMap((one) => one.frames)];
  const selfie = frames.selfie === null ? null : await observer.observe(frames.selfie);
  const results = challenges.map(({ challenge, frames: shown }) => ({
    challenge,
    performed: neutral.face !== null && isPerformed(challenge, neutral.face, shown),
  }));
  const alike = likeness(neutral.face, all.slice(1));
  const toSelfie = selfie === null ? null : score(neutral.face, selfie.face);
  const passive = lowestPassive(all);
  const reasons = [
    ...neutralReasons(neutral, challenges),
    ...(repeats(all) ? ['frames_repeated'] : []),
    ...(alike !== null && alike < thresholdScores.standard ? ['face_changed'] : []),
    ...(selfie !== null && (toSelfie ?? 0) < thresholdScores.standard
      ? ['face_differs_from_selfie']
      : []),
    ...(all.some(({ face }) => face !== null && face.faces > 1) ? ['several_faces'] : []),
    ...results.filter(({ performed }) => !performed).map((one) => `${one.challenge}_not_performed`),
  ];
  const suspicious = passive !== null && passive < passiveSuspicious;
  return {
    outcome: {
      check: 'liveness',
      status: reasons.length === 0 ? 'passed' : 'failed',
      score: results.filter(({ performed }) => performed).length / results.length,
      // A signal for risk and reviewers: no passive model tried can decide (`7-check-engines.md`).
      reasons: suspicious ? [...reasons, 'passive_suspicious'] : reasons,
      engine: observer.engine,
      engineVersion: observer.engineVersion,
    },
    evidence: { challenges: results, likeness: alike, selfie_likeness: toSelfie, passive },
  };
}

/** One frame that shows it is enough: the others are on the way there and back. */
export function isPerformed(
  challenge: LivenessChallenge,
  neutral: ObservedFace,
  frames: readonly ObservedFrame[],
): boolean {
  return frames.some(
    ({ face }) =>
      // Only a face that can be known again: else anybody's could perform in between.
      face !== null && face.embedding !== null && shows(challenge, neutral, face),
  );
}

function neutralReasons(
  neutral: ObservedFrame,
  challenges: readonly { readonly frames: readonly ObservedFrame[] }[],
): readonly string[] {
  if (neutral.face?.embedding == null) return ['no_face_in_neutral_frame'];
  const isLost = challenges.some(({ frames }) => frames.every(({ face }) => face === null));
  return isLost ? ['no_face_in_challenge'] : [];
}

function repeats(frames: readonly ObservedFrame[]): boolean {
  return new Set(frames.map(({ pixelHash }) => pixelHash)).size < frames.length;
}

/** The least alike of all clear faces, on the calibrated score; null when there is none to compare. */
function likeness(neutral: ObservedFace | null, frames: readonly ObservedFrame[]): number | null {
  const scores = frames.map(({ face }) => score(neutral, face)).filter((one) => one !== null);
  return scores.length === 0 ? null : Math.min(...scores);
}

function score(one: ObservedFace | null, two: ObservedFace | null): number | null {
  if (one?.embedding == null || two?.embedding == null) return null;
  return calibratedScore(cosine(one.embedding, two.embedding));
}

function lowestPassive(frames: readonly ObservedFrame[]): number | null {
  const scores = frames.flatMap(({ face }) => face?.passive ?? []);
  return scores.length === 0 ? null : Math.min(...scores);
}
