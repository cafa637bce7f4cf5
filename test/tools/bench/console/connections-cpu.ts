import { readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../../shared/database/schema';
import { apiConnections } from '../bench-stack';

const nsPerMs = 1_000_000;

/** Has each query done by its own connection: what a helper of it burns is counted nowhere once it has ended. */
export async function withoutHelpers(db: Kysely<Database>): Promise<void> {
  await sql`ALTER SYSTEM SET max_parallel_workers_per_gather = 0`.execute(db);
  await sql`SELECT pg_reload_conf()`.execute(db);
}

/**
 * CPU milliseconds of one call, by the nanosecond clock of Linux's scheduler: the mean of so many, after one that fills
 * caches. Only the API's connections count: neither the server's own work, nor a question of the bench.
 */
export async function connectionsCpuMs(
  db: Kysely<Database>,
  calls: number,
  run: () => Promise<unknown>,
): Promise<number> {
  await run();
  const before = await look(db);
  for (let call = 0; call < calls; call += 1) await run();
  let sum = 0;
  // One that is gone meanwhile was idle all the while.
  for (const [pid, ms] of await look(db)) sum += ms - (before.get(pid) ?? 0);
  return sum / calls;
}

async function look(db: Kysely<Database>): Promise<ReadonlyMap<number, number>> {
  const { rows } = await sql<{ pid: number }>`SELECT pid FROM pg_stat_activity
    WHERE application_name = ${apiConnections} AND datname = current_database()`.execute(db);
  const times = new Map<number, number>();
  for (const { pid } of rows) {
    const text = await readFile(`/proc/${String(pid)}/schedstat`, 'utf8').catch(() => null);
    if (text !== null) times.set(pid, Number(text.split(' ')[0]) / nsPerMs);
  }
  return times;
}
