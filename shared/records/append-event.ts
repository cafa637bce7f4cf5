import { sql, type Transaction } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import { newId, type EventId } from '../ids';
import type { TypedEvent } from '../webhooks/event-data';

/** Wakes the dispatcher when the transaction commits; a lost notice costs seconds, never an event. */
export const outboxChannel = 'verifa_outbox';

export type OutgoingEvent = TypedEvent & {
  /** The session's (or identity's) `event_sequence` after this event: counts up without gaps. */
  readonly sequence: number;
  readonly at: Date;
};

/** Writes the event into the outbox, in the transaction of what it tells; `id` null: of no session. */
export async function appendEvent(
  trx: Transaction<Database>,
  owner: Pick<SessionRow, 'organization_id' | 'environment'> & {
    readonly id: SessionRow['id'] | null;
  },
  event: OutgoingEvent,
): Promise<EventId> {
  const id = newId('event');
  await trx
    .insertInto('events')
    .values({
      id,
      organization_id: owner.organization_id,
      environment: owner.environment,
      session_id: owner.id,
      type: event.type,
      sequence: event.sequence,
      data: JSON.stringify(event.data),
      is_test: false,
      created_at: event.at,
    })
    .execute();
  await sql`SELECT pg_notify(${outboxChannel}, '')`.execute(trx);
  return id;
}
