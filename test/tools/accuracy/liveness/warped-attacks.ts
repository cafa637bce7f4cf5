import type { ObservedFrame } from '../../../../activities/checks/engines/face/liveness/observed-frame';
import { performances } from '../../../../activities/checks/engines/face/liveness/performances';
import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';
import { seeded } from '../documents/seeded';
import { counted, type Counted } from './challenge-rates';
import { everyDraw, type Attacker, type DrawsPassed } from './every-draw';
import { decodeGrey, encodeGrey } from './grey-picture';
import { mean, shareOfDraws } from './held-up-stills';
import type { LivenessBench } from './liveness-bench';
import { orlLabels } from './orl-labels';
import { disguised, disguises, warps } from './warped-stills';

export interface WarpedAttacks {
  readonly people: 'odd' | 'even';
  /** Of each challenge: people whose photograph could be warped to show it, by one of the warps. */
  readonly claimed: readonly {
    readonly challenge: LivenessChallenge;
    /** By what it shows alone, as commit 0a97b0f judged. */
    readonly before: Counted;
    /** And not found to be the same photograph. */
    readonly after: Counted;
  }[];
  /** How often all three of a draw were among those claimed: there is one draw a capture. */
  readonly passesThree: { readonly before: number; readonly after: number };
  /** And by all rules together, in each mode. */
  readonly draws: DrawsPassed | null;
}

interface Claims extends Attacker {
  readonly before: ReadonlySet<LivenessChallenge>;
}

/**
 * One neutral photograph of each person, warped in every way, the disguises in turn. What one warp was taken
 * for is not tried with the next.
 */
export async function warpedAttacks(bench: LivenessBench): Promise<readonly WarpedAttacks[]> {
  const claims: Claims[] = [];
  for (const { person, neutral } of orlLabels.people) {
    const still = await decodeGrey(await bench.orl(person, neutral));
    const image = await encodeGrey(still);
    const at = await bench.points.find(image);
    if (at === null) continue;
    const neutralFrame = await bench.look(image);
    const before = new Set<LivenessChallenge>();
    const claimed = new Map<LivenessChallenge, ObservedFrame>();
    for (const [index, warp] of warps.entries()) {
      const { challenge } = warp;
      if (claimed.has(challenge)) continue;
      const random = seeded(person * warps.length + index);
      const disguise = disguises[(person + index) % disguises.length] ?? 'plain';
      const frame = await bench.look(await disguised(warp.draw(still, at), disguise, random));
      const [shown] = performances(neutralFrame, [{ challenge, frames: [frame] }], null);
      if (shown?.isShown === true) before.add(challenge);
      if (shown?.isShown === true && !shown.isRedrawn) claimed.set(challenge, frame);
    }
    claims.push({ person, neutral: neutralFrame, before, claimed });
  }
  // Whoever injects frames knows the colours of the draw and can tint them.
  const draws = everyDraw('a still, warped in software', claims, 'this draw');
  return (['odd', 'even'] as const).map((people) => {
    const half = claims.filter(({ person }) => (person % 2 === 1) === (people === 'odd'));
    return {
      people,
      claimed: livenessChallenges.map((challenge) => ({
        challenge,
        before: counted(half, (one) => one.before.has(challenge)),
        after: counted(half, (one) => one.claimed.has(challenge)),
      })),
      passesThree: {
        before: mean(half.map((one) => shareOfDraws(one.before.size))),
        after: mean(half.map((one) => shareOfDraws(one.claimed.size))),
      },
      draws: draws.find((one) => one.people === people) ?? null,
    };
  });
}

export interface GenuineLikeness {
  readonly people: 'odd' | 'even';
  /** Labelled turns and looks up that are taken for the neutral picture drawn over. */
  readonly accused: Counted;
}

/** Genuine movements of the head, by the same rule. */
export async function genuineLikeness(bench: LivenessBench): Promise<readonly GenuineLikeness[]> {
  const shown: { person: number; isRedrawn: boolean }[] = [];
  for (const { person, neutral, shows } of orlLabels.people) {
    const from = await bench.orlFrame(person, neutral);
    for (const challenge of ['turn_left', 'turn_right', 'look_up', 'nod'] as const) {
      for (const picture of shows[challenge] ?? []) {
        const frame = await bench.orlFrame(person, picture);
        const [one] = performances(from, [{ challenge, frames: [frame] }], null);
        if (one?.isShown === true) shown.push({ person, isRedrawn: one.isRedrawn });
      }
    }
  }
  return (['odd', 'even'] as const).map((people) => ({
    people,
    accused: counted(
      shown.filter(({ person }) => (person % 2 === 1) === (people === 'odd')),
      ({ isRedrawn }) => isRedrawn,
    ),
  }));
}
