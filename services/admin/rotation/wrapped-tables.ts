import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';

/** Every table whose rows have a data key of their own, wrapped by the key that `master_key_id` names. */
export const wrappedTables = ['sessions', 'identities'] as const satisfies (keyof Database)[];
export type WrappedTable = (typeof wrappedTables)[number];

/** How many rows name each master key; a key that none names is not there. */
export async function rowsByMasterKey(db: Kysely<Database>): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const table of wrappedTables) {
    const { rows } = await sql<{ id: string; count: string }>`
      SELECT master_key_id AS id, count(*) AS count FROM ${sql.table(table)}
      WHERE master_key_id IS NOT NULL GROUP BY master_key_id`.execute(db);
    for (const { id, count } of rows) counts.set(id, (counts.get(id) ?? 0) + Number(count));
  }
  return counts;
}
