import { sql, type Kysely } from 'kysely';
import { inOneStatement, type Write } from '../database/in-one-statement';
import type { Database, SessionRow } from '../database/schema';
import { newId, type EventId } from '../domain/ids';
import type { TypedEvent } from '../domain/webhooks/event-data';

/** Wakes the dispatcher when the transaction commits; a lost notice costs seconds, never an event. */
export const outboxChannel = 'verifa_outbox';

export type OutgoingEvent = TypedEvent & {
  /** The session's (or identity's) `event_sequence` after this event: counts up without gaps. */
  readonly sequence: number;
  readonly at: Date;
};

/** A session, or with `id` null what is none. */
export type EventOwner = Pick<SessionRow, 'organization_id' | 'environment'> & {
  readonly id: SessionRow['id'] | null;
};

/** Writes the event into the outbox, in the transaction of what it tells. */
export async function appendEvent(
  trx: Kysely<Database>,
  owner: EventOwner,
  event: OutgoingEvent,
): Promise<EventId> {
  const id = newId('event');
  await inOneStatement(trx, eventWrites(trx, [{ id, owner, event }]));
  return id;
}

export interface OwnedEvent {
  readonly id: EventId;
  readonly owner: EventOwner;
  readonly event: OutgoingEvent;
}

/** All that writing events takes; several of one transaction notify once, as Postgres sends equal notices once. */
export function eventWrites(db: Kysely<Database>, events: readonly OwnedEvent[]): readonly Write[] {
  if (events.length === 0) return [];
  return [
    db
      .insertInto('events')
      .values(
        events.map(({ id, owner, event }) => ({
          id,
          organization_id: owner.organization_id,
          environment: owner.environment,
          session_id: owner.id,
          type: event.type,
          sequence: event.sequence,
          data: JSON.stringify(event.data),
          is_test: false,
          created_at: event.at,
        })),
      )
      .returning(sql`pg_notify(${outboxChannel}, '')`.as('notified')),
  ];
}
