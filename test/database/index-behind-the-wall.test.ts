import { sql, type Kysely, type Transaction } from 'kysely';
import { connectScoped, type ScopedDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { createTenancy } from '../../shared/database/tenancy';
import { newId } from '../../shared/domain/ids';
import { beginsWith } from '../../services/api/http/begins-with';
import { createTestDatabase, type TestDatabase } from '../stack/database';

/** Postgres asks no index with an operator that is not known to be leakproof before it has asked the policy. */
const tenancy = createTenancy();
const organizationId = newId('organization');
let database: TestDatabase;
let scoped: ScopedDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  scoped = connectScoped({ url: database.url, maxConnections: 1 }, tenancy);
});
afterAll(async () => {
  await scoped.close();
  await database.drop();
});

async function planOf(query: (trx: Kysely<Database>) => ReturnType<typeof sql>): Promise<string> {
  return tenancy.within({ kind: 'tenant', organizationId, environment: 'live' }, () =>
    scoped.db.transaction().execute((trx) => explained(trx, query(trx))),
  );
}

/** As if the table were large. */
async function explained(
  trx: Transaction<Database>,
  query: ReturnType<typeof sql>,
): Promise<string> {
  await sql`SET LOCAL enable_seqscan = off`.execute(trx);
  await sql`SET LOCAL enable_bitmapscan = off`.execute(trx);
  const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${query}`.execute(trx);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

it.each(['sessions', 'identities'] as const)(
  '%s by the beginning of external_ref',
  async (table) => {
    const plan = await planOf(
      () => sql`SELECT id FROM ${sql.table(table)} WHERE organization_id = ${organizationId}
      AND environment = 'live' AND external_ref IS NOT NULL AND ${beginsWith('external_ref', 'abc')}`,
    );
    expect(plan).toMatch(/Index Cond: .*external_ref ~?>=~? 'abc'/);
  },
);
