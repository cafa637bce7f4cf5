import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import type { CheckOutcome } from '../../../../../shared/domain/checks/outcome';
import { calibratedScore } from '../face-calibration';
import { cosine } from '../face-engine';
import { thresholdScores } from '../match-faces';
import { framePrint } from './frame-print';
import type { FrameObserver } from './frame-observer';
import { judgeCapture, type Capture, type JudgedCapture } from './judge-capture';
import { measuredFrames } from './measured-frames';
import type { ObservedFace, ObservedFrame } from './observed-frame';
import { performances, type Performance } from './performances';

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

/** The frames as they were measured: all that follows is by rule. */
export interface ObservedSet {
  readonly neutral: ObservedFrame;
  readonly challenges: readonly {
    readonly challenge: LivenessChallenge;
    readonly frames: readonly ObservedFrame[];
  }[];
  readonly selfie: ObservedFrame | null;
}

/** What the pictures alone say, whenever they were taken. */
export interface JudgedPictures {
  readonly results: readonly Performance[];
  /** Each of them fails the check. */
  readonly reasons: readonly string[];
  readonly likeness: number | null;
  readonly selfieLikeness: number | null;
  readonly passive: number | null;
}

/**
 * `liveness`: were the challenges really performed, by one person, in frames that differ and are not one
 * photograph drawn over? A video that was recorded for these very challenges, or made for them by a good
 * enough model and injected, it does not stop.
 */
export async function judgeLiveness(
  observer: FrameObserver,
  frames: LivenessFrames,
): Promise<JudgedLiveness> {
  const set = await observeFrames(observer, frames);
  const pictures = judgePictures(set);
  const { results, likeness, selfieLikeness, passive } = pictures;
  const capture = judgeCapture(frames.capture, set.neutral, set.challenges);
  const reasons = livenessReasons(pictures, capture);
  const performed = results.filter(({ isShown, isRedrawn }) => isShown && !isRedrawn).length;
  return {
    outcome: {
      check: 'liveness',
      status: pictures.reasons.length === 0 ? 'passed' : 'failed',
      score: (performed / results.length) * capture.credit,
      reasons,
      engine: observer.engine,
      engineVersion: observer.engineVersion,
    },
    evidence: {
      challenges: results.map(({ challenge, isShown, likeness: toOthers }) => ({
        challenge,
        performed: isShown,
        photograph_likeness: toOthers,
      })),
      likeness,
      selfie_likeness: selfieLikeness,
      passive,
      timed: frames.capture !== null,
      colours: capture.colours,
      frames: measuredFrames(set),
    },
    looks: [set.neutral, ...set.challenges.flatMap((one) => one.frames)].map(lookOf),
    selfieLook: set.selfie === null ? null : lookOf(set.selfie),
  };
}

async function observeFrames(
  observer: FrameObserver,
  frames: LivenessFrames,
): Promise<ObservedSet> {
  const neutral = await observer.observe(frames.neutral);
  const challenges: { challenge: LivenessChallenge; frames: ObservedFrame[] }[] = [];
  for (const { challenge, frames: images } of frames.challenges) {
    const observed: ObservedFrame[] = [];
    for (const image of images) observed.push(await observer.observe(image));
    challenges.push({ challenge, frames: observed });
  }
  const selfie = frames.selfie === null ? null : await observer.observe(frames.selfie);
  return { neutral, challenges, selfie };
}

export function judgePictures({ neutral, challenges, selfie }: ObservedSet): JudgedPictures {
  const all = [neutral, ...challenges.flatMap((one) => one.frames)];
  const results = performances(neutral, challenges, selfie);
  const alike = likeness(neutral.face, all.slice(1));
  const toSelfie = selfie === null ? null : score(neutral.face, selfie.face);
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
  return {
    results,
    reasons,
    likeness: alike,
    selfieLikeness: toSelfie,
    passive: lowestPassive(all),
  };
}

/** All of them; of the doubts it is for the workflow to say whether one fails the check (`fail_on`). */
export function livenessReasons(
  { reasons, passive }: JudgedPictures,
  { doubts }: JudgedCapture,
): readonly string[] {
  const isSuspicious = passive !== null && passive < passiveSuspicious;
  return [...reasons, ...doubts, ...(isSuspicious ? ['passive_suspicious'] : [])];
}

/** By what a frame is looked for among those of other sessions. */
export function lookOf({ pixelHash, look }: ObservedFrame): FrameLook {
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
