import { assertNever } from '../../shared/domain/assert-never';
import { linkIdentity } from '../../shared/identities/link-identity';
import type { Effect } from '../../shared/domain/lifecycle/table';
import { beginAttempt, endAttempt } from './attempt-rows';
import { applyChange, recommendCase, voidRecommendation } from './case-progress';
import { closeCase, decideCase, openCase } from './case-rows';
import type { EffectContext } from './effect';
import { eraseSession } from './erase-session';
import { fireEvents } from './fire-events';
import { hideSession } from './hide-session';
import { writeResult } from './result-rows';
import { simulateOutcomes } from './simulate-outcomes';
import { stateConsent } from './stated-consent';
import { closeToken, issueToken, revokeToken } from './token-rows';

type Fire = Extract<Effect, `fire:${string}`>;

/** Writes what a transition brings with it, in the table's order; its events come last, together. */
export async function applyEffects(context: EffectContext): Promise<void> {
  const { event } = context.commit;
  if (event.type === 'review' && event.decision === 'resubmit') await tellWhy(context);
  stateConsent(context);
  for (const effect of context.commit.effects) {
    if (!isFire(effect)) await applyEffect(effect, context);
  }
  fireEvents(context);
  await linkCompleted(context);
}

/** Who completed a session with a reference of the integrator's is known from then on. */
async function linkCompleted(context: EffectContext): Promise<void> {
  const { trx, writes, keyring, row, commit, at } = context;
  if (row.status !== 'completed' || !commit.effects.includes('write_result')) return;
  if (row.external_ref === null && row.identity_id === null) return;
  // It reads the session and its result.
  await writes.send();
  await linkIdentity(trx, keyring, row, at);
}

function isFire(effect: Effect): effect is Fire {
  return effect.startsWith('fire:');
}

async function applyEffect(effect: Exclude<Effect, Fire>, context: EffectContext): Promise<void> {
  switch (effect) {
    case 'issue_token':
      return issueToken(context);
    case 'close_token': {
      closeToken(context);
      return;
    }
    case 'revoke_token': {
      revokeToken(context);
      return;
    }
    case 'begin_attempt':
      return beginAttempt(context);
    case 'end_attempt': {
      endAttempt(context);
      return;
    }
    case 'write_result': {
      writeResult(context);
      return;
    }
    case 'open_case': {
      openCase(context);
      return;
    }
    case 'decide_case':
      return decideCase(context);
    case 'close_case': {
      closeCase(context);
      return;
    }
    case 'recommend_case':
      return recommendCase(context);
    case 'void_recommendation':
      return voidRecommendation(context);
    case 'simulate_outcomes':
      return simulateOutcomes(context);
    case 'rerun_graph':
    case 'rerun_recorded':
      return applyChange(context);
    case 'erase':
      return eraseSession(context);
    case 'hide':
      return hideSession(context);
    case 'remember_erasure': // the state remembers it
    case 'run_graph': // the workflow's own part
    case 'continue_graph':
    case 'cancel_checks':
      return;
    default:
      return assertNever(effect);
  }
}

/** Why pieces are asked for again is told from the transition on that asks for them. */
async function tellWhy({ trx, row, commit }: EffectContext): Promise<void> {
  if (commit.requestId === null) return;
  await trx
    .updateTable('asked_again')
    .set({ capture: row.capture })
    .where('session_id', '=', row.id)
    .where('request_id', '=', commit.requestId)
    .execute();
}
