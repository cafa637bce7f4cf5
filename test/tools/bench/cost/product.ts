import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { parseOptions } from '../../../../services/local/options';
import { apiPlan, workerPlan } from '../../../../services/local/service-plans';
import { loadMadeUpList } from '../../../../services/local/watchlist/made-up-list';
import {
  bootstrapOrganization,
  type FirstOrganization,
} from '../../../../shared/organization/first-organization';
import { newKeyringFile } from '../../../../shared/crypto/keyring';
import { connectDatabase } from '../../../../shared/database/connect';
import { migrateToLatest } from '../../../../shared/database/migrate';
import type { ChildPlan } from '../../../../services/local/process/children';
import { freePort } from '../../../stack/free-port';
import { startBenchChild } from './child';
import type { BenchPostgres } from './records-postgres';
import type { BenchTemporal } from './temporal-server';

export interface Product {
  readonly apiUrl: string;
  readonly keys: FirstOrganization;
  /** Connected to another database of the same server, so that nothing of the bench is counted. */
  readonly admin: Client;
  readonly database: string;
  readonly databaseUrl: string;
  /** Of the same schema, for what yardsticks write. */
  readonly copy: { readonly database: string; readonly url: string };
  readonly temporalAddress: string;
  readonly folder: string;
  /** Processes whose CPU is counted, each with all below it. */
  readonly pids: Readonly<Record<'api' | 'worker' | 'postgres' | 'temporal', readonly number[]>>;
  stop(): Promise<void>;
}

/** What `npm run build` made, this file with it. */
export const dist = resolve(__dirname, '../../../..');
const withInstantChecks = ['--require', join(__dirname, 'instant-checks.js')];

/** API and worker, each the process that `npm start` runs, over the given servers. */
export async function startProduct(
  postgres: BenchPostgres,
  temporal: BenchTemporal,
  cacheDir: string,
  nodeFlags: readonly string[] = [],
): Promise<Product> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-cost-'));
  const database = `records_${randomBytes(4).toString('hex')}`;
  const admin = new Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${database}`);
  await admin.query(`CREATE DATABASE ${database}_copy`);
  await admin.query('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
  const urlOf = (name: string): string =>
    Object.assign(new URL(postgres.url), { pathname: name }).href;
  const databaseUrl = urlOf(database);
  const copy = { database: `${database}_copy`, url: urlOf(`${database}_copy`) };
  const keys = await prepareRecords(databaseUrl);
  await migrate(copy.url);
  const masterKeys = join(folder, 'master-keys.json');
  await writeFile(masterKeys, JSON.stringify(newKeyringFile()), { mode: 0o600 });
  const port = String(await freePort());
  const apiUrl = `http://127.0.0.1:${port}`;
  const settings = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    OBJECT_DIR: join(folder, 'objects'),
    MASTER_KEYS_FILE: masterKeys,
    VERIFA_CACHE_DIR: cacheDir,
    ALLOW_PRIVATE_WEBHOOKS: '1',
  };
  const bundle = { WORKFLOW_BUNDLE: join(dist, 'workflow-bundle.js') };
  const ports = parseOptions([], { PORT: port }).environment;
  const worker = await startPlan(workerPlan(dist, { ...settings, ...bundle }), nodeFlags);
  const api = await startPlan(
    apiPlan(dist, ports, {
      ...settings,
      PORT: port,
      PUBLIC_URL: apiUrl,
      SHUTDOWN_DELAY_SECONDS: '0',
    }),
    nodeFlags,
  );
  return {
    apiUrl,
    keys,
    admin,
    database,
    databaseUrl,
    copy,
    temporalAddress: temporal.address,
    folder,
    pids: {
      api: [api.pid],
      worker: [worker.pid],
      postgres: [postgres.pid],
      temporal: temporal.pids,
    },
    async stop() {
      await Promise.all([api.stop(), worker.stop()]);
      await admin.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function migrate(url: string): Promise<void> {
  const db = connectDatabase({ url, maxConnections: 1 });
  await migrateToLatest(db);
  await db.destroy();
}

async function prepareRecords(url: string): Promise<FirstOrganization> {
  const db = connectDatabase({ url, maxConnections: 1 });
  try {
    await migrateToLatest(db);
    // As in the local stack: without a list to screen against nobody live is approved.
    await loadMadeUpList(db);
    return await bootstrapOrganization(db, () => new Date());
  } finally {
    await db.destroy();
  }
}

async function startPlan(
  plan: ChildPlan,
  nodeFlags: readonly string[],
): ReturnType<typeof startBenchChild> {
  return startBenchChild(plan.program, [...nodeFlags, ...withInstantChecks, ...plan.args], {
    environment: { ...plan.environment, LOG_LEVEL: 'info' },
    ready: (output) => plan.ready(output),
  });
}
