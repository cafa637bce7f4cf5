import { shows } from '../../../../activities/checks/engines/face/liveness/challenge-rules';
import type { ObservedFace } from '../../../../activities/checks/engines/face/liveness/observed-frame';
import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';

/** One frame against its neutral one, and what it is known to show. */
export interface LabelledFrame {
  readonly person: number;
  /** Null when no face was found: nothing is shown then. */
  readonly neutral: ObservedFace | null;
  readonly face: ObservedFace | null;
  readonly shows: readonly LivenessChallenge[];
  /** Shown besides: counts neither for nor against. */
  readonly also: readonly LivenessChallenge[];
}

export interface Counted {
  readonly events: number;
  readonly trials: number;
}

export interface ChallengeRates {
  readonly challenge: LivenessChallenge;
  /** Frames that show it and are recognised. */
  readonly recognised: Counted;
  /** Frames that show another challenge and are taken for this one. */
  readonly claimedByOthers: Counted;
}

export function challengeRates(frames: readonly LabelledFrame[]): readonly ChallengeRates[] {
  return livenessChallenges.map((challenge) => {
    const genuine = frames.filter((frame) => frame.shows.includes(challenge));
    const others = frames.filter(
      (frame) => !frame.shows.includes(challenge) && !frame.also.includes(challenge),
    );
    return {
      challenge,
      recognised: counted(genuine, (frame) => isTakenFor(challenge, frame)),
      claimedByOthers: counted(others, (frame) => isTakenFor(challenge, frame)),
    };
  });
}

export function counted<T>(of: readonly T[], holds: (one: T) => boolean): Counted {
  return { events: of.filter(holds).length, trials: of.length };
}

function isTakenFor(challenge: LivenessChallenge, { neutral, face }: LabelledFrame): boolean {
  return neutral !== null && face !== null && shows(challenge, neutral, face);
}
