import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database, EventRow } from '../../shared/database/schema';
import {
  newId,
  type EventId,
  type WebhookDeliveryId,
  type WebhookEndpointId,
} from '../../shared/domain/ids';

const batchSize = 100;
/** Beyond those that some other dispatchers are at work on. */
const pagesLookedAt = 4;

type Target = { readonly id: WebhookEndpointId; readonly enabled: boolean };
type Deliverable = Pick<
  EventRow,
  'id' | 'type' | 'organization_id' | 'environment' | 'session_id' | 'data' | 'is_test'
>;

/**
 * Turns the oldest undispatched events into one delivery row per endpoint that wants them, and marks
 * them, in one transaction: after it every delivery that is owed is a row. Safe from several
 * processes at once. Answers how many events it took; none means the outbox is empty.
 */
export async function dispatchBatch(
  db: Kysely<Database>,
  now: Date,
  { only, except = [] }: { readonly only?: EventId; readonly except?: readonly EventId[] } = {},
): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const events = await trx
      .selectFrom('events')
      .select(['id', 'type', 'organization_id', 'environment', 'session_id', 'data', 'is_test'])
      .where('dispatched_at', 'is', null)
      .$if(except.length > 0, (query) => query.where('id', 'not in', except))
      .$if(only !== undefined, (query) => query.where('id', 'in', only === undefined ? [] : [only]))
      .orderBy('position')
      .limit(batchSize)
      .forUpdate()
      .skipLocked()
      .execute();
    if (events.length === 0) return 0;
    for (const event of events) {
      await insertDeliveries(trx, event, await targetsOf(trx, event), now);
    }
    const ids = events.map((event) => event.id);
    await trx.updateTable('events').set({ dispatched_at: now }).where('id', 'in', ids).execute();
    return events.length;
  });
}

/** What the next batch would be made of. */
export async function undispatched(
  db: Kysely<Database>,
  except: readonly EventId[],
): Promise<readonly EventId[]> {
  const rows = await db
    .selectFrom('events')
    .select('id')
    .where('dispatched_at', 'is', null)
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .orderBy('position')
    .limit(batchSize)
    .execute();
  return rows.map(({ id }) => id);
}

/** Endpoints of the event's organisation and environment that want it; a test event names its own. */
async function targetsOf(
  trx: Transaction<Database>,
  event: Deliverable,
): Promise<readonly Target[]> {
  const endpoints = await trx
    .selectFrom('webhook_endpoints')
    .select(['id', 'enabled', 'enabled_events'])
    .where('organization_id', '=', event.organization_id)
    .where('environment', '=', event.environment)
    .where('deleted_at', 'is', null)
    .execute();
  return endpoints.filter((endpoint) =>
    event.is_test
      ? endpoint.id === event.data.endpoint_id
      : endpoint.enabled_events.some((wanted) => wanted === '*' || wanted === event.type),
  );
}

async function insertDeliveries(
  trx: Transaction<Database>,
  event: Deliverable,
  targets: readonly Target[],
  now: Date,
): Promise<void> {
  if (targets.length === 0) return;
  await trx
    .insertInto('webhook_deliveries')
    .values(
      targets.map((endpoint) => ({
        id: newId('webhookDelivery'),
        organization_id: event.organization_id,
        environment: event.environment,
        event_id: event.id,
        endpoint_id: endpoint.id,
        session_id: event.session_id,
        event_type: event.type,
        status: endpoint.enabled ? ('pending' as const) : ('held' as const),
        round: 1,
        started_round: 0,
        tries: 0,
        created_at: now,
        updated_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['event_id', 'endpoint_id']).doNothing())
    .execute();
}

export interface OwedStart {
  readonly id: WebhookDeliveryId;
  readonly endpoint_id: WebhookEndpointId;
  readonly event_type: EventRow['type'];
  readonly round: number;
}

/**
 * A page of deliveries whose present round has no workflow yet: new ones, and retries by hand. New ones of
 * endpoints that are held back are left for later; what a person asked for is not. Other dispatchers pass
 * over the page while `start` is at work on it; what it answers is marked, the rest is owed still.
 *
 * @returns whether more is to be had at once: the page was full, and not for nothing
 */
export async function withOwedStarts(
  db: Kysely<Database>,
  {
    limit,
    heldBack,
    resting = [],
  }: {
    readonly limit: number;
    readonly heldBack: readonly WebhookEndpointId[];
    readonly resting?: readonly WebhookDeliveryId[];
  },
  start: (owed: readonly OwedStart[]) => Promise<readonly OwedStart[]>,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const owed = await trx
      // Locks of names, not of rows: a try that begins meanwhile waits for none of them.
      .with(
        (cte) => cte('owed').materialized(),
        (query) =>
          query
            .selectFrom('webhook_deliveries')
            .select(['id', 'endpoint_id', 'event_type', 'round'])
            .where('status', '=', 'pending')
            .whereRef('started_round', '<', 'round')
            .$if(heldBack.length > 0, (all) =>
              all.where((eb) =>
                eb.or([eb('round', '>', 1), eb('endpoint_id', 'not in', heldBack)]),
              ),
            )
            .$if(resting.length > 0, (all) => all.where('id', 'not in', resting))
            .orderBy('id')
            .limit(limit * pagesLookedAt),
      )
      .selectFrom('owed')
      .selectAll()
      .where(sql<boolean>`pg_try_advisory_xact_lock(hashtextextended(owed.id, 0))`)
      .limit(limit)
      .execute();
    const started = await start(owed);
    await markStarted(trx, started);
    return owed.length === limit && started.length > 0;
  });
}

/** Pending deliveries that nothing touched for a while: their workflow may have been lost. */
export async function quietDeliveries(
  db: Kysely<Database>,
  page: { readonly after: WebhookDeliveryId | null; readonly before: Date; readonly limit: number },
): Promise<readonly OwedStart[]> {
  const quiet = db
    .selectFrom('webhook_deliveries')
    .select(['id', 'endpoint_id', 'event_type', 'round'])
    .where('status', '=', 'pending')
    .whereRef('started_round', '=', 'round')
    .where('updated_at', '<', page.before)
    .orderBy('id')
    .limit(page.limit);
  return (page.after === null ? quiet : quiet.where('id', '>', page.after)).execute();
}

async function markStarted(db: Kysely<Database>, started: readonly OwedStart[]): Promise<void> {
  if (started.length === 0) return;
  await sql`UPDATE webhook_deliveries SET started_round = started.round
    FROM unnest(
      ${started.map(({ id }) => id)}::text[],
      ${started.map(({ round }) => round)}::integer[]
    ) AS started (id, round)
    WHERE webhook_deliveries.id = started.id
      AND webhook_deliveries.started_round < started.round`.execute(db);
}
