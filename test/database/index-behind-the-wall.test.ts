import { sql, type Kysely, type Transaction } from 'kysely';
import { connectDatabase, connectScoped, type ScopedDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { createTenancy } from '../../shared/database/tenancy';
import { newId } from '../../shared/domain/ids';
import { filterCases } from '../../services/api/cases/case-filters';
import { beginsWith } from '../../services/api/http/begins-with';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { generatedId, generateRows } from './generated-rows';

/** Postgres asks no index with an operator that is not known to be leakproof before it has asked the policy. */
const tenancy = createTenancy();
const organizationId = newId('organization');
let database: TestDatabase;
let scoped: ScopedDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  scoped = connectScoped({ url: database.url, maxConnections: 1 }, tenancy);
  const owner = connectDatabase({ url: database.url, maxConnections: 1 });
  await generateRows(owner, { organizationId, sessions: 5_000 });
  await owner.destroy();
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

const [endpoint, list] = [generatedId('whe_', 7), generatedId('lst_', 7)];
const owned = sql`organization_id = ${organizationId} AND environment = 'live'`;

it.each([
  ['cases_counted', sql`cases WHERE ${owned}`],
  // Of one status the queue's own index has all of it as well.
  ['cases_counted|cases_riskiest_of_status', sql`cases WHERE ${owned} AND status = 'open'`],
  [
    'identities_counted',
    sql`identities WHERE ${owned} AND merged_into IS NULL AND archived_at IS NULL AND status = 'approved'`,
  ],
  ['webhook_deliveries_counted', sql`webhook_deliveries WHERE endpoint_id = ${endpoint}`],
  [
    'webhook_deliveries_counted',
    sql`webhook_deliveries WHERE endpoint_id = ${endpoint} AND status = 'failed' AND event_type = 'session.failed'`,
  ],
  [
    'audit_counted',
    sql`audit WHERE organization_id = ${organizationId} AND (environment = 'live' OR environment IS NULL)`,
  ],
  ['list_items_counted', sql`list_items WHERE list_id = ${list}`],
] as const)('a total in %s alone, without the rows', async (index, rows) => {
  expect(await planOf(() => sql`SELECT count(*) FROM ${rows}`)).toMatch(
    new RegExp(`Index Only Scan using (${index}) `),
  );
});

it('how long a case waited: both halves by their index', async () => {
  const plan = await tenancy.within({ kind: 'tenant', organizationId, environment: 'live' }, () =>
    scoped.db.transaction().execute(async (trx) => {
      await sql`SET LOCAL enable_seqscan = off`.execute(trx);
      const asked = filterCases(trx.selectFrom('cases').selectAll(), { age: 'yellow' }, new Date())
        .where('organization_id', '=', organizationId)
        .where('environment', '=', 'live');
      const { rows } = await sql<{ 'QUERY PLAN': string }>`EXPLAIN ${asked}`.execute(trx);
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    }),
  );
  expect(plan).toMatch(/Bitmap Index Scan on cases_by_wait[^]*Index Cond: .*waited >= /);
  expect(plan).toMatch(
    /Bitmap Index Scan on cases_(undecided|next)[^]*Index Cond: .*created_at > /,
  );
});
