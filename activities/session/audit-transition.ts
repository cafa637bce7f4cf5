import type { AuditAction, DeedTo } from '../../shared/domain/audit/action';
import { assertNever } from '../../shared/domain/assert-never';
import { newId, type AuditId } from '../../shared/domain/ids';
import type { SessionEvent } from '../../shared/domain/lifecycle/event';
import type { EffectContext } from './effect';

interface Deed {
  readonly action: AuditAction;
  readonly resourceId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** A reviewer's change carries the id of its audit row from the beginning; other rows get one here. */
export function auditIdOf(event: SessionEvent): AuditId {
  return event.type === 'rerun' && event.change !== undefined ? event.change : newId('audit');
}

/**
 * The one place where the audit log learns of a transition: in its transaction, so that a message that
 * was refused leaves no row and one that moved something always does. From where the message came is
 * taken from what was enclosed with it; of the person with the link it is not kept.
 */
export async function auditTransition(context: EffectContext): Promise<void> {
  const { writes, row, commit, enclosed, auditId, at } = context;
  const deed = deedOf(context);
  if (deed === null || (await isHeldAsBefore(context, deed))) return;
  writes.addAudit({
    id: auditId,
    organizationId: row.organization_id,
    environment: row.environment,
    actorKind: commit.actor.kind,
    actorId: commit.actor.id,
    action: deed.action,
    resourceId: deed.resourceId,
    requestId: enclosed?.requestId ?? commit.requestId,
    ...(enclosed === null ? {} : { whence: enclosed.whence }),
    detail: { status: row.status, ...deed.detail, ...enclosed?.detail },
    at,
  });
}

/** What somebody did; null for what the session does by itself, which its timeline tells. */
function deedOf({ before, row, commit }: EffectContext): Deed | null {
  const { event, effects, state } = commit;
  const session = (action: DeedTo<'session'>, detail?: Deed['detail']): Deed => ({
    action: `session.${action}`,
    resourceId: row.id,
    ...(detail === undefined ? {} : { detail }),
  });
  const reviewed = (action: DeedTo<'case'>, detail?: Deed['detail']): Deed => ({
    action: `case.${action}`,
    detail: { session_id: row.id, ...detail },
    resourceId: before.state.openCase ?? row.id,
  });
  switch (event.type) {
    case 'start_capture':
      return session('capture_started');
    case 'submit':
      return session('submitted', { attempt: state.attempt });
    case 'resume':
      return session('resumed');
    case 'outcome':
      return session('simulated', { outcome: event.outcome });
    case 'external':
      return session('external_decision', { decision: event.decision, gate: before.state.gate });
    case 'review':
      return reviewed(`decision_${event.decision}`, {
        ...(event.reasonCode === undefined ? {} : { reason_code: event.reasonCode }),
        ...(event.pieces === undefined ? {} : { pieces: event.pieces }),
        ...(event.blocklist === undefined ? {} : { blocklist: event.blocklist }),
      });
    case 'rerun':
      return reviewed(event.cause === 'override' ? 'check_overridden' : 'data_corrected');
    case 'expire':
      return session('expired');
    case 'reprocess':
      return session('reprocessed', {
        via: event.via,
        attempt: state.attempt,
        ...(event.workflowId === undefined ? {} : { workflow_id: event.workflowId }),
      });
    case 'redact':
      return session(effects.includes('erase') ? 'redacted' : 'erasure_remembered');
    case 'hide_data':
      return session('data_hidden');
    case 'end_retention':
      return session('retention_ended');
    case 'place_hold':
      return session('hold_placed');
    case 'lift_hold':
      return session('hold_lifted', effects.includes('erase') ? { erased: true } : {});
    case 'token_ran_out':
    case 'sandbox_wait_over':
    case 'decide':
    case 'reach_gate':
    case 'give_up':
    case 'gate_timeout':
      return null;
    default:
      return assertNever(event);
  }
}

/** A hold that is placed again for the same reason, or lifted where there is none, did nothing. */
async function isHeldAsBefore(
  { trx, before, row, commit, enclosed }: EffectContext,
  { action }: Deed,
): Promise<boolean> {
  const { type } = commit.event;
  if (type !== 'place_hold' && type !== 'lift_hold') return false;
  if (before.legal_hold !== row.legal_hold) return false;
  if (type === 'lift_hold') return true;
  const last = await trx
    .selectFrom('audit')
    .select('detail')
    .where('resource_id', '=', row.id)
    .where('action', '=', action)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.detail['reason_code'] === enclosed?.detail['reason_code'];
}
