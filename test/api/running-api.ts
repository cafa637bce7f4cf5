import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import type { Client } from '@temporalio/client';
import type { Kysely } from 'kysely';
import { pino } from 'pino';
import type { CheckEngines } from '../../activities/checks/engines/engines';
import type { MailSettings } from '../../activities/mail/create-mail-activities';
import { createCheckActivities } from '../../activities/checks/run/create-check-activities';
import type { CheckActivities } from '../../activities/session/contract';
import { createApp } from '../../services/api/app';
import { createPasswords } from '../../services/api/console-login/passwords';
import { createApiCopies } from '../../services/api/copies/api-copies';
import { followChanges } from '../../services/api/copies/follow-changes';
import type { ApiDeps } from '../../services/api/deps';
import { inTurn, pdfTurns } from '../../services/api/documents/in-turn';
import { bodyBoundsOf, createBodyBudget } from '../../services/api/http/body-budget';
import { readBuiltPages } from '../../services/api/pages/built-pages';
import { createStartsBehind } from '../../services/api/sessions/starts-behind';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { apiSettingsSchema, parseSettings } from '../../shared/config/settings';
import { createKeyring, newKeyringFile, type Keyring } from '../../shared/crypto/keyring';
import { pdfFirstPageSize } from '../../shared/images/pdf-first-page';
import { createRateCounter } from '../../shared/limits/rate-counter';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import { createTenancy } from '../../shared/database/tenancy';
import type { Database } from '../../shared/database/schema';
import { createErasureJournal } from '../../shared/erasure/journal/erasure-journal';
import { createFileObjectStore } from '../../shared/storage/file-object-store';
import type { ObjectStore } from '../../shared/storage/object-store';
import { connectTemporalClient } from '../../shared/temporal/connect-client';
import { createMessageSigner } from '../../shared/temporal/message-signer';
import { createSessionClient, type SessionClient } from '../../shared/temporal/session-client';
import { call, text, type Answer } from '../processes/api-caller';
import { createTestNamespace } from '../processes/temporal-namespace';
import { stackAddresses } from '../stack/addresses';
import { startSessionWorker, type Says } from './session-worker';
import { createTestDatabase } from '../stack/database';
import { keepLog } from '../stack/keep-log';

/** The API's app on a free port, over the real Postgres and Temporal of the test stack. */
export interface RunningApi {
  readonly url: string;
  /** Over the wall: connections of the test's own. */
  readonly db: Kysely<Database>;
  /** The API's own connections, within no tenant. */
  readonly nobodys: Kysely<Database>;
  readonly keyring: Keyring;
  readonly liveKey: string;
  readonly sandboxKey: string;
  /** The workflow that asks for no liveness: its capture needs no frames. */
  readonly documentAndSelfieId: string;
  /** The same of the environment of a key. */
  documentAndSelfieOf(key: string): string;
  readonly namespace: string;
  readonly databaseUrl: string;
  readonly objects: ObjectStore;
  readonly temporal: Client;
  readonly sessions: SessionClient;
  /** Everything that was logged, as JSON lines. */
  log(): string;
  /** A request with the live key, unless `options` names another. */
  ask(method: string, path: string, options?: Parameters<typeof call>[2]): Promise<Answer>;
  /** A session created over the API by the live key, unless `key` says otherwise. */
  create(body?: Record<string, unknown>, key?: string): Promise<string>;
  /** The address of one more API process of the same stack, over connections of its own. */
  another(): Promise<string>;
  stop(): Promise<void>;
}

interface ApiWish {
  /** The clock of the API; default the real one. */
  readonly now?: () => Date;
  readonly deps?: Partial<ApiDeps>;
  /** With the session workflow's worker; without it messages find nobody. */
  readonly worker?: boolean;
  readonly mail?: MailSettings;
  readonly checks?: CheckActivities;
  /** The real checks over these engines, in place of scripted ones. */
  readonly engines?: CheckEngines;
  readonly says?: Says;
  /** The address by which API and worker reach the database, of the database's own. */
  readonly databaseBy?: (url: string) => Promise<string>;
  /** Where the console finds Temporal's own pages; default nowhere. */
  readonly temporalUiUrl?: string;
}

/** Of password hashes in tests: a thousandth of the real work. */
export const cheapLogCost = 7;

export async function startApi(wish: ApiWish = {}): Promise<RunningApi> {
  const database = await createTestDatabase();
  const { VERIFA_TEST_TEMPORAL_ADDRESS: address, VERIFA_CACHE_DIR: cacheDir } = stackAddresses();
  const namespace = await createTestNamespace(address);
  const databaseUrl = (await wish.databaseBy?.(database.url)) ?? database.url;
  // The tests look over the wall; what they start stays behind it.
  const db = connectDatabase({ url: databaseUrl, maxConnections: 3 });
  const tenancy = createTenancy();
  const walled = connectScoped({ url: databaseUrl, maxConnections: 5 }, tenancy);
  const keyring = createKeyring(newKeyringFile());
  const keys = await bootstrapOrganization(db, () => new Date());
  const temporal = connectTemporalClient({ address, namespace, environment: {} });
  const logged: string[] = [];
  const server = createServer();
  const url = await listen(server);
  const settings = parseSettings(apiSettingsSchema, {
    DATABASE_URL: database.url,
    MASTER_KEYS_FILE: 'given',
    VERIFA_CACHE_DIR: cacheDir,
    PUBLIC_URL: url,
    ALLOW_PRIVATE_WEBHOOKS: '1',
    ...(wish.temporalUiUrl === undefined ? {} : { TEMPORAL_UI_URL: wish.temporalUiUrl }),
  });
  const objectDir = await mkdtemp(join(tmpdir(), 'verifa-api-objects-'));
  const stopping = new AbortController();
  const objects = wish.deps?.objects ?? createFileObjectStore(objectDir);
  const journal = wish.deps?.journal ?? createErasureJournal(objects);
  const sessions = createSessionClient(temporal.client, walled.db, createMessageSigner(keyring));
  const stopWorker =
    wish.worker === true
      ? await startSessionWorker({
          ...walled,
          tenancy,
          keyring,
          objects,
          journal,
          sessions,
          temporal: temporal.client,
          namespace,
          ...(wish.mail === undefined ? {} : { mail: wish.mail }),
          ...(wish.checks === undefined ? {} : { checks: wish.checks }),
          ...(wish.engines === undefined
            ? {}
            : {
                checks: createCheckActivities({
                  db: walled.db,
                  keyring,
                  objects,
                  clock: () => new Date(),
                  engines: wish.engines,
                }),
              }),
          ...(wish.says === undefined ? {} : { says: wish.says }),
        })
      : () => Promise.resolve();
  const clock = wish.now ?? (() => new Date());
  const undeclared: string[] = [];
  const changes = followChanges({ databaseUrl: database.url });
  const log = pino({ level: 'info' }, collect(logged));
  const starts = createStartsBehind({ log });
  const deps: ApiDeps = {
    db: walled.db,
    nobodys: walled.nobodys,
    tenancy,
    copies: createApiCopies(changes),
    keyring,
    objects,
    journal,
    closedBy: () => null,
    sessions,
    starts,
    settings,
    countFaces: () => Promise.resolve(1),
    measurePdf: inTurn(pdfTurns, pdfFirstPageSize),
    lookUpAddress: () => null,
    clock,
    rates: createRateCounter(walled.nobodys, clock),
    oidc: null,
    passwords: createPasswords(cheapLogCost),
    bodies: createBodyBudget(bodyBoundsOf(settings)),
    pages: await readBuiltPages(stackAddresses().VERIFA_TEST_PAGES),
    stopping: stopping.signal,
    log,
    onUndeclared: (what) => undeclared.push(what),
    ...wish.deps,
  };
  serve(server, deps);
  const others: (() => Promise<void>)[] = [];
  return {
    url,
    db,
    nobodys: walled.nobodys,
    keyring,
    liveKey: keys.liveKey,
    sandboxKey: keys.sandboxKey,
    documentAndSelfieId: keys.documentAndSelfieId,
    documentAndSelfieOf: (key) =>
      key.startsWith('vk_sandbox_') ? keys.sandboxDocumentAndSelfieId : keys.documentAndSelfieId,
    namespace,
    databaseUrl,
    objects,
    temporal: temporal.client,
    sessions: createSessionClient(temporal.client, db, createMessageSigner(keyring)),
    log: () => logged.join(''),
    async ask(method, path, options = {}) {
      const given = await call(method, `${url}${path}`, { key: keys.liveKey, ...options });
      // What a test looks for in Temporal is there, without an answer that waited for it.
      await starts.drained();
      return given;
    },
    async create(json = {}, key = keys.liveKey) {
      const created = await call('POST', `${url}/api/v1/sessions`, { key, json });
      await starts.drained();
      return text(created.body, 'id');
    },
    async another() {
      const second = createServer();
      const other = connectScoped({ url: database.url, maxConnections: 5 }, tenancy);
      const otherChanges = followChanges({ databaseUrl: database.url });
      serve(second, {
        ...deps,
        db: other.db,
        nobodys: other.nobodys,
        copies: createApiCopies(otherChanges),
        rates: createRateCounter(other.nobodys, clock),
        sessions: createSessionClient(temporal.client, other.db, createMessageSigner(keyring)),
      });
      others.push(async () => {
        await close(second);
        await otherChanges.close();
        await other.close();
      });
      return listen(second);
    },
    async stop() {
      keepLog('the API', logged.join(''));
      stopping.abort();
      for (const stopOther of others) await stopOther();
      await close(server);
      await starts.drained();
      await stopWorker();
      await temporal.close();
      await changes.close();
      await walled.close();
      await db.destroy();
      await database.drop();
      await rm(objectDir, { recursive: true, force: true });
      // Whatever a suite tests, no answer in it may be other than `/openapi.json` says.
      if (undeclared.length > 0) throw new Error([...new Set(undeclared)].join('\n'));
    },
  };
}

function serve(server: Server, deps: ApiDeps): void {
  const app = createApp(deps);
  server.on('request', (request, response) => {
    app(request, response);
  });
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

function collect(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString('utf8'));
      done();
    },
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `http://127.0.0.1:${String(address.port)}`;
}
