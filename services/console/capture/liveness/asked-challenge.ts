import {
  livenessChallenges,
  type LivenessChallenge,
} from '../../../../shared/domain/checks/liveness-challenge';
import type { ShownColour } from '../../../../shared/domain/checks/liveness-colours';
import type { CaptureApi, Challenge } from '../server/capture-api';
import { Refusal } from '../server/refusal';

/** What the server asks for, and when its answer came by this device's clock. */
export interface AskedChallenge {
  readonly nonce: string;
  readonly challenges: readonly LivenessChallenge[];
  /** Null where none are to be shown. */
  readonly colours: readonly ShownColour[] | null;
  readonly cameMs: number;
}

/** A nonce is good for two minutes (`3-capture.md`): from here on there is no time left to send under it. */
const staleAfterMs = 105_000;

export function isStale({ cameMs }: AskedChallenge, nowMs: number): boolean {
  return nowMs - cameMs >= staleAfterMs;
}

/** @throws Refusal, also `unknown` for a movement that this page does not know: a newer server's */
export async function askChallenge(
  api: Pick<CaptureApi, 'challenge'>,
  withColours: boolean,
  nowMs: () => number,
): Promise<AskedChallenge> {
  const answer = await api.challenge(withColours);
  const challenges = answer.challenges.flatMap(
    (name) => livenessChallenges.find((known) => known === name) ?? [],
  );
  if (challenges.length === 0 || challenges.length < answer.challenges.length) {
    throw new Refusal('unknown');
  }
  return { nonce: answer.nonce, challenges, colours: coloursOf(answer), cameMs: nowMs() };
}

function coloursOf({ colours }: Challenge): readonly ShownColour[] | null {
  if (colours === null || colours.length === 0) return null;
  return colours.map(({ rgb, ms }) => ({ rgb: [...rgb], ms }));
}
