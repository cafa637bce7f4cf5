import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import type { MeasuredFrame } from '../../../../../shared/domain/checks/liveness-evidence';
import type { ObservedFrame } from './observed-frame';
import { isShownBy } from './performances';

interface ObservedSet {
  readonly neutral: ObservedFrame;
  readonly challenges: readonly {
    readonly challenge: LivenessChallenge;
    readonly frames: readonly ObservedFrame[];
  }[];
}

/** The numbers that the challenges are judged by, frame by frame, for reviewers to compare with what they see. */
export function measuredFrames({ neutral, challenges }: ObservedSet): readonly MeasuredFrame[] {
  return [
    { challenge: 0, position: 0, shows: null, ...numbersOf(neutral) },
    ...challenges.flatMap(({ challenge, frames }, index) =>
      frames.map((frame, position) => ({
        challenge: index + 1,
        position,
        shows: isShownBy(challenge, neutral, frame),
        ...numbersOf(frame),
      })),
    ),
  ];
}

function numbersOf({
  face,
}: ObservedFrame): Omit<MeasuredFrame, 'challenge' | 'position' | 'shows'> {
  return {
    yaw: rounded(face?.pose.yaw),
    pitch: rounded(face?.pose.pitch),
    smile: rounded(face?.smile),
    eyes_open: rounded(face?.eyesOpen),
    mouth_open: rounded(face?.mouthAspect),
  };
}

function rounded(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : Math.round(value * 1_000) / 1_000;
}
