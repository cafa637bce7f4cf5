import type { ObservedFrame } from '../../../../activities/checks/engines/face/liveness/observed-frame';
import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';
import {
  modes,
  passedByMode,
  passes,
  reasonsByMode,
  type Light,
  type PassedByMode,
} from './capture-modes';
import { counted, type Counted } from './challenge-rates';

/** One attacker with one photograph of one person. */
export interface Attacker {
  readonly person: number;
  readonly neutral: ObservedFrame;
  /** For each challenge that one of the frames is taken for by itself, that frame. */
  readonly claimed: ReadonlyMap<LivenessChallenge, ObservedFrame>;
}

export interface DrawsPassed {
  readonly attack: string;
  readonly people: 'odd' | 'even';
  /** Of all draws of all people. */
  readonly draws: PassedByMode;
  /** Those of whom at least one draw passes: the draws of one person are not independent. */
  readonly anyDraw: readonly Counted[];
}

/**
 * Every draw of three challenges, answered with the frames that were taken for them. A draw with a challenge
 * that no frame was taken for cannot pass: together frames are judged by more rules than each by itself.
 */
export function everyDraw(
  attack: string,
  attackers: readonly Attacker[],
  light: Light,
): readonly DrawsPassed[] {
  return (['odd', 'even'] as const).map((people) => {
    const half = attackers.filter(({ person }) => (person % 2 === 1) === (people === 'odd'));
    const judged = half.map((attacker) => draws.map((draw) => judgedDraw(attacker, draw, light)));
    return {
      attack,
      people,
      draws: passedByMode(judged.flat()),
      anyDraw: modes.map((_, mode) =>
        counted(judged, (one) => one.some((reasons) => passes(reasons[mode] ?? []))),
      ),
    };
  });
}

const unclaimed = modes.map(() => ['not_claimed']);

function judgedDraw(
  { person, neutral, claimed }: Attacker,
  draw: readonly LivenessChallenge[],
  light: Light,
): readonly (readonly string[])[] {
  const challenges = draw.flatMap((challenge) => {
    const frame = claimed.get(challenge);
    return frame === undefined ? [] : [{ challenge, frames: twice(frame) }];
  });
  if (challenges.length < draw.length) return unclaimed;
  return reasonsByMode({ neutral, challenges, selfie: null }, person, light);
}

/** Held for a moment: the same to every measure, in other pixels. */
function twice(frame: ObservedFrame): readonly ObservedFrame[] {
  return [frame, { ...frame, pixelHash: `${frame.pixelHash} again` }];
}

/** Three different ones of seven; their order changes no rule. */
const draws: readonly (readonly LivenessChallenge[])[] = livenessChallenges.flatMap((one, first) =>
  livenessChallenges
    .slice(first + 1)
    .flatMap((two, second) =>
      livenessChallenges.slice(first + second + 2).map((three) => [one, two, three]),
    ),
);
