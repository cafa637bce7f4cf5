import { assertNever } from '../../shared/assert-never';
import { recordConsent } from '../../shared/capture/record-consent';
import { versionFor } from '../../shared/graph/rollout';
import { linkIdentity } from '../../shared/identities/link-identity';
import type { Effect } from '../../shared/lifecycle/table';
import { beginAttempt, endAttempt } from './attempt-rows';
import { applyChange, recommendCase, voidRecommendation } from './case-progress';
import { closeCase, decideCase, openCase } from './case-rows';
import type { EffectContext } from './effect';
import { eraseSession } from './erase-session';
import { fireEvents } from './fire-events';
import { hideSession } from './hide-session';
import { writeResult } from './result-rows';
import { simulateOutcomes } from './simulate-outcomes';
import { closeToken, issueToken, revokeToken } from './token-rows';

type Fire = Extract<Effect, `fire:${string}`>;

/** Writes what a transition brings with it, in the table's order; its events come last, together. */
export async function applyEffects(context: EffectContext): Promise<void> {
  const { event } = context.commit;
  if (event.type === 'start_capture') await chooseVersion(context);
  if (event.type === 'review' && event.decision === 'resubmit') await tellWhy(context);
  if (event.type === 'submit') await stateConsent(context);
  for (const effect of context.commit.effects) {
    if (!isFire(effect)) await applyEffect(effect, context);
  }
  await fireEvents(context);
  await linkCompleted(context);
}

/** Who completed a session with a reference of the integrator's is known from then on. */
async function linkCompleted({ trx, keyring, row, commit, at }: EffectContext): Promise<void> {
  if (row.status !== 'completed' || !commit.effects.includes('write_result')) return;
  await linkIdentity(trx, keyring, row, at);
}

function isFire(effect: Effect): effect is Fire {
  return effect.startsWith('fire:');
}

async function applyEffect(effect: Exclude<Effect, Fire>, context: EffectContext): Promise<void> {
  switch (effect) {
    case 'issue_token':
      return issueToken(context);
    case 'close_token':
      return closeToken(context);
    case 'revoke_token':
      return revokeToken(context);
    case 'begin_attempt':
      return beginAttempt(context);
    case 'end_attempt':
      return endAttempt(context);
    case 'write_result':
      return writeResult(context);
    case 'open_case':
      return openCase(context);
    case 'decide_case':
      return decideCase(context);
    case 'close_case':
      return closeCase(context);
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

/** Whoever submits over the API states that the person has consented: with the move, or not at all. */
async function stateConsent({ trx, row, commit: { actor }, at }: EffectContext): Promise<void> {
  if (actor.kind !== 'api_key' || row.consent_at !== null) return;
  const stated = { accepted: true, version: null, givenBy: 'integrator', actor, ip: null } as const;
  await recordConsent(trx, row, { ...stated, at });
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

/** Capture asks for what the version current at its first step asks (`4-verification.md`). */
async function chooseVersion({ trx, row }: EffectContext): Promise<void> {
  const workflow = await trx
    .selectFrom('workflows')
    .select(['current_version', 'stable_version', 'rollout_percentage'])
    .where('id', '=', row.workflow_id)
    .executeTakeFirstOrThrow();
  await trx
    .updateTable('sessions')
    .set({ workflow_version: versionFor(workflow, row.id) })
    .where('id', '=', row.id)
    .execute();
}
