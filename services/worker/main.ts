import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { NativeConnection } from '@temporalio/worker';
import { heartbeat } from '@temporalio/activity';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import pino from 'pino';
import { createCheckPool, type CheckPool } from '../../activities/checks/pool/check-pool';
import { pooledEngines } from '../../activities/checks/pool/pooled-engines';
import { createCheckActivities } from '../../activities/checks/run/create-check-activities';
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
import { startDispatcher } from '../../activities/webhooks/dispatcher';
import { createEndpointTraffic } from '../../activities/webhooks/endpoint-traffic';
import { createWatchlistActivities } from '../../activities/watchlists/create-watchlist-activities';
import { ensureArtifact } from '../../shared/artifacts/ensure-artifact';
import {
  parseSettings,
  workerSettingsSchema,
  type WorkerSettings,
} from '../../shared/config/settings';
import { createKeyring } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import { openObjectStore } from '../../shared/storage/open-object-store';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { createSessionClient } from '../../shared/temporal/session-client';
import { warnWithoutLists } from '../../shared/watchlists/warn-without-lists';
import { createWorkers } from './create-workers';
import { ensureRetentionSchedule } from './retention-schedule';
import { ensureSweepSchedule } from './sweep-schedule';
import { installTemporalRuntime } from './temporal-runtime';
import { ensureWatchlistSchedule } from './watchlist-schedule';

/** The worker process: sessions, checks and deliveries, and the outbox's dispatcher. */
async function main(): Promise<void> {
  const settings = parseSettings(workerSettingsSchema, process.env);
  const log = pino({ level: settings.LOG_LEVEL, base: { service: 'worker' } });
  const db = connectDatabase({
    url: settings.DATABASE_URL,
    maxConnections: 20,
    onIdleError: () => log.warn('a database connection broke'),
  });
  const keyring = createKeyring(JSON.parse(await readFile(settings.MASTER_KEYS_FILE, 'utf8')));
  const objects = openObjectStore(settings);
  await objects.ready();
  const checkProcesses = settings.CHECK_PROCESSES ?? cpus().length;
  const pool = await openPool(settings, checkProcesses, (line) => log.info(line));

  installTemporalRuntime(log);
  const target = { address: settings.TEMPORAL_ADDRESS, namespace: settings.TEMPORAL_NAMESPACE };
  const temporal = connectTemporalClient({ ...target, environment: process.env });
  const connection = await NativeConnection.connect(nativeOptions(settings));
  const sessions = createSessionClient(temporal.client, db, createMessageSigner(keyring));
  const clock = (): Date => new Date();
  const alert = (message: string, ids: Readonly<Record<string, unknown>>): void =>
    log.error({ ...ids, alert: true }, message);
  const traffic = createEndpointTraffic(maxInFlightPerEndpoint);
  const workers = await createWorkers({
    connection,
    namespace: settings.TEMPORAL_NAMESPACE,
    ...(settings.WORKFLOW_BUNDLE === undefined ? {} : { workflowBundle: settings.WORKFLOW_BUNDLE }),
    sessionActivities: createSessionActivities({
      db,
      keyring,
      objects,
      sessions,
      clock,
      temporal: temporal.client,
      heartbeat,
      alert,
      backupRetentionDays: settings.BACKUP_RETENTION_DAYS,
    }),
    mailActivities: createMailActivities({ db, keyring, clock, mail: mailOf(settings) }),
    watchlistActivities: createWatchlistActivities({
      db,
      locations: settings.WATCHLIST_SOURCES,
      clock,
      alert,
    }),
    checkActivities: createCheckActivities({
      db,
      keyring,
      objects,
      clock,
      engines: pooledEngines(pool),
    }),
    webhookActivities: createWebhookActivities({
      db,
      keyring,
      rules: { allowPrivate: settings.ALLOW_PRIVATE_WEBHOOKS },
      retryScale: settings.WEBHOOK_RETRY_SCALE,
      traffic,
    }),
    checkProcesses,
    log,
  });
  await ensureSweepSchedule(temporal.client);
  await ensureRetentionSchedule(temporal.client);
  await ensureWatchlistSchedule(temporal.client, settings.WATCHLIST_SOURCES);
  const dispatcher = startDispatcher({
    db,
    databaseUrl: settings.DATABASE_URL,
    workflows: temporal.client.workflow,
    traffic,
    onError: (cause) =>
      log.warn({ kind: cause instanceof Error ? cause.name : typeof cause }, 'dispatch failed'),
  });

  const stop = (): void => {
    for (const worker of workers) if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await warnWithoutLists(db, (message) => log.warn({ alert: true }, message));
  log.info({ checkProcesses }, 'worker ready');
  // When one of them breaks the others stop too: whoever supervises the process starts it anew.
  const ends = await Promise.allSettled(workers.map((worker) => worker.run().finally(stop)));

  await dispatcher.stop();
  await pool.dispose();
  await connection.close();
  await temporal.close();
  await db.destroy();
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  log.info('worker stopped');
}

async function openPool(
  settings: WorkerSettings,
  size: number,
  report: (line: string) => void,
): Promise<CheckPool> {
  const artifacts = { cacheDir: settings.VERIFA_CACHE_DIR, report };
  return createCheckPool({
    size,
    faceModelsDir: await ensureArtifact('face-models', artifacts),
    expressionModelDir: await ensureArtifact('expression-model', artifacts),
    ocrModelsDir: await ensureArtifact('ocr-models', artifacts),
    intraOpThreads: 1,
  });
}

/** TLS and API key by the standard TEMPORAL_* variables; compression costs CPU on one host. */
function nativeOptions(settings: WorkerSettings): Parameters<typeof NativeConnection.connect>[0] {
  const { tls, apiKey } = loadClientConnectConfig({ disableFile: true }).connectionOptions;
  return {
    address: settings.TEMPORAL_ADDRESS,
    grpcCompression: { codec: 'none' },
    ...(tls === undefined || tls === null ? {} : { tls }),
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

function mailOf({ MAIL_URL, MAIL_FROM, PUBLIC_URL }: WorkerSettings): MailSettings | null {
  if (MAIL_URL === undefined || MAIL_FROM === undefined || PUBLIC_URL === undefined) return null;
  return { mailer: openMailer(MAIL_URL), from: MAIL_FROM, publicUrl: PUBLIC_URL };
}

main().catch((cause: unknown) => {
  const message = cause instanceof Error ? cause.message : 'unknown';
  process.stderr.write(`The worker could not go on: ${message}\n`);
  process.exitCode = 1;
});
