import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { Kysely } from 'kysely';
import {
  createWebhookActivities,
  maxInFlightPerEndpoint,
  type WebhookActivities,
  type WebhookActivityDeps,
} from '../../activities/webhooks/delivery-activities';
import {
  startDispatcher,
  type Dispatcher,
  type DispatcherDeps,
} from '../../activities/webhooks/dispatcher';
import {
  createEndpointTraffic,
  type EndpointTraffic,
} from '../../activities/webhooks/endpoint-traffic';
import { createKeyring, newKeyringFile, type Keyring } from '../../shared/crypto/keyring';
import { activityTenants } from '../../services/worker/activity-tenants';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import { createTenancy } from '../../shared/database/tenancy';
import type { Database, WebhookDeliveryRow } from '../../shared/database/schema';
import type { EventId, WebhookEndpointId } from '../../shared/domain/ids';
import { deliveriesQueue } from '../../shared/temporal/names';
import { addSearchAttributes } from '../../shared/temporal/prepare-namespace';
import { stackAddresses } from '../stack/addresses';
import { createTestDatabase } from '../stack/database';
import { keepTemporalLogs } from '../stack/temporal-logs';

/** The delivering half of the worker process, on a server whose hours pass in moments. */
export interface DeliveryStage {
  readonly db: Kysely<Database>;
  readonly databaseUrl: string;
  readonly keyring: Keyring;
  readonly temporal: TestWorkflowEnvironment;
  /** What somebody would have to look at. */
  readonly alerts: readonly Readonly<Record<string, unknown>>[];
  /** Waits, skipping time, until the event's delivery to the endpoint is decided. */
  decided(eventId: EventId, endpointId: WebhookEndpointId): Promise<WebhookDeliveryRow>;
  /** From the workflow's start to its end, by the server's clock. */
  durationMs(delivery: WebhookDeliveryRow): Promise<number>;
  /** One more, or the first where the stage starts later. */
  startDispatcher(): Dispatcher;
  /** Waits for the row alone, e.g. of a held delivery, which has no workflow. */
  row(eventId: EventId, endpointId: WebhookEndpointId): Promise<WebhookDeliveryRow>;
  stop(): Promise<void>;
}

export interface StageWish {
  readonly activities?: Partial<Pick<WebhookActivityDeps, 'rules' | 'tryTimeoutMs' | 'resolve'>>;
  readonly dispatcher?: Pick<DispatcherDeps, 'sweep' | 'stopWithinMs'>;
  /** Default: one without rests, which would pass by this machine's clock. */
  readonly traffic?: EndpointTraffic;
  /** The dispatcher begins with `startDispatcher`. */
  readonly startsLater?: boolean;
  /** Stands between the dispatcher and Temporal, to break single starts. */
  readonly workflows?: (real: DispatcherDeps['workflows']) => DispatcherDeps['workflows'];
  /** Stands between Temporal and the real activities, to break them on purpose. */
  readonly wrap?: (real: WebhookActivities, deps: WebhookActivityDeps) => WebhookActivities;
}

/** Only ends a hopeless wait. */
const madeWithinMs = 150_000;

export async function setDeliveryStage(wish: StageWish = {}): Promise<DeliveryStage> {
  keepTemporalLogs();
  const addresses = stackAddresses();
  const database = await createTestDatabase();
  const db = connectDatabase({ url: database.url, maxConnections: 8 });
  const tenancy = createTenancy();
  const walled = connectScoped({ url: database.url, maxConnections: 8 }, tenancy);
  const keyring = createKeyring(newKeyringFile());
  const temporal = await TestWorkflowEnvironment.createTimeSkipping({
    server: { executable: { type: 'existing-path', path: addresses.VERIFA_TEST_SERVER_PATH } },
  });
  await addSearchAttributes(temporal.connection, temporal.namespace ?? 'default');
  // The server skips the waits: its time at each try's beginning is the time there.
  let aheadMs = 0;
  const traffic = wish.traffic ?? withoutRests(createEndpointTraffic(maxInFlightPerEndpoint));
  const deps = {
    db: walled.db,
    keyring,
    rules: { allowPrivate: true },
    retryScale: 1,
    clock: () => new Date(Date.now() + aheadMs),
    traffic,
    ...wish.activities,
  };
  const activities = createWebhookActivities(deps);
  const real: WebhookActivities = {
    async tryDelivery(round) {
      aheadMs = (await temporal.currentTimeMs()) - Date.now();
      return activities.tryDelivery(round);
    },
  };
  const worker = await Worker.create({
    connection: temporal.nativeConnection,
    taskQueue: deliveriesQueue,
    interceptors: { activity: [activityTenants({ tenancy, system: walled.system })] },
    workflowBundle: { codePath: addresses.VERIFA_TEST_WORKFLOW_BUNDLE },
    activities: { ...(wish.wrap?.(real, deps) ?? real) },
  });
  const working = worker.run();
  const alerts: Record<string, unknown>[] = [];
  const dispatchers: Dispatcher[] = [];
  function beginDispatcher(): Dispatcher {
    const dispatcher = startDispatcher({
      ...deps,
      db: walled.system,
      databaseUrl: database.url,
      workflows: wish.workflows?.(temporal.client.workflow) ?? temporal.client.workflow,
      onError: (error) => console.error(error),
      alert: (message, ids) => alerts.push({ message, ...ids }),
      ...wish.dispatcher,
    });
    dispatchers.push(dispatcher);
    return dispatcher;
  }
  if (wish.startsLater !== true) beginDispatcher();

  async function row(eventId: EventId, endpointId: WebhookEndpointId): Promise<WebhookDeliveryRow> {
    const end = Date.now() + madeWithinMs;
    while (Date.now() < end) {
      const found = await db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('event_id', '=', eventId)
        .where('endpoint_id', '=', endpointId)
        .executeTakeFirst();
      const started = found?.status !== 'pending' || found.started_round === found.round;
      if (found !== undefined && started) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error('no delivery was made of the event');
  }

  return {
    db,
    databaseUrl: database.url,
    keyring,
    temporal,
    alerts,
    row,
    startDispatcher: beginDispatcher,
    async decided(eventId, endpointId) {
      for (;;) {
        const delivery = await row(eventId, endpointId);
        if (delivery.status !== 'pending') return delivery;
        // Until then it is the dispatcher's.
        if (delivery.leased_until === null) {
          await temporal.client.workflow.getHandle(delivery.id).result();
        } else await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    async durationMs({ id }) {
      const { startTime, closeTime } = await temporal.client.workflow.getHandle(id).describe();
      return (closeTime?.getTime() ?? NaN) - startTime.getTime();
    },
    async stop() {
      await Promise.all(dispatchers.map((dispatcher) => dispatcher.stop()));
      worker.shutdown();
      await working;
      await temporal.teardown();
      await walled.close();
      await db.destroy();
      await database.drop();
    },
  };
}

/** All endpoints alike, however they fail: a dead one's rests are `endpoint-traffic.test.ts`'s. */
export function withoutRests(traffic: EndpointTraffic): EndpointTraffic {
  return { ...traffic, rooms: () => [], nextRestEndMs: () => null };
}
