import { sql, type Kysely } from 'kysely';
import { concurrentIndexes } from '../../shared/database/migrating/concurrent-indexes';
import type { SchemaMigration } from '../../shared/database/migrating/schema-migration';
import { migrations } from '../../shared/database/migrate';
import type { Database } from '../../shared/database/schema';
import { readCatalogue } from './catalogue';
import { hindrances } from './expand-only';
import { emptyDatabase, type EmptyDatabase } from '../stack/empty-database';
import { readRelease, releaseVersions, restoreSchema } from './release-fixture';

let database: EmptyDatabase;
let db: Kysely<Database>;
beforeEach(async () => {
  database = await emptyDatabase();
  db = database.db;
});
afterEach(() => database.drop());

async function run(migration: SchemaMigration): Promise<void> {
  if (migration.outside === true) await db.connection().execute((one) => migration.up(one));
  else await db.transaction().execute((trx) => migration.up(trx));
}

/** What each migration is in the way of, by its name. */
async function broken(
  newer: readonly (readonly [string, SchemaMigration])[],
  isContract: (migration: SchemaMigration) => boolean,
): Promise<Record<string, readonly string[]>> {
  const release = await readCatalogue(db);
  const found: Record<string, readonly string[]> = {};
  for (const [name, migration] of newer) {
    const before = await readCatalogue(db);
    await run(migration);
    const after = await readCatalogue(db);
    const isOutside = migration.outside === true;
    const all = hindrances(release, { before, after, isOutside });
    if (all.length > 0 && !isContract(migration)) found[name] = all;
  }
  return found;
}

test('what came behind the last release only adds, or takes what no published release uses', async () => {
  const versions = releaseVersions();
  const last = readRelease(versions.at(-1) ?? '');
  await restoreSchema(db, last);
  const newer = Object.entries<SchemaMigration>(migrations)
    .filter(([name]) => name > last.newestMigration)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  // The first release that does without it is out: it is the last one, or one before it.
  const isContract = ({ contract }: SchemaMigration): boolean =>
    contract !== undefined && versions.includes(contract.unusedSince);
  expect(await broken(newer, isContract)).toEqual({});
});

const made = (...statements: readonly string[]): SchemaMigration => ({
  up: async (trx: Kysely<unknown>) => {
    for (const statement of statements) await sql.raw(statement).execute(trx);
  },
});

test.each<[string, SchemaMigration, readonly string[]]>([
  ['a dropped table', made('DROP TABLE pets'), ['takes the table pets away']],
  [
    'a dropped column',
    made('ALTER TABLE people DROP COLUMN name'),
    ['takes the column people.name away'],
  ],
  [
    'a renamed column',
    made('ALTER TABLE people RENAME COLUMN name TO called'),
    ['takes the column people.name away'],
  ],
  [
    'a dropped function',
    made('DROP FUNCTION twice(int)'),
    ['takes the function twice(integer) away'],
  ],
  [
    'another type',
    made('ALTER TABLE people ALTER COLUMN id TYPE bigint'),
    ['makes people.id bigint, which was integer', 'writes the table people anew'],
  ],
  [
    'no null any more',
    made('ALTER TABLE people ALTER COLUMN name SET NOT NULL'),
    ['refuses null in people.name from now on'],
  ],
  [
    'no default any more',
    made('ALTER TABLE people ALTER COLUMN age DROP DEFAULT'),
    ['takes the default of people.age away, which may not be null'],
  ],
  [
    'a column that everybody has to give',
    made('ALTER TABLE people ADD COLUMN born date NOT NULL'),
    ['adds people.born without a default, which may not be null'],
  ],
  [
    'a condition on rows',
    made('ALTER TABLE people ADD CONSTRAINT grown CHECK (age > 17) NOT VALID'),
    ['demands people.grown: CHECK ((age > 17)) NOT VALID'],
  ],
  [
    'a default that differs for each row',
    made('ALTER TABLE people ADD COLUMN code text DEFAULT gen_random_uuid()::text'),
    ['writes the table people anew'],
  ],
  [
    'an index built under a lock',
    made('CREATE INDEX people_by_name ON people (name)'),
    ['builds people_by_name while nobody can write to people'],
  ],
])('%s is in the way of the release before', async (_what, migration, says) => {
  await release();
  expect(await broken([['0001-it', migration]], () => false)).toEqual({ '0001-it': says });
});

test('what adds is in nobody’s way', async () => {
  await release();
  const additions: readonly (readonly [string, SchemaMigration])[] = [
    [
      '0001-column',
      made(
        'ALTER TABLE people ADD COLUMN born date, ADD COLUMN kind text NOT NULL DEFAULT $$new$$',
      ),
    ],
    [
      '0002-table',
      made('CREATE TABLE places (id int NOT NULL)', 'CREATE INDEX places_id ON places (id)'),
    ],
    ['0003-index', concurrentIndexes([{ name: 'people_by_name', on: 'people (name)' }])],
    // Of no release: it may still change.
    [
      '0004-again',
      made('ALTER TABLE places ADD COLUMN name text NOT NULL', 'DROP INDEX places_id'),
    ],
  ];
  expect(await broken(additions, () => false)).toEqual({});
});

async function release(): Promise<void> {
  for (const statement of [
    `CREATE TABLE people (id int, name text, age int NOT NULL DEFAULT 0)`,
    `CREATE TABLE pets (id int)`,
    `CREATE FUNCTION twice(one int) RETURNS int LANGUAGE sql AS 'SELECT one * 2'`,
  ]) {
    await sql.raw(statement).execute(db);
  }
}
