import { execFile } from 'node:child_process';
import { chmod, chown, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { z } from 'zod';
import { startPostgres, type RunningPostgres } from '../../services/local/postgres/start-postgres';
import { connectDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import { freePort } from '../stack/free-port';

const run = promisify(execFile);

/** A Postgres of its own, whose files are copied while it serves and put in its place later. */
export interface BackedUpRecords {
  readonly url: string;
  backUp(): Promise<void>;
  /** Ends the server and starts another one, under its address, on the copy. */
  restore(): Promise<void>;
  stop(): Promise<void>;
}

export async function startBackedUpRecords(): Promise<BackedUpRecords> {
  const folder = await mkdtemp(join(tmpdir(), 'verifa-backed-up-'));
  await chmod(folder, 0o755);
  const [live, copy] = [join(folder, 'live'), join(folder, 'copy')];
  const port = await freePort();
  const start = (dataDir: string): Promise<RunningPostgres> =>
    startPostgres({ dataDir, port, reachableRoot: join(tmpdir(), 'verifa-postgres') });
  let postgres = await start(live);
  const { url } = postgres;
  const db = connectDatabase({ url, maxConnections: 1 });
  await migrateToLatest(db);
  await db.destroy();
  return {
    url,
    backUp: () => baseBackup(url, live, copy),
    async restore() {
      await postgres.stop();
      postgres = await start(copy);
    },
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const stopped = z.tuple([z.object({ labelfile: z.string() })]);

/** By the steps of the manual (Making a Base Backup Using the Low Level API): the log comes last, with its end. */
async function baseBackup(url: string, live: string, copy: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SELECT pg_backup_start('test', true)");
    await run('cp', ['-a', live, copy]);
    const { rows } = await client.query('SELECT labelfile FROM pg_backup_stop(false)');
    await run('cp', ['-a', `${live}/pg_wal/.`, `${copy}/pg_wal/`]);
    const [{ labelfile }] = stopped.parse(rows);
    const label = join(copy, 'backup_label');
    await writeFile(label, labelfile, { mode: 0o600 });
    const { uid, gid } = await stat(live);
    await chown(label, uid, gid);
    await rm(join(copy, 'postmaster.pid'), { force: true });
  } finally {
    await client.end();
  }
}
