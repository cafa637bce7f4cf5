import { sql, type Kysely } from 'kysely';
import { inOneStatement, type Write } from '../database/in-one-statement';
import type { Database, SessionRow } from '../database/schema';
import { newId, type EventId } from '../domain/ids';
import type { TypedEvent } from '../domain/webhooks/event-data';
import { writeContext } from '../domain/tracing/trace-context';
import { currentTrace } from '../tracing/log-context';
import { outboxChannel } from './notice';

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

/**
 * All that writing events takes: their rows, and their places in the outbox. Several of one transaction notify
 * once, as Postgres sends equal notices once. Where there is no endpoint nobody is woken: the places wait for the
 * next look of a dispatcher.
 */
export function eventWrites(db: Kysely<Database>, events: readonly OwnedEvent[]): readonly Write[] {
  if (events.length === 0) return [];
  const trace = writeContext(currentTrace());
  return [
    db.insertInto('events').values(
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
        ...trace,
      })),
    ),
    db
      .insertInto('outbox')
      .values(
        events.map(({ id, owner: { organization_id, environment } }) => ({
          event_id: id,
          organization_id,
          environment,
        })),
      )
      .returning(
        sql`CASE WHEN EXISTS (
          SELECT FROM webhook_endpoints
          WHERE webhook_endpoints.organization_id = outbox.organization_id
            AND webhook_endpoints.environment = outbox.environment
            AND webhook_endpoints.deleted_at IS NULL)
          THEN pg_notify(${outboxChannel}, '')::text END`.as('notified'),
      ),
  ];
}
