import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { connectDatabase, connectScoped, type ScopedDatabase } from '../../shared/database/connect';
import { migrateToLatest } from '../../shared/database/migrate';
import { requireSchema } from '../../shared/database/schema-state';
import type { Database } from '../../shared/database/schema';
import { createTenancy } from '../../shared/database/tenancy';
import { newId } from '../../shared/domain/ids';
import type { Tenant } from '../../shared/domain/tenant';
import { administer } from '../stack/database';
import { stackAddresses } from '../stack/addresses';

/** The lines of `deploy/ROLES.md`, run as an administrator runs them, but for names of this test's own. */
const mark = randomBytes(5).toString('hex');
const { VERIFA_TEST_POSTGRES_URL: administratorUrl } = stackAddresses();
const page = readFileSync('deploy/ROLES.md', 'utf8');
const lines = (/```sql\n([^`]+)```/.exec(page)?.[1] ?? '')
  .split('\n')
  // The tests' server has the two roles: they are the whole server's.
  .filter((line) => line !== '' && !line.includes('NOLOGIN'))
  .map((line) =>
    line
      .replace(/\bverifa_(owner|api|worker)\b/g, `$1_${mark}`)
      .replace(/DATABASE verifa\b/, `DATABASE verifa_${mark}`)
      .replace('…', mark),
  );

const logins = ['owner', 'api', 'worker'] as const;
type Login = (typeof logins)[number];
const urlOf = (login: Login): string => {
  const url = new URL(administratorUrl);
  url.pathname = `/verifa_${mark}`;
  url.username = `${login}_${mark}`;
  url.password = mark;
  return url.href;
};

const tenants: readonly [Tenant, Tenant] = [
  { organizationId: newId('organization'), environment: 'live' },
  { organizationId: newId('organization'), environment: 'live' },
];
const tenancy = createTenancy();
let owner: Kysely<Database>;
let api: ScopedDatabase;
let worker: ScopedDatabase;

beforeAll(async () => {
  for (const line of lines) await administer(administratorUrl, line);
  owner = connectDatabase({ url: urlOf('owner'), maxConnections: 1 });
  await migrateToLatest(owner);
  for (const { organizationId: id, environment } of tenants) {
    await owner
      .insertInto('organizations')
      .values({ id, name: id, created_at: new Date() })
      .execute();
    await owner
      .insertInto('environment_settings')
      .values({ organization_id: id, environment, settings: '{}' })
      .execute();
  }
  api = connectScoped({ url: urlOf('api'), maxConnections: 1 }, tenancy);
  worker = connectScoped({ url: urlOf('worker'), maxConnections: 1 }, tenancy);
}, 120_000);
afterAll(async () => {
  await api.close();
  await worker.close();
  await owner.destroy();
  await administer(administratorUrl, `DROP DATABASE verifa_${mark} WITH (FORCE)`);
  for (const login of logins) await administer(administratorUrl, `DROP ROLE ${login}_${mark}`);
});

/** One statement by the login itself, on a connection of its own: no role is taken on for it. */
async function bare(login: Login, statement: string): Promise<number> {
  const client = new Client({ connectionString: urlOf(login) });
  await client.connect();
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

const settingsOf = (db: Kysely<Database>): Promise<readonly string[]> =>
  db
    .selectFrom('environment_settings')
    .select('organization_id')
    .execute()
    .then((rows) => rows.map(({ organization_id: id }) => id).sort());
const everybody = tenants.map(({ organizationId }) => organizationId).sort();

it('the owner migrates, makes tables and sees every row, and makes no roles', async () => {
  expect(await settingsOf(owner)).toEqual(everybody);
  await expect(bare('owner', `CREATE ROLE more_${mark}`)).rejects.toThrow('permission denied');
});

it.each(['api', 'worker'] as const)(
  '%s by itself reads, writes, makes and drops nothing',
  async (login) => {
    for (const statement of [
      'SELECT FROM sessions',
      'SELECT FROM environment_settings',
      'DELETE FROM organizations',
      'CREATE TABLE mine (id int)',
      'DROP TABLE sessions',
      'ALTER TABLE sessions DISABLE ROW LEVEL SECURITY',
      `SET ROLE owner_${mark}`,
      `GRANT verifa_system TO api_${mark}`,
    ]) {
      await expect(bare(login, statement)).rejects.toThrow(/permission denied|must be owner/);
    }
  },
);

describe.each([
  ['api', () => api],
  ['worker', () => worker],
] as const)('%s', (_, scoped) => {
  it('sees the rows of the tenant that it works for, of nobody without one, and changes no other’s', async () => {
    const { db, nobodys } = scoped();
    expect(await settingsOf(nobodys)).toEqual([]);
    for (const tenant of tenants) {
      await tenancy.within({ kind: 'tenant', ...tenant }, async () => {
        expect(await settingsOf(db)).toEqual([tenant.organizationId]);
        const changed = await db
          .updateTable('environment_settings')
          .set({ settings: '{}' })
          .executeTakeFirst();
        expect(Number(changed.numUpdatedRows)).toBe(1);
      });
    }
  });

  it('knows whether the schema is its own, as readiness asks', async () => {
    await expect(requireSchema(scoped().nobodys)).resolves.not.toThrow();
  });
});

it('the worker’s housekeeping sees all tenants; the API cannot become it', async () => {
  expect(await settingsOf(worker.system)).toEqual(everybody);
  await expect(settingsOf(api.system)).rejects.toThrow('permission denied to set role');
  await expect(bare('api', 'SET ROLE verifa_system')).rejects.toThrow('permission denied');
});

it('who is not named connects to the database no more', async () => {
  const url = new URL(administratorUrl);
  const stranger = `stranger_${mark}`;
  await administer(url.href, `CREATE ROLE ${stranger} LOGIN PASSWORD '${mark}'`);
  try {
    const own = new URL(urlOf('api'));
    own.username = stranger;
    const client = new Client({ connectionString: own.href });
    await expect(client.connect()).rejects.toThrow('permission denied for database');
    await client.end().catch(() => undefined);
  } finally {
    await administer(url.href, `DROP ROLE ${stranger}`);
  }
});

it('the compose file’s script grants what the page grants', () => {
  const script = readFileSync('deploy/compose/postgres-roles.sql', 'utf8');
  const memberships = (text: string): readonly string[] =>
    [...text.matchAll(/^GRANT (verifa_[\w, ]+) TO ([\w, ]+);$/gm)]
      .flatMap(([, roles = '', members = '']) =>
        members
          .split(', ')
          .flatMap((member) => roles.split(', ').map((role) => `${member} takes on ${role}`)),
      )
      .sort();
  expect(memberships(script)).toEqual(memberships(page));
  expect(memberships(script)).toHaveLength(5);
  for (const text of [script, page]) {
    expect(text).toMatch(/verifa_api LOGIN NOINHERIT/);
    expect(text).toMatch(/verifa_worker LOGIN NOINHERIT/);
  }
});

it('a connection of the pool is left with no role of the last who used it', async () => {
  await tenancy.within({ kind: 'tenant', ...tenants[0] }, () => settingsOf(api.db));
  const { rows } = await sql<{ current: string }>`SELECT current_user AS current`.execute(
    api.nobodys,
  );
  expect(rows[0]?.current).toBe('verifa_application');
  expect(await settingsOf(api.nobodys)).toEqual([]);
});
