import { sql, type Kysely, type OperationNodeSource } from 'kysely';
import type { Database } from './schema';

/** An insert, update or delete that was not sent yet. */
export type Write = OperationNodeSource;

/**
 * Sends writes as one statement, in one round trip. All of them see the rows as they were before (PostgreSQL,
 * "Data-Modifying Statements in WITH"): no two may touch one row, none may need what another writes, and which
 * comes first is not said. Foreign keys are judged at the end, when all rows are there.
 */
export async function inOneStatement(
  db: Kysely<Database>,
  writes: readonly Write[],
): Promise<void> {
  const [first, ...others] = writes;
  if (first === undefined) return;
  const beside = others.map(
    (write, index) => sql`${sql.ref(`beside_${String(index)}`)} AS (${write})`,
  );
  const before = beside.length === 0 ? sql`` : sql`WITH ${sql.join(beside)} `;
  await sql`${before}${first}`.execute(db);
}
