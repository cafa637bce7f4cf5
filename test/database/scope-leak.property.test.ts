import fc from 'fast-check';
import { sql, type Kysely } from 'kysely';
import { connectDatabase, connectScoped, type ScopedDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import type { Scope } from '../../shared/database/scope';
import { createTenancy } from '../../shared/database/tenancy';
import { newId } from '../../shared/domain/ids';
import type { Tenant } from '../../shared/domain/tenant';
import { createTestDatabase, type TestDatabase } from '../stack/database';

const first = newId('organization');
const tenants: readonly Tenant[] = [
  { organizationId: first, environment: 'live' },
  { organizationId: first, environment: 'sandbox' },
  { organizationId: newId('organization'), environment: 'live' },
];

const tenancy = createTenancy();
let database: TestDatabase;
let owner: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  owner = connectDatabase({ url: database.url, maxConnections: 2 });
  for (const id of new Set(tenants.map(({ organizationId }) => organizationId))) {
    await owner
      .insertInto('organizations')
      .values({ id, name: id, created_at: new Date() })
      .execute();
  }
  for (const { organizationId, environment } of tenants) {
    await owner
      .insertInto('environment_settings')
      .values({ organization_id: organizationId, environment, settings: '{}' })
      .execute();
  }
});
afterAll(async () => {
  await owner.destroy();
  await database.drop();
});

/** What one user of the pool does with its connection, and how that ends. */
const use = fc.record({
  /** Of the tenants; null: nobody, -1: the system. */
  who: fc.constantFrom(0, 1, 2, 0, 1, 2, null, -1),
  does: fc.constantFrom(
    'reads',
    'reads in a transaction',
    'reads under a lock',
    'breaks a statement',
    'breaks a transaction',
    'gives a transaction up',
    'opens a transaction for nothing',
    'is cancelled',
    'is cut off',
  ),
});
type Use = typeof use extends fc.Arbitrary<infer T> ? T : never;

/** Behind all of it: what the connections are left with. */
const last = ([null, 0, -1, 1, null, 2] as const).map((who): Use => ({ who, does: 'reads' }));

it('whoever shares the connections, and however their work ends, each sees its own rows only', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(use, { minLength: 2, maxLength: 24 }),
      fc.integer({ min: 1, max: 2 }),
      async (uses, maxConnections) => {
        const scoped = connectScoped(
          { url: database.url, maxConnections, connectWithinMs: 60_000 },
          tenancy,
        );
        try {
          // All at once: they queue for the connections in an order of the pool's own.
          await Promise.all(uses.map((one, index) => perform(scoped, one, index)));
          for (const one of last) await perform(scoped, one, -1);
        } finally {
          await scoped.close();
        }
      },
    ),
    { numRuns: 25 },
  );
});

async function perform(scoped: ScopedDatabase, { who, does }: Use, index: number): Promise<void> {
  const expected = seenBy(who);
  const db = who === null ? scoped.nobodys : scoped.db;
  const scope: Scope =
    who === null
      ? { kind: 'nobody' }
      : who === -1
        ? { kind: 'system' }
        : { kind: 'tenant', ...tenantAt(who) };
  const check = async (on: Kysely<Database>): Promise<void> => {
    expect(await seen(on)).toEqual(expected);
  };
  await tenancy.within(scope, async () => {
    switch (does) {
      case 'reads':
        return check(db);
      case 'reads in a transaction':
        return db.transaction().execute(async (trx) => {
          await check(trx);
          await check(trx);
        });
      case 'reads under a lock':
        return db
          .transaction()
          .setIsolationLevel('repeatable read')
          .execute(async (trx) => {
            await trx.selectFrom('environment_settings').select('environment').forShare().execute();
            await check(trx);
          });
      case 'breaks a statement':
        await expect(sql`SELECT 1 / ${0}::int`.execute(db)).rejects.toMatchObject({
          code: '22012',
        });
        return check(db);
      case 'breaks a transaction':
        await expect(
          db.transaction().execute(async (trx) => {
            await sql`SELECT 1 / ${0}::int`.execute(trx).catch(() => undefined);
            await check(trx);
          }),
        ).rejects.toMatchObject({ code: '25P02' });
        return check(db);
      case 'gives a transaction up': {
        const given = new Error('given up');
        await expect(
          db.transaction().execute(async (trx) => {
            await check(trx);
            throw given;
          }),
        ).rejects.toBe(given);
        return;
      }
      case 'opens a transaction for nothing':
        return db.transaction().execute(() => Promise.resolve());
      case 'is cancelled':
        return interrupted(db, 'pg_cancel_backend', index, '57014');
      case 'is cut off':
        return interrupted(db, 'pg_terminate_backend', index, '57P01');
    }
  });
}

/** Sleeps until somebody else ends it. */
async function interrupted(
  db: Kysely<Database>,
  by: 'pg_cancel_backend' | 'pg_terminate_backend',
  index: number,
  code: string,
): Promise<void> {
  const mark = `sleep_${String(index)}`;
  const over = new AbortController();
  const slept = sql`SELECT pg_sleep(600) AS ${sql.ref(mark)}`
    .execute(db)
    .then(
      () => 'slept',
      (cause: unknown) => cause,
    )
    .finally(() => over.abort());
  while (!over.signal.aborted) {
    await sql`SELECT ${sql.raw(by)}(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND pid <> pg_backend_pid()
        AND query LIKE ${`%pg_sleep(600)%${mark}"%`}`.execute(owner);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  expect(await slept).toMatchObject({ code });
}

interface Seen {
  readonly role: string;
  readonly rows: readonly string[];
}

async function seen(db: Kysely<Database>): Promise<Seen> {
  const { rows } = await sql<Seen>`
    SELECT current_user AS role, COALESCE(
      (SELECT array_agg(organization_id || '/' || environment ORDER BY 1) FROM environment_settings),
      '{}') AS rows`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error('an aggregate without a row');
  return row;
}

function seenBy(who: number | null): Seen {
  if (who === null) return { role: 'verifa_application', rows: [] };
  if (who === -1) return { role: 'verifa_system', rows: tenants.map(nameOf).sort() };
  return { role: 'verifa_application', rows: [nameOf(tenantAt(who))] };
}

function tenantAt(index: number): Tenant {
  const tenant = tenants[index];
  if (tenant === undefined) throw new Error('no such tenant');
  return tenant;
}

function nameOf({ organizationId, environment }: Tenant): string {
  return `${organizationId}/${environment}`;
}
