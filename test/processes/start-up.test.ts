import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type RawBuilder } from 'kysely';
import { newKeyringFile } from '../../shared/crypto/keyring';
import { connectDatabase } from '../../shared/database/connect';
import { knownMigrations } from '../../shared/database/migrate';
import { stackAddresses } from '../stack/addresses';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import { freePort } from '../stack/free-port';
import { builtService } from './built-service';
import { eventually, startProcess } from './running-process';

/** Processes that cannot start: they say in one sentence which part it is, and are gone. */
const newest = [...knownMigrations].sort().at(-1) ?? '';
let build: string;
let folder: string;
let database: TestDatabase;
let settings: Record<string, string>;

beforeAll(async () => {
  [build, folder, database] = await Promise.all([
    builtService(),
    mkdtemp(join(tmpdir(), 'verifa-start-')),
    createTestDatabase(),
  ]);
  const addresses = stackAddresses();
  const keys = join(folder, 'keys.json');
  await writeFile(keys, JSON.stringify(newKeyringFile()));
  settings = {
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: addresses.VERIFA_TEST_TEMPORAL_ADDRESS,
    S3_ENDPOINT: addresses.VERIFA_TEST_S3_ENDPOINT,
    S3_ACCESS_KEY: addresses.VERIFA_TEST_S3_ACCESS_KEY,
    S3_SECRET_KEY: addresses.VERIFA_TEST_S3_SECRET_KEY,
    S3_BUCKET: 'start-up',
    MASTER_KEYS_FILE: keys,
    VERIFA_CACHE_DIR: addresses.VERIFA_CACHE_DIR,
    WORKFLOW_BUNDLE: addresses.VERIFA_TEST_WORKFLOW_BUNDLE,
    PUBLIC_URL: 'http://127.0.0.1:3000',
    PORT: String(await freePort()),
  };
}, 240_000);
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

async function ended(service: string, changed: Record<string, string>): Promise<string> {
  const [room, args] = service === 'migrate' ? ['admin', ['migrate']] : [service, []];
  const file = join(build, 'services', room, 'main.js');
  const started = startProcess(file, { ...settings, ...changed }, args);
  try {
    const code = await eventually(`the end of ${service}`, () =>
      Promise.resolve(started.exitCode ?? undefined),
    );
    expect(code).toBe(1);
    return started.output();
  } finally {
    await started.kill('SIGKILL');
  }
}

function portOf(url: string): string {
  return new URL(url).port;
}

async function nobody(): Promise<string> {
  return `127.0.0.1:${String(await freePort())}`;
}

test.each<[string, string, () => Promise<Record<string, string>>, RegExp]>([
  [
    'worker',
    'an admin port that is taken',
    () => Promise.resolve({ ADMIN_PORT: portOf(stackAddresses().VERIFA_TEST_S3_ENDPOINT) }),
    /ADMIN_PORT: port \d+ is in use/,
  ],
  [
    'api',
    'an admin port that is taken',
    () => Promise.resolve({ ADMIN_PORT: portOf(stackAddresses().VERIFA_TEST_S3_ENDPOINT) }),
    /ADMIN_PORT: port \d+ is in use/,
  ],
  [
    'worker',
    'an unknown namespace',
    () => Promise.resolve({ TEMPORAL_NAMESPACE: 'nope' }),
    /Temporal .*nope/,
  ],
  [
    'worker',
    'Temporal away',
    async () => ({ TEMPORAL_ADDRESS: await nobody() }),
    /Temporal cannot/,
  ],
  [
    'worker',
    'no object store',
    async () => ({ S3_ENDPOINT: `http://${await nobody()}` }),
    /The object store cannot be used: .*ECONNREFUSED/,
  ],
  [
    'worker',
    'no database',
    async () => ({ DATABASE_URL: `postgres://verifa@${await nobody()}/x` }),
    /Postgres cannot be used: .*ECONNREFUSED/,
  ],
  [
    'migrate',
    'no database',
    async () => ({ DATABASE_URL: `postgres://verifa@${await nobody()}/x` }),
    /Postgres cannot be used: .*ECONNREFUSED/,
  ],
  [
    'migrate',
    'a login that is refused',
    () => Promise.resolve({ DATABASE_URL: loginOf('nobody', 'wrong') }),
    /Postgres cannot be used: .*"nobody"/,
  ],
  [
    'migrate',
    'a schema of another line',
    async () => ({ DATABASE_URL: await databaseThatHad('0002-of-another-line') }),
    /not one that this release can work on: it has 0002-of-another-line/,
  ],
  [
    'worker',
    'an older schema',
    async () => ({ DATABASE_URL: await databaseWithout(newest) }),
    new RegExp(`Postgres cannot be used: the schema is older .*${newest}`),
  ],
  [
    'migrate',
    'no folder for the keys',
    () => Promise.resolve({ MASTER_KEYS_FILE: join(folder, 'none', 'keys.json') }),
    /MASTER_KEYS_FILE: cannot be written/,
  ],
])('%s with %s ends, and says so', async (service, _what, changed, says) => {
  const output = await ended(service, await changed());
  expect(output).toMatch(says);
  expect(output).toContain('could not go on');
});

test.each(['worker', 'api'])(
  '%s names a broken keyring file, and quotes nothing of it',
  async (service) => {
    const key = newKeyringFile().keys['mk1'] ?? '';
    const broken = [`{"current":"mk1","keys":{"mk1":"${key}`, key, `{"keys":{"mk1":"${key}"}}`];
    for (const [index, text] of broken.entries()) {
      const file = join(folder, `broken-${String(index)}.json`);
      await writeFile(file, text);
      const output = await ended(service, { MASTER_KEYS_FILE: file });
      expect(output).toMatch(/MASTER_KEYS_FILE|keyring/);
      for (let at = 0; at + 5 <= key.length; at += 1) {
        expect(output).not.toContain(key.slice(at, at + 5));
      }
    }
  },
);

test('migrate of an older image beside a newer schema says so, changes nothing and ends well', async () => {
  const file = join(build, 'services/admin/main.js');
  const url = await databaseThatHad('0999-next-release');
  const started = startProcess(file, { ...settings, DATABASE_URL: url }, ['migrate']);
  const code = await eventually('its end', () => Promise.resolve(started.exitCode ?? undefined));
  expect(started.output()).toContain('a later release (0999-next-release)');
  expect(started.output()).not.toContain('migrated:');
  expect(code).toBe(0);
});

function loginOf(user: string, password: string): string {
  const url = new URL(database.url);
  url.username = user;
  url.password = password;
  return url.href;
}

/** A database of its own, after a statement over its record of migrations. */
async function databaseAfter(statement: RawBuilder<unknown>): Promise<string> {
  const made = await createTestDatabase();
  const db = connectDatabase({ url: made.url, maxConnections: 1 });
  await statement.execute(db);
  await db.destroy();
  return made.url;
}

function databaseThatHad(migration: string): Promise<string> {
  return databaseAfter(sql`INSERT INTO kysely_migration VALUES (${migration}, now()::text)`);
}

function databaseWithout(migration: string): Promise<string> {
  return databaseAfter(sql`DELETE FROM kysely_migration WHERE name = ${migration}`);
}
