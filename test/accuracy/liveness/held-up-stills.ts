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

/** As in `judge-liveness.ts`: below it the passive net has doubts. */
const passiveSuspicious = 0.3;

export interface HeldUpStills {
  readonly surface: Surface;
  /** Of each challenge: stills that were taken for it in one motion or another. */
  readonly claimed: readonly { readonly challenge: LivenessChallenge; readonly rate: Counted }[];
  /** How often three challenges drawn at random were all among those claimed. */
  readonly passesThree: number;
  /** Faces that the passive net has doubts of. */
  readonly doubted: Counted;
}

/** One neutral photograph of each person, held up and moved in front of the camera. */
export async function heldUpStills(bench: LivenessBench): Promise<readonly HeldUpStills[]> {
  const results: HeldUpStills[] = [];
  for (const surface of surfaces) {
    const claims: ReadonlySet<LivenessChallenge>[] = [];
    const passive: number[] = [];
    for (const { person, neutral } of orlLabels.people) {
      const still = await decodeGrey(await bench.orl(person, neutral));
      const seen = new Map<Motion, ObservedFace>();
      for (const motion of motions) {
        const face = await bench.observe(await encodeGrey(attack(still, surface, motion)));
        if (face !== null) seen.set(motion, face);
      }
      claims.push(claimedBy(seen));
      passive.push(...[...seen.values()].flatMap((face) => face.passive ?? []));
    }
    results.push({
      surface,
      claimed: livenessChallenges.map((challenge) => ({
        challenge,
        rate: counted(claims, (claimed) => claimed.has(challenge)),
      })),
      passesThree: mean(claims.map(({ size }) => shareOfDraws(size))),
      doubted: counted(passive, (score) => score < passiveSuspicious),
    });
  }
  return results;
}

/** The same of faces in the flesh, so that the doubts can be weighed. */
export async function doubtedGenuine(bench: LivenessBench): Promise<Counted> {
  const passive: number[] = [];
  for (const { person, neutral } of orlLabels.people) {
    const picture = await encodeGrey(await decodeGrey(await bench.orl(person, neutral)));
    const score = (await bench.observe(picture))?.passive ?? null;
    if (score !== null) passive.push(score);
  }
  return counted(passive, (score) => score < passiveSuspicious);
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
