import { sql, type Kysely, type QueryExecutorProvider } from 'kysely';
import { VerifaError } from '../../domain/errors/verifa-error';
import { ofPart, reasonOf } from '../../process/part';
import { planMigrations } from './plan-migrations';
import { createRecord, readRecord, writeRecord } from './record-of-migrations';
import { describeHolders, isLockTrouble } from './lock-trouble';
import type { SchemaMigration, SchemaMigrations } from './schema-migration';

export interface RunOptions {
  /** How long one migration tries to get its locks, and a run waits for another one's end. */
  readonly waitMs: number;
  /** Whoever comes behind a lock that is waited for waits as well: for so long at most. */
  readonly lockTimeoutMs: number;
  readonly report: (line: string) => void;
}

export interface Migrated {
  readonly applied: readonly string[];
  /** Applied by a later release, and unknown to this one. */
  readonly newer: readonly string[];
}

/** The one that Kysely's migrator takes, which ran the migrations of release 0.1.0. */
const runnersLock = 3_853_314_791_062_309_107n;
const lockPauseMs = 250;
const retryPausesMs = { first: 500, most: 10_000 };

/** Brings the schema up to date; several processes may call it at once. */
export async function runMigrations<DB>(
  db: Kysely<DB>,
  migrations: SchemaMigrations,
  options: RunOptions,
): Promise<Migrated> {
  await ofPart('Postgres', () => sql`SELECT 1`.execute(db));
  return db.connection().execute(async (session) => {
    await takeTurn(session, options);
    try {
      await createRecord(session);
      const plan = planMigrations(Object.keys(migrations), await readRecord(session));
      if (plan.kind === 'conflict') {
        throw new VerifaError('config_invalid', {
          detail: `The database's schema is not one that this release can work on: ${plan.why}.`,
        });
      }
      for (const name of plan.pending) {
        const migration = migrations[name];
        if (migration !== undefined) await apply(session, name, migration, options);
      }
      return { applied: plan.pending, newer: plan.newer };
    } finally {
      // Of a session that is gone the lock is gone too, and the reason is told already.
      await sql`SELECT pg_advisory_unlock(${sql.lit(runnersLock)})`
        .execute(session)
        .catch(() => undefined);
    }
  });
}

/**
 * One run at a time. Asked again and again, since a statement that waits holds a snapshot, and an index that is
 * built concurrently waits for whoever holds one: the two would wait for each other.
 */
async function takeTurn(session: QueryExecutorProvider, { waitMs }: RunOptions): Promise<void> {
  const end = Date.now() + waitMs;
  for (;;) {
    const { rows } = await sql<{ mine: boolean }>`
      SELECT pg_try_advisory_lock(${sql.lit(runnersLock)}) AS mine`.execute(session);
    if (rows[0]?.mine === true) return;
    if (Date.now() >= end) {
      throw new VerifaError('temporarily_unavailable', {
        detail: `Postgres: another migration has been running for ${seconds(waitMs)}; run this one again later.`,
      });
    }
    await pause(lockPauseMs);
  }
}

/** A migration that does not get its locks gives back those it has, lets the others pass, and begins anew. */
async function apply<DB>(
  session: Kysely<DB>,
  name: string,
  migration: SchemaMigration,
  options: RunOptions,
): Promise<void> {
  const end = Date.now() + options.waitMs;
  for (let pauseMs = retryPausesMs.first; ; pauseMs = Math.min(pauseMs * 2, retryPausesMs.most)) {
    try {
      await once(session, name, migration, options);
      return;
    } catch (cause) {
      if (!isLockTrouble(cause)) throw failed(name, reasonOf(cause), cause);
      const holders = await describeHolders(session);
      if (Date.now() + pauseMs >= end) {
        const why = `it did not get its locks within ${seconds(options.waitMs)} (${holders})`;
        throw failed(name, why, cause);
      }
      options.report(`${name} waits for a lock, and lets others pass: ${holders}`);
      await pause(pauseMs);
    }
  }
}

async function once<DB>(
  session: Kysely<DB>,
  name: string,
  migration: SchemaMigration,
  { waitMs, lockTimeoutMs }: RunOptions,
): Promise<void> {
  if (migration.outside === true) {
    // What is built beside others waits for their transactions, and nobody waits behind it. Kept by the session:
    // the migrations behind it set their own.
    await sql.raw(`SET lock_timeout = ${String(waitMs)}`).execute(session);
    await migration.up(session);
    await writeRecord(session, name);
    return;
  }
  await session.transaction().execute(async (trx) => {
    await sql.raw(`SET LOCAL lock_timeout = ${String(lockTimeoutMs)}`).execute(trx);
    await migration.up(trx);
    await writeRecord(trx, name);
  });
}

function failed(name: string, why: string, cause: unknown): VerifaError {
  return new VerifaError('temporarily_unavailable', {
    detail: `Postgres: the migration ${name} could not be applied: ${why}`,
    cause,
  });
}

function seconds(ms: number): string {
  return `${String(Math.round(ms / 1_000))} s`;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
