import { shows } from '../../../activities/checks/face/liveness/challenge-rules';
import type { ObservedFace } from '../../../activities/checks/face/liveness/observed-frame';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/checks/liveness-challenge';
import { counted, type Counted } from './challenge-rates';
import { attack, motions, surfaces, type Motion, type Surface } from './drawn-attacks';
import { decodeGrey, encodeGrey } from './grey-picture';
import type { LivenessBench } from './liveness-bench';
import { orlLabels } from './orl-labels';

export interface HeldUpStills {
  readonly surface: Surface;
  /** Of each challenge: stills that were taken for it in one motion or another. */
  readonly claimed: readonly { readonly challenge: LivenessChallenge; readonly rate: Counted }[];
  /** How often three challenges drawn at random were all among those claimed. */
  readonly passesThree: number;
}

/** One neutral photograph of each person, held up and moved in front of the camera. */
export async function heldUpStills(bench: LivenessBench): Promise<readonly HeldUpStills[]> {
  const results: HeldUpStills[] = [];
  for (const surface of surfaces) {
    const claims: ReadonlySet<LivenessChallenge>[] = [];
    for (const { person, neutral } of orlLabels.people) {
      const still = await decodeGrey(await bench.orl(person, neutral));
      const seen = new Map<Motion, ObservedFace>();
      for (const motion of motions) {
        const face = await bench.observe(await encodeGrey(attack(still, surface, motion)));
        if (face !== null) seen.set(motion, face);
      }
      claims.push(claimedBy(seen));
    }
    results.push({
      surface,
      claimed: livenessChallenges.map((challenge) => ({
        challenge,
        rate: counted(claims, (claimed) => claimed.has(challenge)),
      })),
      passesThree: mean(claims.map(({ size }) => shareOfDraws(size))),
    });
  }
  return results;
}

function claimedBy(seen: ReadonlyMap<Motion, ObservedFace>): ReadonlySet<LivenessChallenge> {
  const neutral = seen.get('still');
  if (neutral === undefined) return new Set();
  const faces = [...seen.values()];
  return new Set(
    livenessChallenges.filter((challenge) => faces.some((face) => shows(challenge, neutral, face))),
  );
}

/** Of all draws of three challenges, those that lie within so many. */
function shareOfDraws(claimable: number): number {
  let share = 1;
  for (let drawn = 0; drawn < challengesPerCapture; drawn += 1) {
    share *= Math.max(claimable - drawn, 0) / (livenessChallenges.length - drawn);
  }
  return share;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
