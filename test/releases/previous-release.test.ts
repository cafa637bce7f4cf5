import { sql, type Kysely } from 'kysely';
import { requireSchema } from '../../shared/database/schema-state';
import { migrateToLatest } from '../../shared/database/migrate';
import type { Database } from '../../shared/database/schema';
import { emptyDatabase, type EmptyDatabase } from '../stack/empty-database';
import { objection, readRelease, releaseVersions, restoreSchema } from './release-fixture';

/** The last release beside the schema of now: its schema restored, brought up to date, and asked what it asks. */
const version = releaseVersions().at(-1) ?? 'none';
const release = readRelease(version);
let database: EmptyDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await emptyDatabase();
  db = database.db;
  await restoreSchema(db, release);
});
afterAll(() => database.drop());

async function objections(about = ''): Promise<readonly string[]> {
  const found: string[] = [];
  for (const statement of release.statements.filter(({ sql: text }) => text.includes(about))) {
    for (const role of statement.as) {
      const says = await objection(db, statement.sql, role);
      if (says !== null) found.push(`${role}: ${says}: ${statement.sql}`);
    }
  }
  return found;
}

test(`what ${version} sends is taken by its own schema: the fixture is whole`, async () => {
  expect(release.statements.length).toBeGreaterThan(400);
  expect(await objections()).toEqual([]);
});

test(`what ${version} sends is taken by the newest schema`, async () => {
  await migrateToLatest(db);
  await expect(requireSchema(db)).resolves.toBeUndefined();
  expect(await objections()).toEqual([]);
});

test('a column that it needs and that is gone is noticed', async () => {
  await sql`ALTER TABLE sessions RENAME COLUMN external_ref TO reference`.execute(db);
  expect((await objections('external_ref')).join('\n')).toMatch(
    /column .*external_ref.* does not exist/,
  );
});

test('a right that it needs and that is gone is noticed', async () => {
  await sql`REVOKE SELECT ON webhook_endpoints FROM verifa_application`.execute(db);
  expect((await objections('webhook_endpoints')).join('\n')).toMatch(
    /verifa_application: permission denied/,
  );
});
