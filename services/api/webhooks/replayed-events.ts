import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database, EventRow, WebhookEndpointRow } from '../../../shared/database/schema';
import {
  webhookEventTypes,
  type WebhookEventType,
} from '../../../shared/domain/lifecycle/webhook-events';
import { allEvents } from './endpoint-schema';

/** One call's worth: an answer in a moment, and no flood that a receiver did not ask for. */
export const maxReplayed = 5_000;

/** A stretch of time, and of which types; without them of all that the endpoint takes. */
export interface ReplayWindow {
  readonly since: Date;
  readonly until?: Date | undefined;
  readonly event_types?: readonly WebhookEventType[] | undefined;
}

export const replayTypes = z.array(z.enum(webhookEventTypes)).min(1).max(100);

export type Replayed = Pick<EventRow, 'id' | 'type' | 'session_id' | 'created_at'> & {
  readonly is_undispatched: boolean;
};

export interface ReplayBatch {
  readonly events: readonly Replayed[];
  /** More than one call's worth: to be asked for from here on. */
  readonly nextSince: Date | null;
}

/** The first batch of what happened in a window, oldest first. */
export async function replayedEvents(
  db: Kysely<Database>,
  endpoint: WebhookEndpointRow,
  { since, until, event_types: wanted = webhookEventTypes }: ReplayWindow,
  at: Date,
): Promise<ReplayBatch> {
  const takes = new Set(endpoint.enabled_events);
  const types = wanted.filter((type) => takes.has(allEvents) || takes.has(type));
  if (types.length === 0) return { events: [], nextSince: null };
  const found = await db
    .selectFrom('events')
    .select((eb) => [
      'id',
      'type',
      'session_id',
      'created_at',
      eb
        .exists(eb.selectFrom('outbox').select('position').whereRef('event_id', '=', 'events.id'))
        .$castTo<boolean>()
        .as('is_undispatched'),
    ])
    .where('organization_id', '=', endpoint.organization_id)
    .where('environment', '=', endpoint.environment)
    .where('is_test', '=', false)
    .where('created_at', '>=', since)
    .where('created_at', '<', until ?? at)
    .where('type', 'in', types)
    .orderBy('created_at')
    .orderBy('position')
    .limit(maxReplayed + 1)
    .execute();
  return {
    events: found.slice(0, maxReplayed),
    nextSince: found[maxReplayed]?.created_at ?? null,
  };
}
