import { sql, type Kysely } from 'kysely';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { wrappedTables, type WrappedTable } from './wrapped-tables';

export interface RewrapDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly batchRows: number;
  /** Told after each batch, once it is committed. */
  readonly onBatch: (table: WrappedTable, rows: number) => void;
}

interface WrappedRow {
  readonly id: string;
  readonly wrapped_key: Buffer;
  readonly master_key_id: string;
}

/**
 * Wraps every data key under the current master key. A batch is a transaction of its own and says in its
 * rows that it is done: a run that was killed is simply run again. Documents and sealed columns stay.
 */
export async function rewrapDataKeys(deps: RewrapDeps): Promise<number> {
  let rewrapped = 0;
  for (const table of wrappedTables) {
    // First past the rows that somebody holds, then again over those, waiting for each.
    rewrapped += await pass(deps, table, 'skip locked rows');
    rewrapped += await pass(deps, table, 'wait for locked rows');
  }
  return rewrapped;
}

type OnLocked = 'skip locked rows' | 'wait for locked rows';

async function pass(deps: RewrapDeps, table: WrappedTable, onLocked: OnLocked): Promise<number> {
  let total = 0;
  let after: string | undefined = '';
  while (after !== undefined) {
    const done: readonly WrappedRow[] = await rewrapBatch(deps, table, after, onLocked);
    if (done.length > 0) deps.onBatch(table, done.length);
    total += done.length;
    after = done.at(-1)?.id;
  }
  return total;
}

async function rewrapBatch(
  { db, keyring, batchRows }: RewrapDeps,
  table: WrappedTable,
  after: string,
  onLocked: OnLocked,
): Promise<readonly WrappedRow[]> {
  const skip = onLocked === 'skip locked rows' ? sql`SKIP LOCKED` : sql``;
  return db.transaction().execute(async (trx) => {
    // NO KEY: events and documents of these rows can be written meanwhile.
    const { rows } = await sql<WrappedRow>`
      SELECT id, wrapped_key, master_key_id FROM ${sql.table(table)}
      WHERE id > ${after} AND wrapped_key IS NOT NULL AND master_key_id <> ${keyring.currentId}
      ORDER BY id LIMIT ${batchRows} FOR NO KEY UPDATE ${skip}`.execute(trx);
    const wrapped = rows.map((row) => rewrap(keyring, table, row));
    await sql`
      UPDATE ${sql.table(table)} AS held
      SET wrapped_key = fresh.wrapped, master_key_id = ${keyring.currentId}
      FROM unnest(${rows.map(({ id }) => id)}::text[], ${wrapped}::bytea[]) AS fresh (id, wrapped)
      WHERE held.id = fresh.id`.execute(trx);
    return rows;
  });
}

function rewrap(keyring: Keyring, table: WrappedTable, row: WrappedRow): Buffer {
  const old = { wrapped: row.wrapped_key, masterKeyId: row.master_key_id };
  try {
    return keyring.rewrap(row.id, old).wrapped;
  } catch (cause) {
    throw new VerifaError('ciphertext_invalid', {
      detail: `The data key of ${row.id} (${table}) does not open with master key ${old.masterKeyId}.`,
      cause,
    });
  }
}
