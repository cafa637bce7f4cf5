import { sql, type RawBuilder } from 'kysely';
import {
  isRejectionReason,
  type RejectionReason,
} from '../../shared/domain/checks/rejection-reason';
import type { ResultsTable, SessionRow } from '../../shared/database/schema';
import type { Environment } from '../../shared/domain/environment';
import { decisionOf } from '../../shared/domain/lifecycle/decision-of';
import type { Decision, SessionEvent } from '../../shared/domain/lifecycle/event';
import { reviewReasonCode } from '../../shared/domain/cases/reason-code';
import type { TransitionCommit } from './contract';
import type { EffectContext } from './effect';

interface Decided {
  readonly status: Decision;
  /** Of a rejection only: whoever waits for a reviewer is not rejected. */
  readonly reason: string | null;
  readonly mode: ResultsTable['processing_mode'];
}

/** The attempt's result; a reviewer's decision overwrites the `needs_review` it came from. */
export function writeResult(context: EffectContext): void {
  const { trx, writes, row, commit, at } = context;
  const decided = decidedBy(commit.event, row.environment);
  const values = {
    status: decided.status,
    rejection_reason_code: decided.reason,
    reviewed_by: decided.mode === 'manual' ? (commit.actor.id ?? commit.actor.kind) : null,
    processing_mode: decided.mode,
    country_used: row.document_country ?? row.country,
    updated_at: at,
    decided_at: decided.status === 'needs_review' ? null : at,
  };
  writes.add(
    trx
      .insertInto('results')
      .values({
        organization_id: row.organization_id,
        environment: row.environment,
        session_id: row.id,
        attempt: row.attempt,
        created_at: at,
        ...values,
      })
      .onConflict((conflict) => conflict.columns(['session_id', 'attempt']).doUpdateSet(values)),
  );
  writes.add(
    trx
      .updateTable('attempts')
      .set({ status: 'decided', finished_at: at })
      .where('session_id', '=', row.id)
      .where('attempt', '=', row.attempt),
  );
}

/**
 * The result that counts from this transition on, for the session's row: lists filter by it. One that is
 * withdrawn leaves that of the attempt before.
 */
export function resultAfter(
  before: Pick<SessionRow, 'environment' | 'id' | 'state'>,
  { event, effects, state }: TransitionCommit,
): { readonly result?: Decision | RawBuilder<Decision | null> } {
  if (effects.includes('write_result'))
    return { result: decidedBy(event, before.environment).status };
  if (!effects.includes('end_attempt') || before.state.run.kind === 'capture') return {};
  return {
    result: sql<Decision | null>`(
      SELECT status FROM results
      WHERE session_id = ${before.id} AND attempt < ${state.attempt} AND withdrawn_at IS NULL
      ORDER BY attempt DESC LIMIT 1)`,
  };
}

function decidedBy(event: SessionEvent, environment: Environment): Decided {
  const status = decisionOf(event);
  if (status === null) throw new Error(`no result comes of ${event.type}`);
  // Run again or not, what a sandbox session is decided on was made up.
  const byItself = environment === 'sandbox' ? 'sandbox' : 'workflow';
  const reason = status === 'rejected' ? rejectionOf(event) : null;
  return { status, reason, mode: event.type === 'review' ? 'manual' : byItself };
}

function rejectionOf(event: SessionEvent): string | null {
  switch (event.type) {
    case 'decide':
      return event.reasonCode === null ? null : reasonOf(event.reasonCode);
    case 'outcome':
      return reasonOf(event.reasonCode ?? 'sandbox_rejected');
    case 'review':
      // The reviewer's own code, as the case and the webhook have it.
      return reviewReasonCode(event);
    default:
      return 'external_rejected';
  }
}

/** What the workflow decided on speaks the documented enum. */
function reasonOf(code: string): RejectionReason {
  return isRejectionReason(code) ? code : 'rejected';
}
