import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import { createCheckActivities } from '../../../activities/checks/run/create-check-activities';
import { createSessionActivities } from '../../../activities/session/create-session-activities';
import {
  createWebhookActivities,
  maxInFlightPerEndpoint,
} from '../../../activities/webhooks/delivery-activities';
import { startDispatcher } from '../../../activities/webhooks/dispatcher';
import { createEndpointTraffic } from '../../../activities/webhooks/endpoint-traffic';
import { createApp } from '../../../services/api/app';
import { inTurn, pdfTurns } from '../../../services/api/documents/in-turn';
import { bodyBoundsOf, createBodyBudget } from '../../../services/api/http/body-budget';
import { readBuiltPages } from '../../../services/api/pages/built-pages';
import { createStartsBehind } from '../../../services/api/sessions/starts-behind';
import { createWorkers } from '../../../services/worker/create-workers';
import { bootstrapOrganization } from '../../../shared/organization/first-organization';
import { apiSettingsSchema, parseSettings } from '../../../shared/config/settings';
import { createKeyring, newKeyringFile, type Keyring } from '../../../shared/crypto/keyring';
import { pdfFirstPageSize } from '../../../shared/images/pdf-first-page';
import { createRateCounter } from '../../../shared/limits/rate-counter';
import type { Database } from '../../../shared/database/schema';
import { connectDatabase, connectScoped } from '../../../shared/database/connect';
import { createTenancy } from '../../../shared/database/tenancy';
import { createErasureJournal } from '../../../shared/erasure/journal/erasure-journal';
import { createFileObjectStore } from '../../../shared/storage/file-object-store';
import { connectTemporalClient } from '../../../shared/temporal/connect-client';
import { createMessageSigner } from '../../../shared/temporal/message-signer';
import { createSessionClient } from '../../../shared/temporal/session-client';
import { createTestDatabase } from '../../stack/database';
import { freePort } from '../../stack/free-port';
import { startTestPostgres, startTestTemporal } from '../../stack/servers';
import { createPasswords } from '../../../services/api/console-login/passwords';
import { createApiCopies } from '../../../services/api/copies/api-copies';
import { followChanges } from '../../../services/api/copies/follow-changes';
import type { CheckEngines } from '../../../activities/checks/engines/engines';
import { instantEngines } from './instant-engines';

export const bareQueue = 'bench-bare';
/** The name by which Postgres lists the API's connections. */
export const apiConnections = 'bench-api';

export interface BenchStack {
  readonly apiUrl: string;
  readonly key: string;
  /** Of the sessions: capture by API, so without liveness. */
  readonly workflowId: string;
  readonly temporal: Client;
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  /** What an API process of its own needs beside an address, to serve the same. */
  readonly environment: Readonly<Record<string, string>> & { readonly DATABASE_URL: string };
  stop(): Promise<void>;
}

/** API and workers in this process, over a real Postgres and a real Temporal; checks take no time. */
export async function startBenchStack(engines: CheckEngines = instantEngines): Promise<BenchStack> {
  const cacheDir = process.env['VERIFA_CACHE_DIR'] ?? join(homedir(), '.cache', 'verifa');
  const report = (line: string): void => void process.stderr.write(`  ${line}\n`);
  const artifacts = { cacheDir, report, environment: process.env };
  const postgres = await startTestPostgres();
  const temporal = await startTestTemporal(artifacts);
  const database = await createTestDatabase(postgres.environment);
  const folder = await mkdtemp(join(tmpdir(), 'verifa-bench-'));
  const db = connectDatabase({ url: database.url, maxConnections: 2 });
  const tenancy = createTenancy();
  const walled = connectScoped({ url: database.url, maxConnections: 20 }, tenancy);
  // What the API asks is to be told from what dispatcher and workers ask.
  const named = new URL(database.url);
  named.searchParams.set('application_name', apiConnections);
  const served = connectScoped({ url: named.href, maxConnections: 20 }, tenancy);
  const { liveKey, documentAndSelfieId } = await bootstrapOrganization(db, () => new Date());
  const master = newKeyringFile();
  const keyring = createKeyring(master);
  const masterFile = join(folder, 'master-keys.json');
  await writeFile(masterFile, JSON.stringify(master), { mode: 0o600 });
  const objects = createFileObjectStore(join(folder, 'objects'));
  await objects.ready();
  const { VERIFA_TEST_TEMPORAL_ADDRESS: address } = temporal.environment;
  const connected = connectTemporalClient({
    address,
    namespace: 'default',
    environment: {},
  });
  const { client } = connected;
  const sessions = createSessionClient(client, walled.db, createMessageSigner(keyring));
  const clock = (): Date => new Date();
  const log = pino({ level: 'silent' });
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address });
  const traffic = createEndpointTraffic(maxInFlightPerEndpoint);
  const workers = await createWorkers({
    tenancy,
    system: walled.system,
    connection,
    namespace: 'default',
    sessionActivities: createSessionActivities({
      db: walled.db,
      keyring,
      objects,
      journal: createErasureJournal(objects),
      sessions,
      clock,
      temporal: client,
      heartbeat: () => undefined,
      alert: (message) => report(message),
    }),
    checkActivities: createCheckActivities({
      db: walled.db,
      keyring,
      objects,
      clock,
      engines,
    }),
    webhookActivities: createWebhookActivities({
      db: walled.db,
      keyring,
      rules: { allowPrivate: true },
      retryScale: 1,
      traffic,
    }),
    checkProcesses: 20,
    log,
  });
  const bare = await Worker.create({
    connection,
    namespace: 'default',
    taskQueue: bareQueue,
    workflowsPath: require.resolve('./bare-workflow'),
    activities: { nothing: () => Promise.resolve() },
  });
  const all = [...workers, bare];
  const running = Promise.all(all.map((worker) => worker.run()));
  const dispatcher = startDispatcher({
    db: walled.system,
    databaseUrl: database.url,
    keyring,
    rules: { allowPrivate: true },
    retryScale: 1,
    clock,
    workflows: client.workflow,
    traffic,
    onError: () => report('dispatch failed'),
    alert: (message) => report(message),
  });

  const port = await freePort();
  const apiUrl = `http://127.0.0.1:${String(port)}`;
  const settings = parseSettings(apiSettingsSchema, {
    DATABASE_URL: database.url,
    MASTER_KEYS_FILE: 'given',
    VERIFA_CACHE_DIR: cacheDir,
    PUBLIC_URL: apiUrl,
    ALLOW_PRIVATE_WEBHOOKS: '1',
  });
  const changes = followChanges({ databaseUrl: database.url });
  const app = createApp({
    stopping: new AbortController().signal,
    db: served.db,
    nobodys: served.nobodys,
    tenancy,
    copies: createApiCopies(changes),
    keyring,
    objects,
    journal: createErasureJournal(objects),
    closedBy: () => null,
    sessions,
    starts: createStartsBehind({ log }),
    clock,
    rates: createRateCounter(served.nobodys, clock),
    oidc: null,
    passwords: createPasswords(),
    bodies: createBodyBudget(bodyBoundsOf(settings)),
    pages: await readBuiltPages(join(__dirname, '../../../console')),
    log,
    countFaces: () => Promise.resolve(1),
    measurePdf: inTurn(pdfTurns, pdfFirstPageSize),
    lookUpAddress: () => null,
    settings,
  });
  const server = createServer((request, response) => {
    app(request, response);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    apiUrl,
    key: liveKey,
    workflowId: documentAndSelfieId,
    environment: {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: address,
      OBJECT_DIR: join(folder, 'objects'),
      MASTER_KEYS_FILE: masterFile,
      VERIFA_CACHE_DIR: cacheDir,
    },
    temporal: client,
    db,
    keyring,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await dispatcher.stop();
      for (const worker of all) worker.shutdown();
      await running;
      await connection.close();
      await connected.close();
      await changes.close();
      await served.close();
      await walled.close();
      await db.destroy();
      await database.drop();
      await Promise.all([postgres.stop(), temporal.stop()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
