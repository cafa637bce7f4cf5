import { assertNever } from '../../shared/domain/assert-never';
import type { WebhookEventType } from '../../shared/domain/lifecycle/webhook-events';
import { webhookEventTypes } from '../../shared/domain/lifecycle/webhook-events';
import type { TypedEvent } from '../../shared/domain/webhooks/event-data';
import type { TransitionCommit } from './contract';
import type { EffectContext } from './effect';
import { toldReason } from '../../shared/domain/cases/told-reason';

/** What a transition tells the integrator, in the table's order. */
export function firedTypes({ effects }: Pick<TransitionCommit, 'effects'>): WebhookEventType[] {
  return effects.flatMap((effect) => {
    const type = webhookEventTypes.find((known) => effect === `fire:${known}`);
    return type === undefined ? [] : [type];
  });
}

/** The outgoing events of a transition, numbered on from the session's last one. */
export function fireEvents(context: EffectContext): void {
  const { writes, before, row, commit, at } = context;
  for (const [index, type] of firedTypes(commit).entries()) {
    const sequence = before.event_sequence + index + 1;
    writes.addEvent(row, { ...eventOf(type, context), sequence, at });
  }
}

/** Ids and codes: whatever is personal is read at each try, and null after a redaction. */
function eventOf(type: WebhookEventType, { before, commit, linkId }: EffectContext): TypedEvent {
  const { state, event } = commit;
  const { status, attempt } = state;
  const code = toldReason(event);
  const reason = code === null ? {} : { reason_code: code };
  const ofCase = { status, case_id: state.openCase ?? before.state.openCase, attempt };
  switch (type) {
    case 'session.awaiting_external':
      return { type, data: { status, gate: state.gate, attempt } };
    case 'session.resubmission-required':
      return {
        type,
        data: { status, pieces: event.type === 'review' ? (event.pieces ?? []) : [] },
      };
    case 'session.requires-review':
    case 'case.created':
    case 'case.approved':
    case 'case.rejected':
    case 'case.escalated':
      return { type, data: { ...ofCase, ...reason } };
    case 'session.approved':
      return { type, data: { status, result: 'approved', attempt } };
    case 'session.declined':
      return { type, data: { status, result: 'rejected', attempt, ...reason } };
    case 'session.link_generated':
      return { type, data: { status, link_id: linkId } };
    case 'session.created':
    case 'session.started':
    case 'session.expired':
    case 'session.failed':
    case 'session.redacted':
    case 'session.retention-expired':
      return { type, data: { status } };
    case 'check.completed':
    case 'document.verified':
    case 'document.extracted':
    case 'identity.created':
    case 'identity.updated':
    case 'identity.archived':
    case 'identity.restored':
      throw new Error(`${type} is no event of a transition`);
    default:
      return assertNever(type);
  }
}
