import { sql, type Kysely, type RawBuilder, type SqlBool, type Transaction } from 'kysely';
import { encodeTime } from 'ulid';
import type { Database } from '../../../shared/database/schema';
import type { OrganizationId } from '../../../shared/domain/ids';

/** What is asked to go: an organisation's rows, of both environments, from before a moment. */
export interface Purge {
  readonly db: Kysely<Database>;
  readonly organizationId: OrganizationId;
  readonly before: Date;
  /** When it was asked. */
  readonly at: Date;
  /** Rows of one transaction. */
  readonly batchRows: number;
  /** Told after each batch, once it is committed. */
  readonly onBatch: (rows: number) => void;
}

/** One table's part; both ways go by the same condition. */
export interface PurgePart {
  /** The least age that an operator may name. */
  readonly leastDays: number;
  readonly count: (purge: Purge) => Promise<number>;
  /** Answers with how many rows went. A run that is killed is run again: it goes on with what is left. */
  readonly purge: (purge: Purge) => Promise<number>;
}

/**
 * Of a session whose row is named so: its retention is over or it was erased, no hold is on it, and nothing
 * has moved it since. Nobody may read more of it than its outcome.
 */
export function isOver(session: string, before: Date): RawBuilder<SqlBool> {
  const column = (name: string) => sql.ref(`${session}.${name}`);
  return sql<SqlBool>`(${column('retention_status')} = 'redacted' AND NOT ${column('legal_hold')}
    AND ${column('updated_at')} < ${before})`;
}

/** Of a row of a session that is over, or of none. */
export function isOfNoOpenSession(table: string, before: Date): RawBuilder<SqlBool> {
  const session = sql.ref(`${table}.session_id`);
  return sql<SqlBool>`(${session} IS NULL OR EXISTS (
    SELECT FROM sessions s WHERE s.id = ${session} AND ${isOver('s', before)}))`;
}

const ulidTimeLength = 10;

/** Ids begin with their time: all that were given out before a moment stand before this one. */
export function idBefore(prefix: string, at: Date): string {
  return `${prefix}${encodeTime(at.getTime(), ulidTimeLength).toLowerCase()}`;
}

export async function countOf({ db }: Purge, rows: RawBuilder<unknown>): Promise<number> {
  const counted = await sql<{ count: string }>`
    SELECT count(*) AS count FROM (${rows}) AS counted`.execute(db);
  return Number(counted.rows[0]?.count ?? 0);
}

/** One batch of rows behind an id, locked: who holds one of them keeps it. @param named as the rows are in `due` */
export async function lockBatch(
  trx: Transaction<Database>,
  { batchRows }: Purge,
  due: RawBuilder<unknown>,
  named: string,
  after: string,
): Promise<readonly string[]> {
  const id = sql.ref(`${named}.id`);
  const { rows } = await sql<{ id: string }>`
    SELECT ${id} FROM ${due} AND ${id} > ${after}
    ORDER BY ${id} LIMIT ${batchRows} FOR UPDATE OF ${sql.ref(named)} SKIP LOCKED`.execute(trx);
  return rows.map((row) => row.id);
}

/** Batches in the order of ids; one that takes nothing and has no last id is the end. */
export async function inBatches(
  { onBatch }: Purge,
  first: string,
  batch: (after: string) => Promise<{ readonly last: string | undefined; readonly gone: number }>,
): Promise<number> {
  let total = 0;
  for (let after = first; ;) {
    const { last, gone } = await batch(after);
    if (gone > 0) onBatch(gone);
    total += gone;
    if (last === undefined) return total;
    after = last;
  }
}
