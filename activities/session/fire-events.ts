import type { WebhookEventType } from '../../shared/lifecycle/webhook-events';
import { webhookEventTypes } from '../../shared/lifecycle/webhook-events';
import { appendEvent } from '../../shared/records/append-event';
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
    await appendEvent(trx, row, { type, sequence, data: dataOf(type, context), at });
  }
  await trx
    .updateTable('sessions')
    .set({ event_sequence: sequence })
    .where('id', '=', row.id)
    .execute();
}

/** Ids and codes: whatever is personal is read at each try, and null after a redaction. */
function dataOf(
  type: WebhookEventType,
  { before, commit }: EffectContext,
): Record<string, unknown> {
  const { state, event } = commit;
  const caseId = state.openCase ?? before.state.openCase;
  const code = toldReason(event);
  const reason = code === null ? {} : { reason_code: code };
  switch (type) {
    case 'session.awaiting_external':
      return { status: state.status, gate: state.gate, attempt: state.attempt };
    case 'session.resubmission-required':
      return {
        status: state.status,
        pieces: event.type === 'review' ? (event.pieces ?? []) : [],
      };
    case 'session.requires-review':
    case 'case.created':
    case 'case.approved':
    case 'case.rejected':
      return { status: state.status, case_id: caseId, attempt: state.attempt, ...reason };
    case 'session.approved':
      return { status: state.status, result: 'approved', attempt: state.attempt };
    case 'session.declined':
      return { status: state.status, result: 'rejected', attempt: state.attempt, ...reason };
    default:
      return { status: state.status };
  }
}
