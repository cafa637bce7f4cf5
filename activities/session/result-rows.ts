import { isRejectionReason, type RejectionReason } from '../../shared/checks/rejection-reason';
import type { ResultsTable } from '../../shared/database/schema';
import type { Decision, SessionEvent } from '../../shared/lifecycle/event';
import type { EffectContext } from './effect';

interface Decided {
  readonly status: Decision;
  readonly reason: RejectionReason | null;
  readonly mode: ResultsTable['processing_mode'];
}

/** The attempt's result; a reviewer's decision overwrites the `needs_review` it came from. */
export async function writeResult(context: EffectContext): Promise<void> {
  const { trx, row, commit, at } = context;
  const decided = decidedBy(commit.event);
  const values = {
    status: decided.status,
    rejection_reason_code: decided.reason,
    reviewed_by: decided.mode === 'manual' ? (commit.actor.id ?? commit.actor.kind) : null,
    processing_mode: decided.mode,
    country_used: row.document_country ?? row.country,
    updated_at: at,
  };
  await trx
    .insertInto('results')
    .values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.id,
      attempt: row.attempt,
      created_at: at,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['session_id', 'attempt']).doUpdateSet(values))
    .execute();
  await trx
    .updateTable('attempts')
    .set({ status: 'decided', finished_at: at })
    .where('session_id', '=', row.id)
    .where('attempt', '=', row.attempt)
    .execute();
}

function decidedBy(event: SessionEvent): Decided {
  switch (event.type) {
    case 'decide':
      return {
        status: event.decision,
        reason: event.reasonCode === null ? null : reasonOf(event.reasonCode),
        mode: 'workflow',
      };
    case 'outcome':
      if (event.outcome === 'approve') return { status: 'approved', reason: null, mode: 'sandbox' };
      if (event.outcome === 'needs_review') {
        return { status: 'needs_review', reason: null, mode: 'sandbox' };
      }
      return { status: 'rejected', reason: 'sandbox_rejected', mode: 'sandbox' };
    case 'external':
      return { status: 'rejected', reason: 'external_rejected', mode: 'workflow' };
    case 'review':
      return event.decision === 'approve'
        ? { status: 'approved', reason: null, mode: 'manual' }
        : {
            status: 'rejected',
            reason: reasonOf(event.reasonCode ?? 'review_rejected', 'review_rejected'),
            mode: 'manual',
          };
    default:
      throw new Error(`no result comes of ${event.type}`);
  }
}

/** A reviewer's own code stays with the case; the result speaks the documented enum. */
function reasonOf(code: string, fallback: RejectionReason = 'rejected'): RejectionReason {
  return isRejectionReason(code) ? code : fallback;
}
