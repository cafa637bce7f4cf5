import { NativeConnection } from '@temporalio/worker';
import { heartbeat } from '@temporalio/activity';
import { keyOlderItems } from '../../activities/checks/records/lists/key-older-items';
import {
  createMailActivities,
  type MailSettings,
} from '../../activities/mail/create-mail-activities';
import { openMailer } from '../../activities/mail/mailer';
import { createSessionActivities } from '../../activities/session/create-session-activities';
import {
  createWebhookActivities,
  maxInFlightPerEndpoint,
} from '../../activities/webhooks/delivery-activities';
import { startDispatcher, type Dispatcher } from '../../activities/webhooks/dispatcher';
import { createEndpointTraffic } from '../../activities/webhooks/endpoint-traffic';
import { createWatchlistActivities } from '../../activities/watchlists/create-watchlist-activities';
import { processEnvironment } from '../../shared/config/process-environment';
import {
  parseSettings,
  workerSettingsSchema,
  type WorkerSettings,
} from '../../shared/config/settings';
import { readMasterKeys } from '../../shared/crypto/master-keys';
import { connectScoped } from '../../shared/database/connect';
import { requireSchema } from '../../shared/database/schema-state';
import { createTenancy } from '../../shared/database/tenancy';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { createMetrics } from '../../shared/metrics/metrics';
import { ofPart } from '../../shared/process/part';
import { runMain } from '../../shared/process/run-main';
import { openJournalStore, openObjectStore } from '../../shared/storage/open-object-store';
import { tellWhenFull } from '../../shared/storage/tell-when-full';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { connectionSecurity } from '../../shared/temporal/connection-security';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { operatorPages } from '../../shared/temporal/operator-pages';
import { requireSearchAttributes } from '../../shared/temporal/prepare-namespace';
import { createSessionClient } from '../../shared/temporal/session-client';
import { withoutLogContext } from '../../shared/tracing/log-context';
import { openLog } from '../../shared/tracing/open-log';
import { openTracer, tracesOf } from '../../shared/tracing/open-tracer';
import { warnWithoutLists } from '../../shared/watchlists/warn-without-lists';
import { createWorkers, type WorkersOptions, type WorkerSlots } from './create-workers';
import { openAdmin } from './open-admin';
import { checkProcessesOf, openChecks } from './open-checks';
import { requireErasuresKnown } from './require-erasures-known';
import { ensureRetentionSchedule } from './retention-schedule';
import { ensureSweepSchedule } from './sweep-schedule';
import { installTemporalRuntime } from './temporal-runtime';
import { logTriedDelivery } from './tried-delivery';
import { ensureWatchlistSchedule } from './watchlist-schedule';

/** After its workers have ended, which take their own time. */
const tidyUpWithinMs = 15_000;

/** The worker process: the queues that it is told to serve, and with deliveries the outbox's dispatcher. */
async function main(): Promise<void> {
  const environment = processEnvironment(process.env);
  const settings = parseSettings(workerSettingsSchema, environment);
  const queues = settings.WORKER_QUEUES;
  const log = openLog(settings.LOG_LEVEL, 'worker');
  const metrics = createMetrics('worker');
  const tracer = await openTracer({ ...tracesOf(settings), service: 'verifa-worker' });
  const clock = (): Date => new Date();
  const tenancy = createTenancy();
  const { db, system, ...database } = connectScoped(
    {
      url: settings.DATABASE_URL,
      maxConnections: settings.DATABASE_POOL_SIZE,
      onIdleError: () => withoutLogContext(() => log.warn('a database connection broke')),
      onDiskFull: () => metrics.count('verifa_storage_full_total', { part: 'postgres' }),
    },
    tenancy,
  );
  const keyring = await readMasterKeys(settings);
  const onFull = (): void => metrics.count('verifa_storage_full_total', { part: 'object_store' });
  const objects = tellWhenFull(openObjectStore(settings), onFull);
  const journal = createErasureJournal(tellWhenFull(openJournalStore(settings), onFull));
  const target = { address: settings.TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE };
  const temporal = connectTemporalClient({ ...target, environment, tracer });
  const admin = await openAdmin({
    settings,
    metrics,
    system,
    load: () => database.load(),
    temporal: temporal.client,
    objects,
    clock,
  });
  await ofPart('The object store', () => objects.ready());
  await ofPart('Postgres', () => requireSchema(system));
  await ofPart('The object store', () => journal.ready());
  await requireErasuresKnown(system, journal);
  const checks = queues.has('checks')
    ? await ofPart('The models', () =>
        openChecks({
          settings,
          db,
          keyring,
          objects,
          clock,
          metrics,
          tracer,
          report: (line) => log.info(line),
        }),
      )
    : null;

  const sdk = await installTemporalRuntime(log, { withMetrics: settings.ADMIN_PORT !== 0 });
  if (sdk !== null) metrics.append('temporal_sdk', () => sdk.text());
  const connection = await ofPart('Temporal', () =>
    NativeConnection.connect({
      address: settings.TEMPORAL_ADDRESS,
      // Compression costs CPU on one host.
      grpcCompression: { codec: 'none' },
      ...connectionSecurity(environment),
    }),
  );
  const pages = operatorPages(settings);
  const sessions = createSessionClient(temporal.client, db, createMessageSigner(keyring), {
    pages,
  });
  const alert = (message: string, ids: Readonly<Record<string, unknown>>): void => {
    metrics.count('verifa_alerts_total', {});
    log.error({ ...ids, alert: true }, message);
  };
  const onTried = logTriedDelivery(log);
  const traffic = createEndpointTraffic(maxInFlightPerEndpoint);
  const options: WorkersOptions = {
    tenancy,
    system,
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    queues,
    slots: slotsOf(settings),
    ...(settings.WORKFLOW_BUNDLE === undefined ? {} : { workflowBundle: settings.WORKFLOW_BUNDLE }),
    sessionActivities: createSessionActivities({
      db,
      keyring,
      objects,
      journal,
      sessions,
      clock,
      temporal: temporal.client,
      heartbeat,
      alert,
      backupRetentionDays: settings.BACKUP_RETENTION_DAYS,
      metrics,
    }),
    mailActivities: createMailActivities({ db, keyring, clock, mail: mailOf(settings) }),
    watchlistActivities: createWatchlistActivities({
      db,
      locations: settings.WATCHLIST_SOURCES,
      clock,
      alert,
    }),
    ...(checks === null ? {} : { checkActivities: checks.activities }),
    webhookActivities: createWebhookActivities({
      db,
      keyring,
      rules: { allowPrivate: settings.ALLOW_PRIVATE_WEBHOOKS },
      retryScale: settings.WEBHOOK_RETRY_SCALE,
      traffic,
      metrics,
      tracer,
      onTried,
    }),
    checkProcesses: checkProcessesOf(settings),
    ...versionOf(settings),
    log,
    metrics,
    tracer,
  };
  const workers = await ofPart('Temporal', async () => {
    await requireSearchAttributes(temporal.connection, settings.TEMPORAL_NAMESPACE);
    const created = await createWorkers(options);
    if (queues.has('sessions')) {
      await ensureSweepSchedule(temporal.client);
      await ensureRetentionSchedule(temporal.client);
    }
    if (queues.has('lists')) {
      await ensureWatchlistSchedule(temporal.client, settings.WATCHLIST_SOURCES, system);
    }
    return created;
  });
  const dispatch = (): Dispatcher =>
    startDispatcher({
      db: system,
      databaseUrl: settings.DATABASE_URL,
      keyring,
      rules: { allowPrivate: settings.ALLOW_PRIVATE_WEBHOOKS },
      retryScale: settings.WEBHOOK_RETRY_SCALE,
      clock,
      workflows: temporal.client.workflow,
      traffic,
      metrics,
      tracer,
      onTried,
      pages,
      alert,
      onError: (cause) =>
        log.warn({ kind: cause instanceof Error ? cause.name : typeof cause }, 'dispatch failed'),
    });
  const dispatcher = queues.has('deliveries') ? dispatch() : null;

  const stop = (): void => {
    admin.health.stopping();
    // Failing to end neatly is its leases' affair, and told of when it is waited for.
    dispatcher?.stop().catch(() => undefined);
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const { unreadable } = await keyOlderItems(system, keyring);
  if (unreadable.length > 0) alert('list items do not open', { items: unreadable });
  await warnWithoutLists(system, (message) => log.warn({ alert: true }, message));
  admin.health.running(workers);
  log.info(
    { queues: [...queues], checkProcesses: options.checkProcesses, ...versionOf(settings) },
    'worker ready',
  );
  // When one of them breaks the others stop too: whoever supervises the process starts it anew.
  const ends = await Promise.allSettled(workers.map((worker) => worker.run().finally(stop)));
  // Tidied up or not: what one part keeps open must not keep a dead worker alive.
  const bound = setTimeout(() => process.exit(1), tidyUpWithinMs);

  await admin.close();
  await dispatcher?.stop();
  await checks?.close();
  await connection.close();
  await temporal.close();
  await tracer?.close();
  await database.close();
  clearTimeout(bound);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  log.info('worker stopped');
}

function slotsOf(settings: WorkerSettings): WorkerSlots {
  return {
    cachedWorkflows: settings.MAX_CACHED_WORKFLOWS,
    workflowTasks: settings.MAX_CONCURRENT_WORKFLOW_TASKS,
    localActivities: settings.MAX_CONCURRENT_LOCAL_ACTIVITIES,
    sessionActivities: settings.MAX_CONCURRENT_SESSION_ACTIVITIES,
    deliveries: settings.MAX_CONCURRENT_DELIVERIES,
  };
}

function versionOf(settings: WorkerSettings): Pick<WorkersOptions, 'version'> {
  const { WORKER_BUILD_ID: buildId, WORKER_DEPLOYMENT: deploymentName } = settings;
  return buildId === undefined ? {} : { version: { deploymentName, buildId } };
}

function mailOf({ MAIL_URL, MAIL_FROM, PUBLIC_URL }: WorkerSettings): MailSettings | null {
  if (MAIL_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) return null;
  return { mailer: openMailer(MAIL_URL), from: MAIL_FROM, publicUrl: PUBLIC_URL };
}

runMain('The worker', main);
