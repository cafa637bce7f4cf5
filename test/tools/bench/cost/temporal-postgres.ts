import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Connection } from '@temporalio/client';
import { prepareNamespace } from '../../../../shared/temporal/prepare-namespace';
import { freePort } from '../../../stack/free-port';
import { startBenchChild } from './child';
import { startCountingPostgres } from './records-postgres';
import { temporalBinaries, type TemporalBinaries } from './temporal-binaries';
import { artifactDeps, servesNamespace, type BenchTemporal } from './temporal-server';

const run = promisify(execFile);
const databases = { temporal: 'temporal', visibility: 'temporal_visibility' };
/** Two cores; production takes 512, which can never be changed. */
const historyShards = 4;

/** The production topology: Temporal's server over a durable Postgres of its own, whose CPU is Temporal's. */
export async function startTemporalOnPostgres(): Promise<BenchTemporal> {
  const binaries = await temporalBinaries(artifactDeps.cacheDir, artifactDeps.report);
  const folder = await mkdtemp(join(tmpdir(), 'verifa-temporal-'));
  const postgres = await startCountingPostgres();
  const { port } = new URL(postgres.url);
  for (const [schema, database] of Object.entries(databases)) {
    await prepareDatabase(binaries, port, schema, database);
  }
  const ports = await Promise.all(Array.from({ length: 9 }, freePort));
  const file = join(folder, 'server.yaml');
  await writeFile(file, serverConfig(port, ports));
  const address = `127.0.0.1:${String(ports[0])}`;
  const server = await startBenchChild(
    binaries.server,
    ['--config-file', file, '--allow-no-auth', 'start'],
    {
      environment: {},
      ready: async () => {
        await prepare(address);
        return servesNamespace(address);
      },
    },
  );
  return {
    address,
    pids: [server.pid, postgres.pid],
    async stop() {
      await server.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function prepareDatabase(
  { sqlTool }: TemporalBinaries,
  port: string,
  schema: string,
  database: string,
): Promise<void> {
  const where = ['--plugin', 'postgres12', '--ep', '127.0.0.1', '-p', port];
  const as = ['-u', 'verifa', '--pw', 'verifa', '--db', database];
  const tool = (...args: readonly string[]): Promise<unknown> =>
    run(sqlTool, [...where, ...as, ...args]);
  await tool('create-database');
  await tool('setup-schema', '-v', '0.0');
  await tool('update-schema', '--schema-name', `postgresql/v12/${schema}`);
}

/** As JSON, which is YAML too. */
function serverConfig(postgresPort: string, ports: readonly number[]): string {
  const [frontend, http, history, matching, worker, ...membership] = ports;
  const store = (databaseName: string, maxConns: number): unknown => ({
    sql: {
      pluginName: 'postgres12',
      databaseName,
      connectAddr: `127.0.0.1:${postgresPort}`,
      connectProtocol: 'tcp',
      user: 'verifa',
      password: 'verifa',
      maxConns,
      maxIdleConns: maxConns,
    },
  });
  const service = (grpcPort: number | undefined, index: number, more = {}): unknown => ({
    rpc: { grpcPort, membershipPort: membership[index], bindOnLocalHost: true, ...more },
  });
  return JSON.stringify({
    log: { stdout: true, level: 'error' },
    persistence: {
      defaultStore: 'records',
      visibilityStore: 'visibility',
      numHistoryShards: historyShards,
      datastores: {
        records: store(databases.temporal, 20),
        visibility: store(databases.visibility, 10),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(frontend, 0, { httpPort: http }),
      history: service(history, 1),
      matching: service(matching, 2),
      worker: service(worker, 3),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: {
          enabled: true,
          initialFailoverVersion: 1,
          rpcName: 'frontend',
          rpcAddress: `127.0.0.1:${String(frontend)}`,
        },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
  });
}

async function prepare(address: string): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 1_000 });
  try {
    await prepareNamespace(connection, 'default');
  } finally {
    await connection.close();
  }
}
