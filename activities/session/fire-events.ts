import { assertNever } from '../../shared/assert-never';
import type { LinkId } from '../../shared/ids';
import type { WebhookEventType } from '../../shared/lifecycle/webhook-events';
import { webhookEventTypes } from '../../shared/lifecycle/webhook-events';
import { appendEvent } from '../../shared/records/append-event';
import type { TypedEvent } from '../../shared/webhooks/event-data';
import type { EffectContext } from './effect';
import { toldReason } from './told-reason';

/** The outgoing events of a transition, numbered on from the session's last one. */
export async function fireEvents(context: EffectContext): Promise<void> {
  const { trx, row, commit, at } = context;
  const types = commit.effects.flatMap((effect) => {
    const type = webhookEventTypes.find((known) => effect === `fire:${known}`);
    return type === undefined ? [] : [type];
  });
  if (types.length === 0) return;
  let sequence = row.event_sequence;
  for (const type of types) {
    sequence += 1;
    const event = await eventOf(type, context);
    await appendEvent(trx, row, { ...event, sequence, at });
  }
  await trx
    .updateTable('sessions')
    .set({ event_sequence: sequence })
    .where('id', '=', row.id)
    .execute();
}

/** Ids and codes: whatever is personal is read at each try, and null after a redaction. */
async function eventOf(type: WebhookEventType, context: EffectContext): Promise<TypedEvent> {
  const { before, commit } = context;
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
      return { type, data: { status, link_id: await liveLink(context) } };
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

/** Of the token that this transition issued. */
async function liveLink({ trx, row }: EffectContext): Promise<LinkId> {
  const { id } = await trx
    .selectFrom('capture_tokens')
    .select('id')
    .where('session_id', '=', row.id)
    .where('status', 'in', ['created', 'consumed'])
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return id;
}
