import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';

/**
 * Makes many rows of these tables at a fraction of the cost: their indexes are made anew afterwards, as they were.
 * Those that constraints stand on stay.
 */
export async function withoutIndexes(
  db: Kysely<Database>,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await sql<{ name: string; definition: string }>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE tablename = ANY(${[...tables]}) AND schemaname = current_schema()
      AND indexname NOT IN (SELECT conname FROM pg_constraint)`.execute(db);
  for (const { name } of rows) await sql`DROP INDEX ${sql.ref(name)}`.execute(db);
  await work();
  for (const { definition } of rows) await sql.raw(definition).execute(db);
  await sql`VACUUM (ANALYZE)`.execute(db);
}
