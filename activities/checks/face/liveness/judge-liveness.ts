import type { LivenessChallenge } from '../../../../shared/checks/liveness-challenge';
import type { CheckOutcome } from '../../../../shared/checks/outcome';
import { calibratedScore } from '../face-calibration';
import { cosine } from '../face-engine';
import { thresholdScores } from '../match-faces';
import { framePrint } from './frame-print';
import type { FrameObserver } from './frame-observer';
import { judgeCapture, type Capture } from './judge-capture';
import type { ObservedFace, ObservedFrame } from './observed-frame';
import { performances } from './performances';

export interface LivenessFrames {
  readonly neutral: Uint8Array;
  /** In the order in which they were asked. */
  readonly challenges: readonly {
    readonly challenge: LivenessChallenge;
    readonly frames: readonly Uint8Array[];
  }[];
  /** Absent where the workflow takes no selfie. */
  readonly selfie: Uint8Array | null;
  /** Null where the device did not say when it took the frames. */
  readonly capture: Capture | null;
}

/** By what a frame is found when another session sends it again. */
export interface FrameLook {
  readonly pixelHash: string;
  /** Null where there is no face to print. */
  readonly print: Uint8Array | null;
}

export interface JudgedLiveness {
  readonly outcome: CheckOutcome;
  /** Codes and numbers; how alike two faces are is still about a person. */
  readonly evidence: Readonly<Record<string, unknown>>;
  /** The neutral frame's, then each challenge's, in order. */
  readonly looks: readonly FrameLook[];
  /** Null where the workflow takes no selfie. */
  readonly selfieLook: FrameLook | null;
}

/** A face in the flesh scores above .9; below this the frame looks like a print or a screen. */
export const passiveSuspicious = 0.3;

/**
 * `liveness`: were the challenges really performed, by one person, in frames that differ and are not one
 * photograph drawn over? A video that was recorded for these very challenges, or made for them by a good
 * enough model and injected, it does not stop.
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
  const results = performances(neutral, challenges, selfie);
  const alike = likeness(neutral.face, all.slice(1));
  const toSelfie = selfie === null ? null : score(neutral.face, selfie.face);
  const passive = lowestPassive(all);
  const capture = judgeCapture(frames.capture, neutral, challenges);
  const reasons = [
    ...neutralReasons(neutral, challenges),
    ...(repeats(all) ? ['frames_repeated'] : []),
    ...(results.some(({ isRedrawn }) => isRedrawn) ? ['same_photograph'] : []),
    ...(alike !== null && alike < thresholdScores.standard ? ['face_changed'] : []),
    ...(selfie !== null && (toSelfie ?? 0) < thresholdScores.standard
      ? ['face_differs_from_selfie']
      : []),
    ...(all.some(({ face }) => face !== null && face.faces > 1) ? ['several_faces'] : []),
    ...results.filter(({ isShown }) => !isShown).map((one) => `${one.challenge}_not_performed`),
  ];
  const suspicious = passive !== null && passive < passiveSuspicious;
  const performed = results.filter(({ isShown, isRedrawn }) => isShown && !isRedrawn).length;
  return {
    outcome: {
      check: 'liveness',
      status: reasons.length === 0 ? 'passed' : 'failed',
      score: (performed / results.length) * capture.credit,
      // Doubts: whether one fails the check is for the workflow to say (`fail_on`).
      reasons: [...reasons, ...capture.doubts, ...(suspicious ? ['passive_suspicious'] : [])],
      engine: observer.engine,
      engineVersion: observer.engineVersion,
    },
    evidence: {
      challenges: results.map(({ challenge, isShown, likeness: toOthers }) => ({
        challenge,
        performed: isShown,
        photograph_likeness: toOthers,
      })),
      likeness: alike,
      selfie_likeness: toSelfie,
      passive,
      timed: frames.capture !== null,
      colours: capture.colours,
    },
    looks: all.map(lookOf),
    selfieLook: selfie === null ? null : lookOf(selfie),
  };
}

function lookOf({ pixelHash, look }: ObservedFrame): FrameLook {
  return { pixelHash, print: look === null ? null : framePrint(look.plane) };
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
