import { assertNever } from '../../../../../shared/domain/assert-never';
import type { LivenessChallenge } from '../../../../../shared/domain/checks/liveness-challenge';
import type { HeadPose } from './observed-frame';

/** When the frames of one set were taken, in milliseconds since the challenge came to the device. */
export interface CaptureTimes {
  readonly neutralMs: number;
  /** In the challenges' order, each in its frames' order. */
  readonly challengesMs: readonly (readonly number[])[];
  /** By the server's clock, from giving the challenge out to having the whole set. */
  readonly elapsedMs: number;
}

/** Cameras give at most 120 frames a second. */
const leastFrameMs = 8;
/** To see what is asked next and to have done it: simple reactions alone take 200 ms. */
const leastChallengeMs = 250;
/** The device's clock and the server's run apart, the answer takes its way. */
const toleranceMs = 2_000;
/** A head is turned at up to some 500 °/s at most. */
const mostDegreesPerSecond = 700;
/** Of the pose net's wavering. */
const wobbleDegrees = 6;

/** Whether no camera before a living person can have taken the frames at these times. */
export function isImpossible({ neutralMs, challengesMs, elapsedMs }: CaptureTimes): boolean {
  let before = neutralMs;
  if (neutralMs < 0) return true;
  for (const times of challengesMs) {
    const [first, last] = [times[0], times.at(-1)];
    if (first === undefined || last === undefined) return true;
    if (last - before < leastChallengeMs) return true;
    for (const atMs of times) {
      if (atMs - before < leastFrameMs) return true;
      before = atMs;
    }
  }
  return before > elapsedMs + toleranceMs;
}

export interface TimedPose {
  readonly atMs: number;
  readonly pose: HeadPose;
}

/**
 * Whether the head moved as one does not: faster than a neck, or to and fro where one movement was asked
 * for. The frames of one challenge, behind the neutral one; what shows no face is left out.
 */
export function isUnlikelyMotion(
  challenge: LivenessChallenge,
  neutral: TimedPose,
  frames: readonly TimedPose[],
): boolean {
  const along = axisOf(challenge);
  if (along === null) return false;
  const path = [neutral, ...frames].map(({ atMs, pose }) => ({ atMs, degrees: along(pose) }));
  const isTooFast = path.some((one, index) => {
    const next = path[index + 1];
    if (next === undefined) return false;
    const seconds = Math.max(next.atMs - one.atMs, 1) / 1_000;
    const degrees = Math.abs(next.degrees - one.degrees);
    return degrees > wobbleDegrees && degrees / seconds > mostDegreesPerSecond;
  });
  return isTooFast || !isOneMovement(path.slice(1).map(({ degrees }) => degrees));
}

/** Up to the farthest frame and back: nowhere against that by more than the net wavers. */
function isOneMovement(degrees: readonly number[]): boolean {
  const peak = degrees.indexOf(Math.max(...degrees));
  const there = degrees.slice(0, peak + 1);
  const back = degrees.slice(peak).toReversed();
  return [there, back].every((way) => {
    let highest = Number.NEGATIVE_INFINITY;
    return way.every((one) => {
      const falls = highest - one;
      highest = Math.max(highest, one);
      return falls <= wobbleDegrees;
    });
  });
}

/** What grows while the challenge is performed; null where the head keeps still. A nod goes there and back. */
function axisOf(challenge: LivenessChallenge): ((pose: HeadPose) => number) | null {
  switch (challenge) {
    case 'turn_left':
      return ({ yaw }) => yaw;
    case 'turn_right':
      return ({ yaw }) => -yaw;
    case 'look_up':
      return ({ pitch }) => pitch;
    case 'nod':
      return ({ pitch }) => -pitch;
    case 'blink':
    case 'smile':
    case 'open_mouth':
      return null;
    default:
      return assertNever(challenge);
  }
}
