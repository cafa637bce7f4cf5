import { sql } from 'kysely';
import { requireSchema } from '../../shared/database/schema-state';
import { knownMigrations, migrateToLatest } from '../../shared/database/migrate';
import { startApi, type RunningApi } from '../api/running-api';

/** The newest of this build stands for those that a release brings. */
const newest = [...knownMigrations].sort().at(-1) ?? '';
let api: RunningApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

async function readiness(): Promise<number> {
  return (await fetch(`${api.url}/readyz`)).status;
}

test('the API is ready once the newest migration that it knows is applied, and with a later release’s too', async () => {
  expect(await readiness()).toBe(200);
  await sql`DELETE FROM kysely_migration WHERE name = ${newest}`.execute(api.db);
  expect(await readiness()).toBe(503);
  await expect(requireSchema(api.db)).rejects.toThrow(`${newest} is not applied`);
  await sql`INSERT INTO kysely_migration VALUES (${newest}, now()::text),
    ('0999-next-release', now()::text)`.execute(api.db);
  expect(await readiness()).toBe(200);
  expect(await migrateToLatest(api.db)).toEqual({ applied: [], newer: ['0999-next-release'] });
});

test('a database with a table of the right name and nothing else is not ready', async () => {
  await sql`ALTER FUNCTION verifa_migrations() RENAME TO another_function`.execute(api.db);
  expect(await readiness()).toBe(503);
  await expect(requireSchema(api.db)).rejects.toThrow('run migrate first');
});
