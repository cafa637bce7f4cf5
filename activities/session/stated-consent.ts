import { addConsent, type ConsentSaid } from '../../shared/capture/record-consent';
import type { SessionRow } from '../../shared/database/schema';
import type { TransitionCommit } from './contract';
import type { EffectContext } from './effect';

/** Whoever submits over the API states that the person has consented: with the move, or not at all. */
export function statesConsent(before: SessionRow, { event, actor }: TransitionCommit): boolean {
  return event.type === 'submit' && actor.kind === 'api_key' && before.consent_at === null;
}

export function statedConsent({ actor }: Pick<TransitionCommit, 'actor'>, at: Date): ConsentSaid {
  return { accepted: true, version: null, givenBy: 'integrator', actor, ip: null, at };
}

/** The word itself; what it makes of the session is in the session's row already. */
export function stateConsent({ trx, writes, before, row, commit, at }: EffectContext): void {
  if (!statesConsent(before, commit)) return;
  addConsent(trx, writes, row, statedConsent(commit, at));
}
