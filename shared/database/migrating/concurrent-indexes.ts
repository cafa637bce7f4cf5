import { sql, type QueryExecutorProvider } from 'kysely';
import type { OutsideTransaction } from './schema-migration';

export interface NewIndex {
  readonly name: string;
  /** Table, columns and condition: `sessions (organization_id, id) WHERE tags <> '{}'`. */
  readonly on: string;
  readonly unique?: true;
}

/**
 * Indexes on tables that have rows: built while others go on writing. A build that was killed leaves an index that
 * Postgres maintains and never asks; it is dropped and built again.
 */
export function concurrentIndexes(indexes: readonly NewIndex[]): OutsideTransaction {
  return {
    outside: true,
    async up(db) {
      for (const index of indexes) await build(db, index);
    },
  };
}

async function build(db: QueryExecutorProvider, { name, on, unique }: NewIndex): Promise<void> {
  const state = await stateOf(db, name);
  if (state === 'valid') return;
  if (state === 'invalid') await sql.raw(`DROP INDEX CONCURRENTLY ${name}`).execute(db);
  const kind = unique === true ? 'UNIQUE INDEX' : 'INDEX';
  await sql.raw(`CREATE ${kind} CONCURRENTLY ${name} ON ${on}`).execute(db);
}

async function stateOf(
  db: QueryExecutorProvider,
  name: string,
): Promise<'none' | 'invalid' | 'valid'> {
  const { rows } = await sql<{ valid: boolean }>`
    SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = to_regclass(${name})`.execute(db);
  const [row] = rows;
  if (row === undefined) return 'none';
  return row.valid ? 'valid' : 'invalid';
}
