import type { Transaction } from 'kysely';
import type { Database, IdentityRow } from '../database/schema';
import type { WebhookEventType } from '../domain/lifecycle/webhook-events';
import { appendEvent } from '../outbox/append-event';

type IdentityEventType = Extract<WebhookEventType, `identity.${string}`>;

/** An event of no session: its sequence is the identity's own. */
export async function fireIdentityEvent(
  trx: Transaction<Database>,
  row: Pick<IdentityRow, 'id' | 'organization_id' | 'environment'>,
  type: IdentityEventType,
  at: Date,
): Promise<void> {
  const { event_sequence: sequence, status } = await trx
    .updateTable('identities')
    .set((eb) => ({ event_sequence: eb('event_sequence', '+', 1) }))
    .where('id', '=', row.id)
    .returning(['event_sequence', 'status'])
    .executeTakeFirstOrThrow();
  const { organization_id, environment } = row;
  const data = { identity_id: row.id, identity_status: status };
  await appendEvent(trx, { id: null, organization_id, environment }, { type, sequence, data, at });
}
