import { createServer, type Server } from 'node:http';
import { resolve } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Express } from 'express';
import { processEnvironment } from '../../shared/config/process-environment';
import { apiSettingsSchema, parseSettings } from '../../shared/config/settings';
import { readMasterKeys } from '../../shared/crypto/master-keys';
import { createRateCounter } from '../../shared/limits/rate-counter';
import { connectScoped } from '../../shared/database/connect';
import { requireSchema } from '../../shared/database/schema-state';
import { createTenancy } from '../../shared/database/tenancy';
import { pdfFirstPageSize } from '../../shared/images/pdf-first-page';
import { openAddressLookup } from './network/open-address-lookup';
import { startAdminServer } from '../../shared/admin/admin-server';
import { commonPages } from '../../shared/admin/common-pages';
import { createMetrics } from '../../shared/metrics/metrics';
import { addProcessGauges } from '../../shared/metrics/process-gauges';
import { partsDown, probe, probePostgres, type HealthProbes } from '../../shared/health/probe';
import { reasonOf } from '../../shared/process/part';
import { runMain } from '../../shared/process/run-main';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { openJournalStore, openObjectStore } from '../../shared/storage/open-object-store';
import { tellWhenFull } from '../../shared/storage/tell-when-full';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { operatorPages } from '../../shared/temporal/operator-pages';
import { createSessionClient } from '../../shared/temporal/session-client';
import { withoutLogContext } from '../../shared/tracing/log-context';
import { openLog } from '../../shared/tracing/open-log';
import { openTracer, tracesOf } from '../../shared/tracing/open-tracer';
import { warnWithoutLists } from '../../shared/watchlists/warn-without-lists';
import { createApp } from './app';
import { followConnections, type Connections } from './connections';
import { createApiCopies } from './copies/api-copies';
import { followChanges } from './copies/follow-changes';
import { openOidc } from './console-login/oidc/open-oidc';
import { createPasswords } from './console-login/passwords';
import { createFaceCounter } from './face-counter';
import { inTurn, pdfTurns } from './documents/in-turn';
import { bodyBoundsOf, createBodyBudget } from './http/body-budget';
import { createErasureGate } from './erasure-gate';
import { listen, stopAccepting } from './listen';
import { readBuiltPages } from './pages/built-pages';
import { createStartsBehind } from './sessions/starts-behind';

/** What the API promises of a part that hangs is ten seconds. */
const answerWithinMs = 8_000;
const firstLookWithinMs = 3_000;

async function main(): Promise<void> {
  const environment = processEnvironment(process.env);
  const settings = parseSettings(apiSettingsSchema, environment);
  const log = openLog(settings.LOG_LEVEL, 'api');
  const keyring = await readMasterKeys(settings);
  const metrics = createMetrics('api');
  const tracer = await openTracer({ ...tracesOf(settings), service: 'verifa-api' });
  const tenancy = createTenancy();
  const { db, nobodys, ...database } = connectScoped(
    {
      url: settings.DATABASE_URL,
      maxConnections: settings.DATABASE_POOL_SIZE,
      // Together below the ten seconds that the API promises of a part that hangs.
      connectWithinMs: 3_500,
      answerWithinMs: 6_000,
      onIdleError: () => withoutLogContext(() => log.warn('an idle database connection broke')),
      onDiskFull: () => metrics.count('verifa_storage_full_total', { part: 'postgres' }),
    },
    tenancy,
  );
  const changes = followChanges({ databaseUrl: settings.DATABASE_URL });
  const onFull = (): void => metrics.count('verifa_storage_full_total', { part: 'object_store' });
  const objects = tellWhenFull(openObjectStore(settings), onFull);
  const journal = createErasureJournal(tellWhenFull(openJournalStore(settings), onFull));
  const gate = createErasureGate({
    db: nobodys,
    journal,
    alert(message, ids) {
      metrics.count('verifa_alerts_total', {});
      log.error({ ...ids, alert: true }, message);
    },
  });
  const temporal = connectTemporalClient({
    address: settings.TEMPORAL_ADDRESS,
    namespace: settings.TEMPORAL_NAMESPACE,
    environment,
    tracer,
  });
  const faces = createFaceCounter({
    cacheDir: settings.VERIFA_CACHE_DIR,
    report: (line) => withoutLogContext(() => log.info(line)),
  });
  const pages = await readBuiltPages(resolve(__dirname, '../../console'));
  if (pages === null) log.warn('the pages are not built: run `npm run build`');
  const leaving = new AbortController();
  const stopping = new AbortController();
  const starts = createStartsBehind({ log });
  const app = createApp({
    db,
    nobodys,
    tenancy,
    copies: createApiCopies(changes),
    keyring,
    objects,
    journal,
    closedBy: gate.closedBy,
    sessions: createSessionClient(temporal.client, db, createMessageSigner(keyring), {
      answerWithinMs,
      pages: operatorPages(settings),
    }),
    starts,
    settings,
    countFaces: (image) => faces.count(image),
    measurePdf: inTurn(pdfTurns, pdfFirstPageSize),
    lookUpAddress: await openAddressLookup(settings),
    clock: () => new Date(),
    rates: createRateCounter(nobodys, () => new Date()),
    oidc: openOidc(settings),
    passwords: createPasswords(),
    bodies: createBodyBudget(bodyBoundsOf(settings)),
    pages,
    leaving: leaving.signal,
    stopping: stopping.signal,
    log,
    metrics,
    tracer,
  });
  const probes: HealthProbes = {
    postgres: () => probePostgres(nobodys),
    temporal: () => probe(() => temporal.client.connection.ensureConnected()),
    objectStore: () => probe(() => objects.ready()),
  };
  addProcessGauges(metrics, {
    probes,
    load: () => database.load(),
    objectDir: settings.OBJECT_DIR,
  });

  // Long journals are read while it listens already, and is not ready.
  await Promise.race([gate.start(), after(firstLookWithinMs)]);
  const servers = [await serve(app, settings.HOST, settings.PORT)];
  if (settings.ADMIN_PORT !== 0) {
    await startAdminServer(commonPages(probes, metrics), {
      host: settings.ADMIN_HOST,
      port: settings.ADMIN_PORT,
    });
  }
  log.info({ port: settings.PORT }, 'listening');
  // It serves also while a part is away: the warnings wait for nobody.
  void partsDown(probes).then((parts) => {
    if (parts.length > 0) log.warn({ parts }, 'away: what needs them is answered 503');
  });
  requireSchema(nobodys).catch((cause: unknown) =>
    log.warn({ alert: true, why: reasonOf(cause) }, 'not ready: Postgres cannot be used'),
  );
  warnWithoutLists(nobodys, (message) => log.warn({ alert: true }, message)).catch(() =>
    log.warn('whether sanctions lists are loaded could not be read'),
  );

  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, 'leaving: not ready for more, and every answer ends its connection');
    leaving.abort();
    for (const { connections } of servers) connections.beginClosing();
    // Whoever sends requests here asks /readyz every few seconds, and sends them elsewhere then.
    await after(settings.SHUTDOWN_DELAY_SECONDS * 1_000);
    log.info('stopping: no new requests, the running ones are finished');
    stopping.abort();
    gate.stop();
    await Promise.all(servers.map(({ server, connections }) => stopAccepting(server, connections)));
    await starts.drained();
    await faces.dispose();
    await temporal.close();
    await tracer?.close();
    await changes.close();
    await database.close();
    log.info('stopped');
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      stop(signal).then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

interface Serving {
  readonly server: Server;
  readonly connections: Connections;
}

async function serve(app: Express, host: string, port: number): Promise<Serving> {
  const server = createServer();
  const connections = followConnections(server, (request, response) => {
    app(request, response);
  });
  await listen(server, host, port);
  return { server, connections };
}

runMain('The API', main);
