import type { Kysely } from 'kysely';
import type { Database, WebhookEndpointRow } from '../database/schema';
import type { EventId } from '../domain/ids';
import type { WebhookEventType } from '../domain/lifecycle/webhook-events';
import { writeContext } from '../domain/tracing/trace-context';
import { currentTrace } from '../tracing/log-context';
import { notifyDispatchers } from './notice';

/**
 * A made-up event for one endpoint, under an id that was given out before.
 *
 * @returns whether it was written: a repeat whose first holder died right after its commit finds it there
 */
export async function appendTestEvent(
  trx: Kysely<Database>,
  endpoint: Pick<WebhookEndpointRow, 'id' | 'organization_id' | 'environment'>,
  event: { readonly id: EventId; readonly type: WebhookEventType; readonly at: Date },
): Promise<boolean> {
  const { organization_id, environment } = endpoint;
  const written = await trx
    .insertInto('events')
    .values({
      id: event.id,
      organization_id,
      environment,
      session_id: null,
      type: event.type,
      sequence: 0,
      data: JSON.stringify({ endpoint_id: endpoint.id }),
      is_test: true,
      created_at: event.at,
      ...writeContext(currentTrace()),
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (written === undefined) return false;
  await trx
    .insertInto('outbox')
    .values({ event_id: event.id, organization_id, environment })
    .execute();
  await notifyDispatchers(trx, { kind: 'events' });
  return true;
}
