import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import { connectDatabase } from '../../shared/database/connect';
import { concurrentIndexes } from '../../shared/database/migrating/concurrent-indexes';
import {
  runMigrations,
  type Migrated,
  type RunOptions,
} from '../../shared/database/migrating/run-migrations';
import type { SchemaMigrations } from '../../shared/database/migrating/schema-migration';
import type { Database } from '../../shared/database/schema';
import { eventually } from '../processes/running-process';
import { emptyDatabase, type EmptyDatabase } from '../stack/empty-database';

/** The runner over a database whose one table has rows, beside others who read and write it. */
let database: EmptyDatabase;
let db: Kysely<Database>;
let lines: string[];
let others: Client[];

beforeEach(async () => {
  database = await emptyDatabase();
  db = database.db;
  lines = [];
  others = [];
  await ask(`CREATE TABLE people (id int, name text)`);
  await ask(`INSERT INTO people VALUES (1, 'a'), (2, 'a')`);
});
afterEach(async () => {
  await Promise.all(others.map((one) => one.end()));
  await database.drop();
});

async function ask(statement: string): Promise<readonly unknown[]> {
  return (await sql.raw(statement).execute(db)).rows;
}

async function another(): Promise<Client> {
  const client = new Client({ connectionString: database.url });
  others.push(client);
  await client.connect();
  return client;
}

const inTransaction = (statement: string): SchemaMigrations[string] => ({
  up: async (trx: Kysely<unknown>) => {
    await sql.raw(statement).execute(trx);
  },
});
const addsColumn = inTransaction(`ALTER TABLE people ADD COLUMN born date`);
const byName = concurrentIndexes([{ name: 'people_by_name', on: 'people (name)' }]);

function run(migrations: SchemaMigrations, options: Partial<RunOptions> = {}): Promise<Migrated> {
  const report = (line: string): void => void lines.push(line);
  return runMigrations(db, migrations, { waitMs: 60_000, lockTimeoutMs: 50, report, ...options });
}

test('a migration that waits for a reader lets others read meanwhile, and is applied when it has gone', async () => {
  const reader = await another();
  await reader.query('BEGIN');
  await reader.query('SELECT FROM people');
  const running = run({ '0001-born': addsColumn });
  await eventually('it to give way', () => Promise.resolve(lines.length > 1 ? true : undefined));
  expect(lines[0]).toMatch(/^0001-born waits for a lock.*: open transactions: pid \d+ for \d+ s/);
  // Behind a request for the whole table that stays, this one would wait for the reader as well.
  expect(await ask(`SELECT count(*)::int AS all FROM people`)).toEqual([{ all: 2 }]);
  await reader.query('COMMIT');
  expect(await running).toEqual({ applied: ['0001-born'], newer: [] });
  expect(await ask(`SELECT born FROM people`)).toHaveLength(2);
});

test('one that never gets its locks says who is in its way, and has changed nothing; what came before it stays', async () => {
  const reader = await another();
  await reader.query('BEGIN');
  await reader.query('SELECT FROM people');
  const migrations = {
    '0001-places': inTransaction(`CREATE TABLE places (id int)`),
    '0002-born': addsColumn,
  };
  await expect(run(migrations, { waitMs: 200 })).rejects.toThrow(
    /the migration 0002-born could not be applied: it did not get its locks within .*pid \d+/,
  );
  expect(await ask(`SELECT name FROM kysely_migration`)).toEqual([{ name: '0001-places' }]);
  await reader.query('COMMIT');
  expect(await run(migrations)).toEqual({ applied: ['0002-born'], newer: [] });
});

test('several runs at once: each migration is applied once', async () => {
  const migrations = { '0001-born': addsColumn, '0002-by-name': byName };
  const second = connectDatabase({ url: database.url, maxConnections: 1 });
  const report = (line: string): void => void lines.push(line);
  const both = await Promise.all([
    run(migrations),
    runMigrations(second, migrations, { waitMs: 60_000, lockTimeoutMs: 50, report }),
  ]).finally(() => second.destroy());
  expect(both.flatMap(({ applied }) => applied)).toEqual(['0001-born', '0002-by-name']);
});

test('an index is built while others write', async () => {
  const writer = await another();
  await writer.query('BEGIN');
  await writer.query(`INSERT INTO people VALUES (3, 'c')`);
  const running = run({ '0001-by-name': byName });
  await eventually('the build to wait', async () => {
    const waiting = await ask(`SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'`);
    return waiting.length > 0 ? true : undefined;
  });
  await ask(`INSERT INTO people VALUES (4, 'd')`);
  await writer.query('COMMIT');
  expect(await running).toEqual({ applied: ['0001-by-name'], newer: [] });
  expect(await indexes()).toEqual([{ index: 'people_by_name', valid: true }]);
});

test('an index whose build was killed half way is built again by the next run', async () => {
  const writer = await another();
  await writer.query('BEGIN');
  await writer.query(`INSERT INTO people VALUES (3, 'c')`);
  const running = run({ '0001-by-name': byName });
  const ended = expect(running).rejects.toThrow();
  await eventually('the build to be under way', async () => {
    const killed = await ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock'`);
    return killed.length > 0 ? true : undefined;
  });
  await ended;
  await writer.query('COMMIT');
  expect(await indexes()).toEqual([{ index: 'people_by_name', valid: false }]);
  expect(await ask(`SELECT name FROM kysely_migration`)).toEqual([]);
  expect(await run({ '0001-by-name': byName })).toEqual({ applied: ['0001-by-name'], newer: [] });
  expect(await indexes()).toEqual([{ index: 'people_by_name', valid: true }]);
});

test('an index that is there already is left, whatever the record says', async () => {
  await run({ '0001-by-name': byName });
  const [before] = await ask(`SELECT 'people_by_name'::regclass::oid AS index`);
  await ask(`DELETE FROM kysely_migration`);
  await run({ '0001-by-name': byName });
  expect(await ask(`SELECT 'people_by_name'::regclass::oid AS index`)).toEqual([before]);
});

test('a statement that fails names its migration and the cause, and leaves nothing of it', async () => {
  const unique = concurrentIndexes([{ name: 'one_name', on: 'people (name)', unique: true }]);
  await expect(run({ '0001-one-name': unique })).rejects.toThrow(
    /the migration 0001-one-name could not be applied: could not create unique index/,
  );
  await ask(`DELETE FROM people WHERE id = 2`);
  expect(await run({ '0001-one-name': unique })).toMatchObject({ applied: ['0001-one-name'] });
});

async function indexes(): Promise<readonly unknown[]> {
  return ask(`SELECT indexrelid::regclass::text AS index, indisvalid AS valid FROM pg_index
    WHERE indrelid = 'people'::regclass`);
}
