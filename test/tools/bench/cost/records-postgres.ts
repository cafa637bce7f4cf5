import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../../../services/local/postgres/start-postgres';
import { freePort } from '../../../stack/free-port';

export interface BenchPostgres {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** A durable server of its own, which counts statements. */
export async function startCountingPostgres(): Promise<BenchPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-cost-postgres-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: join(folder, 'data'),
    port: await freePort(),
    reachableRoot: join(tmpdir(), 'verifa-postgres'),
    settings: [
      'shared_preload_libraries=pg_stat_statements',
      'pg_stat_statements.max=10000',
      // A checkpoint within the run writes whole pages into the log, once, for whoever comes next.
      'checkpoint_timeout=1h',
      'max_wal_size=8GB',
    ],
  });
  const { pid } = postgres.process;
  if (pid === undefined) throw new Error('Postgres has no process');
  return {
    url: postgres.url,
    pid,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
