import { shows } from '../../../activities/checks/face/liveness/challenge-rules';
import type { ObservedFace } from '../../../activities/checks/face/liveness/observed-frame';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/checks/liveness-challenge';
import { counted, type Counted } from './challenge-rates';
import { attack, isBent, motions, type Motion } from './drawn-attacks';
import { decodeGrey, encodeGrey } from './grey-picture';
import type { LivenessBench } from './liveness-bench';
import { orlLabels } from './orl-labels';

export interface HeldUpStills {
  readonly kind: string;
  /** Of each challenge: stills that were taken for it in one motion or another. */
  readonly claimed: readonly { readonly challenge: LivenessChallenge; readonly rate: Counted }[];
  /** How often three challenges drawn at random were all among those claimed. */
  readonly passesThree: number;
}

/** A screen stays flat; a sheet of paper can be bent around a face's shape. */
const kinds = [
  { kind: 'print, flat', surface: 'print', moved: motions.filter((motion) => !isBent(motion)) },
  { kind: 'print, bent too', surface: 'print', moved: motions },
  { kind: 'screen', surface: 'screen', moved: motions.filter((motion) => !isBent(motion)) },
] as const;

/** One neutral photograph of each person, held up and moved in front of the camera. */
export async function heldUpStills(bench: LivenessBench): Promise<readonly HeldUpStills[]> {
  const results: HeldUpStills[] = [];
  for (const { kind, surface, moved } of kinds) {
    const claims: ReadonlySet<LivenessChallenge>[] = [];
    for (const { person, neutral } of orlLabels.people) {
      const still = await decodeGrey(await bench.orl(person, neutral));
      const seen = new Map<Motion, ObservedFace>();
      for (const motion of moved) {
        const face = await bench.observe(await encodeGrey(attack(still, surface, motion)));
        if (face !== null) seen.set(motion, face);
      }
      claims.push(claimedBy(seen));
    }
    results.push({
      kind,
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
export function shareOfDraws(claimable: number): number {
  let share = 1;
  for (let drawn = 0; drawn < challengesPerCapture; drawn += 1) {
    share *= Math.max(claimable - drawn, 0) / (livenessChallenges.length - drawn);
  }
  return share;
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
