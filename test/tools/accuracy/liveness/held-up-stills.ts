import { shows } from '../../../../activities/checks/engines/face/liveness/challenge-rules';
import type { ObservedFrame } from '../../../../activities/checks/engines/face/liveness/observed-frame';
import { performances } from '../../../../activities/checks/engines/face/liveness/performances';
import {
  challengesPerCapture,
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';
import { takenAgain } from './burst';
import type { Light } from './capture-modes';
import { counted, type Counted } from './challenge-rates';
import { attack, isBent, motions, surfaces, type Motion, type Surface } from './drawn-attacks';
import { everyDraw, type Attacker, type DrawsPassed } from './every-draw';
import { decodeGrey, encodeGrey } from './grey-picture';
import type { LivenessBench } from './liveness-bench';
import { orlLabels } from './orl-labels';

export interface HeldUpStills {
  readonly kind: string;
  /** Of each challenge: stills that were taken for it in one motion or another, by what it shows alone. */
  readonly claimed: readonly { readonly challenge: LivenessChallenge; readonly rate: Counted }[];
  /** How often three challenges drawn at random were all among those claimed. */
  readonly passesThree: number;
  /** And by all rules together, in each mode. */
  readonly draws: readonly DrawsPassed[];
}

/** A screen stays flat; a sheet of paper can be bent around a face's shape. Paper is lit by the screen too. */
const kinds: readonly {
  readonly kind: string;
  readonly surface: Surface;
  readonly moved: readonly Motion[];
  readonly light: Light;
}[] = [
  { kind: 'print, held still', surface: 'print', moved: ['still'], light: 'this draw' },
  {
    kind: 'print, flat',
    surface: 'print',
    moved: motions.filter((motion) => !isBent(motion)),
    light: 'this draw',
  },
  { kind: 'print, bent too', surface: 'print', moved: motions, light: 'this draw' },
  { kind: 'screen, held still', surface: 'screen', moved: ['still'], light: 'none' },
  {
    kind: 'screen',
    surface: 'screen',
    moved: motions.filter((motion) => !isBent(motion)),
    light: 'none',
  },
];

interface Held {
  readonly person: number;
  /** Each motion's frames, those of the neutral one first. */
  readonly seen: ReadonlyMap<Motion, readonly ObservedFrame[]>;
}

/** One neutral photograph of each person, held up and moved in front of the camera. */
export async function heldUpStills(bench: LivenessBench): Promise<readonly HeldUpStills[]> {
  const held = new Map<Surface, readonly Held[]>();
  for (const surface of surfaces) held.set(surface, await heldUp(bench, surface));
  return kinds.map(({ kind, surface, moved, light }) => {
    const all = held.get(surface) ?? [];
    const claims = all.map((one) => claimedBy(one, moved));
    return {
      kind,
      claimed: livenessChallenges.map((challenge) => ({
        challenge,
        rate: counted(claims, ({ bare }) => bare.has(challenge)),
      })),
      passesThree: mean(claims.map(({ bare }) => shareOfDraws(bare.size))),
      draws: everyDraw(
        kind,
        claims.flatMap(({ attacker }) => attacker ?? []),
        light,
      ),
    };
  });
}

async function heldUp(bench: LivenessBench, surface: Surface): Promise<readonly Held[]> {
  const all: Held[] = [];
  for (const { person, neutral } of orlLabels.people) {
    const still = await decodeGrey(await bench.orl(person, neutral));
    const seen = new Map<Motion, readonly ObservedFrame[]>();
    for (const motion of motions) {
      if (surface === 'screen' && isBent(motion)) continue;
      const image = await encodeGrey(attack(still, surface, motion));
      // Not moved, it is in every frame of the burst.
      const frames = motion === 'still' ? [image, await takenAgain(image)] : [image];
      const observed: ObservedFrame[] = [];
      for (const frame of frames) observed.push(await bench.look(frame));
      seen.set(motion, observed);
    }
    all.push({ person, seen });
  }
  return all;
}

/** `bare`: by what a frame shows alone. The attacker's are those that no rule for one challenge refuses. */
function claimedBy(
  { person, seen }: Held,
  moved: readonly Motion[],
): { readonly bare: ReadonlySet<LivenessChallenge>; readonly attacker: Attacker | null } {
  const bare = new Set<LivenessChallenge>();
  const claimed = new Map<LivenessChallenge, ObservedFrame>();
  const [neutral] = seen.get('still') ?? [];
  const from = neutral?.face ?? null;
  if (neutral === undefined || from === null) return { bare, attacker: null };
  for (const frame of moved.flatMap((motion) => seen.get(motion) ?? [])) {
    for (const challenge of livenessChallenges) {
      if (frame.face === null || !shows(challenge, from, frame.face)) continue;
      bare.add(challenge);
      if (claimed.has(challenge)) continue;
      const [one] = performances(neutral, [{ challenge, frames: [frame] }], null);
      if (one?.isShown === true && !one.isRedrawn) claimed.set(challenge, frame);
    }
  }
  return { bare, attacker: { person, neutral, claimed } };
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
