import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { stackAddresses } from '../stack/addresses';
import { createMinioObjectStore } from '../../shared/storage/minio-object-store';
import type { ObjectStore } from '../../shared/storage/object-store';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { freePort } from '../stack/free-port';
import { keepLog } from '../stack/keep-log';
import { builtService } from './built-service';
import { eventually, startProcess, type RunningProcess } from './running-process';
import { createTestNamespace } from './temporal-namespace';

type Settings = Readonly<Record<string, string>>;

/** API and worker as real processes over the test stack, each to be killed and started again at will. */
export interface RunningService {
  readonly apiUrl: string;
  readonly liveKey: string;
  readonly sandboxKey: string;
  readonly namespace: string;
  readonly temporalAddress: string;
  /** The bucket of the real MinIO that the processes keep documents in. */
  readonly objects: ObjectStore;
  readonly db: Kysely<Database>;
  api: RunningProcess;
  worker: RunningProcess;
  startApi(): Promise<void>;
  /** Without waiting for it to be ready, which it may never be. */
  beginApi(): void;
  /** One more API process over the same records, under an address of its own. */
  startAnotherApi(): Promise<string>;
  startWorker(): void;
  /** One more worker process over the same records. */
  startAnotherWorker(own: Settings): RunningProcess;
  /** An operator's command in the same surroundings. */
  admin(...args: readonly string[]): RunningProcess;
  /** All that the processes wrote, for the searches that must find nothing. */
  logs(): string;
  stop(): Promise<void>;
}

/**
 * @param extra settings of both processes, beside those of the test stack
 * @param only settings of one of them
 * @param made the records' database, migrated; default a new one
 */
export async function startService(
  extra: Settings = {},
  only: { readonly api?: Settings; readonly worker?: Settings } = {},
  made?: TestDatabase,
): Promise<RunningService> {
  const [build, database] = await Promise.all([builtService(), made ?? createTestDatabase()]);
  const temporalAddress = stackAddresses().VERIFA_TEST_TEMPORAL_ADDRESS;
  const namespace = await createTestNamespace(temporalAddress);
  const folder = await mkdtemp(join(tmpdir(), 'verifa-service-'));
  const {
    VERIFA_TEST_S3_ENDPOINT: endpoint,
    VERIFA_TEST_S3_ACCESS_KEY: accessKey,
    VERIFA_TEST_S3_SECRET_KEY: secretKey,
  } = stackAddresses();
  const bucket = namespace;
  const keysFile = join(folder, 'master-keys.json');
  await writeFile(keysFile, JSON.stringify(newKeyringFile()), { mode: 0o600 });
  const db = connectDatabase({ url: database.url, maxConnections: 3 });
  const keys = await bootstrapOrganization(db, () => new Date());
  const port = await freePort();
  const apiUrl = `http://127.0.0.1:${String(port)}`;
  const common = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporalAddress,
    TEMPORAL_NAMESPACE: namespace,
    S3_ENDPOINT: endpoint,
    S3_ACCESS_KEY: accessKey,
    S3_SECRET_KEY: secretKey,
    S3_BUCKET: bucket,
    MASTER_KEYS_FILE: keysFile,
    VERIFA_CACHE_DIR: stackAddresses().VERIFA_CACHE_DIR,
    ALLOW_PRIVATE_WEBHOOKS: '1',
    LOG_LEVEL: 'info',
    SHUTDOWN_DELAY_SECONDS: '0',
    ...extra,
  };
  const past: RunningProcess[] = [];
  const begin = (
    file: string,
    own: Record<string, string>,
    args: readonly string[] = [],
  ): RunningProcess => {
    const begun = startProcess(join(build, 'services', file), { ...common, ...own }, args);
    past.push(begun);
    return begun;
  };
  const beginApi = (on = port): RunningProcess =>
    begin('api/main.js', {
      PORT: String(on),
      HOST: '127.0.0.1',
      PUBLIC_URL: apiUrl,
      // The second one's port is its own.
      ...(on === port ? only.api : {}),
    });
  const beginWorker = (own: Settings = only.worker ?? {}): RunningProcess =>
    begin('worker/main.js', {
      CHECK_PROCESSES: '1',
      WORKFLOW_BUNDLE: stackAddresses().VERIFA_TEST_WORKFLOW_BUNDLE,
      ...own,
    });
  const service: RunningService = {
    apiUrl,
    liveKey: keys.liveKey,
    sandboxKey: keys.sandboxKey,
    namespace,
    temporalAddress,
    objects: createMinioObjectStore({
      endpoint,
      accessKey,
      secretKey,
      bucket,
      region: 'us-east-1',
    }),
    db,
    api: beginApi(),
    worker: beginWorker(),
    async startApi() {
      service.api = beginApi();
      await ready(service.api, apiUrl);
    },
    beginApi() {
      service.api = beginApi();
    },
    async startAnotherApi() {
      const other = await freePort();
      const url = `http://127.0.0.1:${String(other)}`;
      await ready(beginApi(other), url);
      return url;
    },
    startWorker() {
      service.worker = beginWorker();
    },
    startAnotherWorker: beginWorker,
    admin: (...args) => begin('admin/main.js', {}, args),
    logs: () => past.map((begun) => begun.output()).join('\n'),
    async stop() {
      await Promise.all(past.map((begun) => begun.kill('SIGKILL')));
      for (const begun of past) keepLog(begun.name, begun.output());
      await db.destroy();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await ready(service.api, apiUrl);
  return service;
}

async function ready(api: RunningProcess, url: string): Promise<void> {
  await eventually('the API to be ready', async () => {
    if (!api.alive) throw new Error(`the API ended: ${api.output()}`);
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    return answer?.ok === true ? true : undefined;
  });
}
