import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { ensureArtifact, type ArtifactDeps } from '../../shared/downloads/ensure-artifact';
import { connectDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import { devServerFlags } from '../../shared/temporal/search-attributes';
import { loadMadeUpList } from '../../services/local/watchlist/made-up-list';
import type { StackAddresses } from './addresses';
import { administer } from './database';
import { startEmptyPostgres } from './empty-postgres';
import { freePort } from './free-port';

/** A server of the test stack; `stop` leaves no process and no folder. */
export interface Server<E = Readonly<Record<string, string>>> {
  readonly environment: E;
  stop(): Promise<void>;
}

const template = 'verifa_template';

type PostgresAddresses = Pick<StackAddresses, 'VERIFA_TEST_POSTGRES_URL' | 'VERIFA_TEST_TEMPLATE'>;
type TemporalAddresses = Pick<
  StackAddresses,
  'VERIFA_TEST_TEMPORAL_ADDRESS' | 'VERIFA_TEST_CLI_PATH' | 'VERIFA_TEST_SERVER_PATH'
>;

export async function startTestPostgres(): Promise<Server<PostgresAddresses>> {
  const postgres = await startEmptyPostgres();
  await administer(postgres.url, `CREATE DATABASE ${template}`);
  const url = new URL(postgres.url);
  url.pathname = `/${template}`;
  const db = connectDatabase({ url: url.href, maxConnections: 1 });
  await migrateToLatest(db);
  // As in the local stack: without a list to screen against nobody live is approved.
  await loadMadeUpList(db);
  await db.destroy();
  return {
    environment: { VERIFA_TEST_POSTGRES_URL: postgres.url, VERIFA_TEST_TEMPLATE: template },
    stop: () => postgres.stop(),
  };
}

export async function startTestTemporal(
  artifacts: ArtifactDeps,
): Promise<Server<TemporalAddresses>> {
  const cli = await ensureArtifact('temporal-cli', artifacts);
  const testServer = await ensureArtifact('temporal-test-server', artifacts);
  const port = await freePort();
  const child = spawn(
    cli,
    [
      'server',
      'start-dev',
      '--headless',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--log-level',
      'error',
      ...devServerFlags(),
    ],
    { stdio: 'ignore' },
  );
  const address = `127.0.0.1:${String(port)}`;
  await until('Temporal', child, async () => {
    const connection = await Connection.connect({ address, connectTimeout: 1_000 });
    await connection.workflowService.describeNamespace({ namespace: 'default' });
    await connection.close();
  });
  return {
    environment: {
      VERIFA_TEST_TEMPORAL_ADDRESS: address,
      VERIFA_TEST_CLI_PATH: cli,
      VERIFA_TEST_SERVER_PATH: testServer,
    },
    stop: () => end(child),
  };
}

export async function startTestMinio(artifacts: ArtifactDeps): Promise<Server> {
  const minio = await ensureArtifact('minio', artifacts);
  const folder = await mkdtemp(join(tmpdir(), 'verifa-test-minio-'));
  const endpoint = `127.0.0.1:${String(await freePort())}`;
  const child = spawn(minio, ['server', '--quiet', '--address', endpoint, folder], {
    stdio: 'ignore',
    env: {
      ...process.env,
      MINIO_ROOT_USER: 'verifa-test',
      MINIO_ROOT_PASSWORD: 'verifa-test-secret',
      MINIO_BROWSER: 'off',
    },
  });
  await until('MinIO', child, async () => {
    const answer = await fetch(`http://${endpoint}/minio/health/live`);
    if (!answer.ok) throw new Error('not yet');
  });
  return {
    environment: {
      VERIFA_TEST_S3_ENDPOINT: `http://${endpoint}`,
      VERIFA_TEST_S3_ACCESS_KEY: 'verifa-test',
      VERIFA_TEST_S3_SECRET_KEY: 'verifa-test-secret',
    },
    async stop() {
      await end(child);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Only ends a hopeless wait: on a loaded machine a server takes a minute and more to start. */
const startWithinMs = 180_000;

async function until(name: string, child: ChildProcess, look: () => Promise<void>): Promise<void> {
  const bound = Date.now() + startWithinMs;
  for (;;) {
    try {
      await look();
      return;
    } catch (cause) {
      if (child.exitCode !== null) throw new Error(`${name} ended at its start`, { cause });
      if (Date.now() > bound) throw new Error(`${name} did not become ready`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await exited;
}
