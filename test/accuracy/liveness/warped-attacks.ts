import { performances } from '../../../activities/checks/face/liveness/performances';
import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../shared/checks/liveness-challenge';
import { counted, type Counted } from './challenge-rates';
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
}

interface Claims {
  readonly person: number;
  readonly before: ReadonlySet<LivenessChallenge>;
  readonly after: ReadonlySet<LivenessChallenge>;
}

/** One neutral photograph of each person, warped in every way, the disguises in turn. */
export async function warpedAttacks(bench: LivenessBench): Promise<readonly WarpedAttacks[]> {
  const claims: Claims[] = [];
  for (const { person, neutral } of orlLabels.people) {
    const still = await decodeGrey(await bench.orl(person, neutral));
    const image = await encodeGrey(still);
    const at = await bench.points.find(image);
    if (at === null) continue;
    const from = await bench.look(image);
    const random = seeded(person);
    const [before, after] = [new Set<LivenessChallenge>(), new Set<LivenessChallenge>()];
    for (const [index, warp] of warps.entries()) {
      const { challenge } = warp;
      const disguise = disguises[(person + index) % disguises.length] ?? 'plain';
      const frame = await bench.look(await disguised(warp.draw(still, at), disguise, random));
      const [shown] = performances(from, [{ challenge, frames: [frame] }], null);
      if (shown?.isShown === true) before.add(challenge);
      if (shown?.isShown === true && !shown.isRedrawn) after.add(challenge);
    }
    claims.push({ person, before, after });
  }
  return (['odd', 'even'] as const).map((people) => {
    const half = claims.filter(({ person }) => (person % 2 === 1) === (people === 'odd'));
    return {
      people,
      claimed: livenessChallenges.map((challenge) => ({
        challenge,
        before: counted(half, (one) => one.before.has(challenge)),
        after: counted(half, (one) => one.after.has(challenge)),
      })),
      passesThree: {
        before: mean(half.map((one) => shareOfDraws(one.before.size))),
        after: mean(half.map((one) => shareOfDraws(one.after.size))),
      },
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
    const from = await bench.look(await bench.orl(person, neutral));
    for (const challenge of ['turn_left', 'turn_right', 'look_up', 'nod'] as const) {
      for (const picture of shows[challenge] ?? []) {
        const frame = await bench.look(await bench.orl(person, picture));
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

/** The same numbers each time (a linear congruence). */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
