import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { sideBySide } from '../../database/side-by-side';

/**
 * Makes many rows of these tables at a fraction of the cost: their indexes are made anew afterwards, as they were,
 * over so many of the pool's connections side by side. Those that constraints stand on stay.
 */
export async function withoutIndexes(
  db: Kysely<Database>,
  tables: readonly string[],
  work: () => Promise<void>,
  lanes = 1,
): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename = ANY(${[...tables]}) AND schemaname = current_schema()
      AND indexname NOT IN (SELECT conname FROM pg_constraint)`.execute(db);
  for (const { name } of rows) await sql`DROP INDEX ${sql.ref(name)}`.execute(db);
  await work();
  await sideBySide(lanes, rows, ({ definition }) =>
    db.transaction().execute(async (trx) => {
      // A sort of a million keys in memory; workers of its own would only compete with its neighbours.
      await sql`SET LOCAL maintenance_work_mem = '256MB'`.execute(trx);
      await sql`SET LOCAL max_parallel_maintenance_workers = 0`.execute(trx);
      await sql.raw(definition).execute(trx);
    }),
  );
  await sql`VACUUM (ANALYZE)`.execute(db);
}
