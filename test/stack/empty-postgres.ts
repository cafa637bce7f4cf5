import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../../services/local/postgres/start-postgres';
import { freePort } from './free-port';

export interface EmptyPostgres {
  readonly url: string;
  /** Leaves no process and no folder. */
  stop(): Promise<void>;
}

/** A Postgres of its own with nothing in it, in a temporary folder; a crash may lose what was written. */
export async function startEmptyPostgres(): Promise<EmptyPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-test-postgres-'));
  await chmod(folder, 0o755);
  const postgres = await startPostgres({
    dataDir: join(folder, 'data'),
    port: await freePort(),
    durable: false,
    reachableRoot: join(tmpdir(), 'verifa-postgres'),
  });
  return {
    url: postgres.url,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
