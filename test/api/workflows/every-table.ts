import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';

/** A digest of every row of every table: equal only when nothing was written, changed or removed. */
export async function everyTable(db: Kysely<Database>): Promise<Readonly<Record<string, string>>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`.execute(
    db,
  );
  const digests: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ digest: string }>`
      SELECT count(*) || ' rows, ' || coalesce(md5(string_agg(row::text, '|' ORDER BY row::text)), '')
        AS digest FROM ${sql.table(name)} AS row`.execute(db);
    digests[name] = rows[0]?.digest ?? '';
  }
  return digests;
}
