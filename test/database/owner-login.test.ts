import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { bootstrapOrganization } from '../../shared/organization/first-organization';
import { connectDatabase, connectScoped } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import type { Database } from '../../shared/database/schema';
import { createTenancy } from '../../shared/database/tenancy';
import { administer } from '../stack/database';
import { stackAddresses } from '../stack/addresses';

/** A managed Postgres: the service's one login owns its database and is nobody's superuser. */
const login = `owner_${randomBytes(5).toString('hex')}`;
const { VERIFA_TEST_POSTGRES_URL: administratorUrl } = stackAddresses();
let url: string;
let db: Kysely<Database>;
beforeAll(async () => {
  await administer(administratorUrl, `CREATE ROLE ${login} LOGIN PASSWORD 'secret'`);
  await administer(administratorUrl, `CREATE DATABASE ${login} OWNER ${login}`);
  const own = new URL(administratorUrl);
  own.pathname = `/${login}`;
  await inDatabase(own.href, 'CREATE EXTENSION IF NOT EXISTS pg_trgm');
  own.username = login;
  own.password = 'secret';
  url = own.href;
  db = connectDatabase({ url, maxConnections: 2 });
});
afterAll(async () => {
  await db.destroy();
  await administer(administratorUrl, `DROP DATABASE ${login} WITH (FORCE)`);
  await administer(administratorUrl, `DROP ROLE ${login}`);
});

async function inDatabase(address: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

it('a login that may not give the roles is told what its administrator has to run', async () => {
  await expect(migrateToLatest(db)).rejects.toThrow(
    'As an administrator: CREATE ROLE verifa_application NOLOGIN; GRANT verifa_application TO',
  );
});

it('given them, it migrates and runs: over the wall as itself, behind it as the application', async () => {
  await administer(administratorUrl, `GRANT verifa_application, verifa_system TO ${login}`);
  await migrateToLatest(db);
  const { liveKey } = await bootstrapOrganization(db, () => new Date());
  expect(liveKey).toMatch(/^vk_live_/);
  const keys = await db.selectFrom('api_keys').selectAll().execute();
  const [key] = keys;
  if (key === undefined) throw new Error('no key was made');
  const tenancy = createTenancy();
  const scoped = connectScoped({ url, maxConnections: 1 }, tenancy);
  try {
    expect(await scoped.nobodys.selectFrom('api_keys').selectAll().execute()).toEqual([]);
    expect((await scoped.system.selectFrom('api_keys').selectAll().execute()).length).toBe(
      keys.length,
    );
    // The look-up has the owner's rights, which the owner's own policies have to leave it.
    const found = await sql<{ id: string }>`
      SELECT (key).id FROM verifa_api_key(${key.key_hash})`.execute(scoped.nobodys);
    expect(found.rows).toEqual([{ id: key.id }]);
    const { organization_id: organizationId, environment } = key;
    const own = await tenancy.within({ kind: 'tenant', organizationId, environment }, () =>
      scoped.db.selectFrom('api_keys').select('environment').distinct().execute(),
    );
    expect(own).toEqual([{ environment }]);
  } finally {
    await scoped.close();
  }
});
