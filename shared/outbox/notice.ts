import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { isId, type WebhookEndpointId } from '../domain/ids';

/** Wakes the dispatchers when the transaction commits; a lost notice costs seconds, never an event. */
export const outboxChannel = 'verifa_outbox';

/** What there is to do for a dispatcher. */
export type OutboxNotice =
  /** The outbox has events that some endpoint may want. */
  | { readonly kind: 'events' }
  /** Deliveries became due, or a lease was given back. */
  | { readonly kind: 'deliveries' }
  /** An endpoint was disabled or deleted: what is under way to it ends. */
  | { readonly kind: 'endpoint_closed'; readonly endpointId: WebhookEndpointId };

const deliveriesText = 'deliveries';

export async function notifyDispatchers(
  trx: Kysely<Database>,
  notice: OutboxNotice,
): Promise<void> {
  await sql`SELECT pg_notify(${outboxChannel}, ${textOf(notice)})`.execute(trx);
}

function textOf(notice: OutboxNotice): string {
  switch (notice.kind) {
    case 'events':
      return '';
    case 'deliveries':
      return deliveriesText;
    case 'endpoint_closed':
      return notice.endpointId;
  }
}

/** Any other text, as of a later release, is a reason to look at the events. */
export function readNotice(text: string): OutboxNotice {
  if (text === deliveriesText) return { kind: 'deliveries' };
  if (isId('webhookEndpoint', text)) return { kind: 'endpoint_closed', endpointId: text };
  return { kind: 'events' };
}
