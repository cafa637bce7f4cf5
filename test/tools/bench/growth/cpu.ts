import { readdir, readFile } from 'node:fs/promises';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../../shared/database/schema';

/** CPU milliseconds of one call. */
export interface CallCpu {
  readonly postgresMs: number;
  readonly nodeMs: number;
}

const msPerTick = 10;

/** The mean of so many calls, after one that fills caches; Postgres counts in ticks of 10 ms. */
export async function cpuOf(
  db: Kysely<Database>,
  calls: number,
  run: () => Promise<unknown>,
): Promise<CallCpu> {
  await run();
  const postmaster = await postmasterOf(db);
  const before = await familyMs(postmaster);
  const own = process.cpuUsage();
  for (let call = 0; call < calls; call += 1) await run();
  const { user, system } = process.cpuUsage(own);
  return {
    postgresMs: ((await familyMs(postmaster)) - before) / calls,
    nodeMs: (user + system) / 1_000 / calls,
  };
}

interface ProcessTimes {
  readonly parent: number;
  readonly ms: number;
  /** Of its children that ended. */
  readonly endedMs: number;
}

async function postmasterOf(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ pid: number }>`SELECT pg_backend_pid() AS pid`.execute(db);
  return (await timesOf(rows[0]?.pid ?? 0))?.parent ?? 0;
}

/** Of Postgres and all of its processes, parallel workers that ended among them. */
async function familyMs(postmaster: number): Promise<number> {
  let sum = 0;
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const times = await timesOf(Number(name));
    if (times === null) continue;
    if (Number(name) === postmaster) sum += times.ms + times.endedMs;
    else if (times.parent === postmaster) sum += times.ms;
  }
  return sum;
}

/** Null: it has ended. */
async function timesOf(pid: number): Promise<ProcessTimes | null> {
  const stat = await readFile(`/proc/${String(pid)}/stat`, 'utf8').catch(() => '');
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [user, system, endedUser, endedSystem] = fields.slice(11, 15);
  const parent = fields[1];
  if (parent === undefined || user === undefined || system === undefined) return null;
  return {
    parent,
    ms: (user + system) * msPerTick,
    endedMs: ((endedUser ?? 0) + (endedSystem ?? 0)) * msPerTick,
  };
}
