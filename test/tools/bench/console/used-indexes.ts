import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../../shared/database/schema';

/** Tables that grow: the plan of a smaller one is of no interest. */
const largeRows = 10_000;
/** A backend tells what it read once a second at most, at the end of a transaction. */
const toldAfterMs = 1_050;

export interface Used {
  /** Indexes of large tables that were asked. */
  readonly indexes: readonly string[];
  /** Large tables that were read from one end to the other. */
  readonly wholeTables: readonly string[];
}

const counted = z.array(z.object({ name: z.string(), scans: z.coerce.number() }));

/**
 * Tells by what large tables were read since it was asked last, as Postgres counts it.
 *
 * @param wake a call that reads no large table, by the connection that the others went over
 */
export async function followIndexes(
  db: Kysely<Database>,
  wake: () => Promise<unknown>,
): Promise<() => Promise<Used>> {
  let before = await look(db);
  let toldAtMs = performance.now();
  return async () => {
    const leftMs = toldAtMs + toldAfterMs - performance.now();
    await new Promise((resolve) => setTimeout(resolve, leftMs));
    await wake();
    toldAtMs = performance.now();
    const after = await look(db);
    const more = (kind: 'indexes' | 'tables'): readonly string[] =>
      [...after[kind]]
        .filter(([name, scans]) => scans > (before[kind].get(name) ?? 0))
        .map(([name]) => name)
        .sort();
    const used = { indexes: more('indexes'), wholeTables: more('tables') };
    before = after;
    return used;
  };
}

async function look(db: Kysely<Database>) {
  const large = sql`SELECT oid FROM pg_class WHERE reltuples >= ${largeRows}`;
  const indexes = await sql`SELECT indexrelname AS name, idx_scan AS scans FROM pg_stat_user_indexes
    WHERE relid IN (${large})`.execute(db);
  const tables = await sql`SELECT relname AS name, seq_scan AS scans FROM pg_stat_user_tables
    WHERE relid IN (${large})`.execute(db);
  const asMap = (rows: readonly unknown[]) =>
    new Map(counted.parse(rows).map(({ name, scans }) => [name, scans]));
  return { indexes: asMap(indexes.rows), tables: asMap(tables.rows) };
}
