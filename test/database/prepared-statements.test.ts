import { sql, type Kysely } from 'kysely';
import { connectDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import { createTestDatabase, type TestDatabase } from '../stack/database';

let database: TestDatabase;
let db: Kysely<Database>;
beforeAll(async () => {
  database = await createTestDatabase();
  await withConnection(async (own) => {
    await sql`CREATE TABLE things (id text PRIMARY KEY, size integer)`.execute(own);
    await sql`INSERT INTO things VALUES ('a', 1), ('b', 2), ('c', 3)`.execute(own);
  });
});
afterAll(() => database.drop());
beforeEach(() => {
  db = connectDatabase({ url: database.url, maxConnections: 1 });
});
afterEach(() => db.destroy());

async function withConnection(work: (own: Kysely<Database>) => Promise<unknown>): Promise<void> {
  const own = connectDatabase({ url: database.url, maxConnections: 1 });
  await work(own).finally(() => own.destroy());
}
const thing = (id: string, on: Kysely<Database> = db) =>
  sql<Record<string, unknown>>`SELECT * FROM things WHERE id = ${id}`.execute(on);
async function prepared(): Promise<readonly string[]> {
  const { rows } = await sql<{
    statement: string;
  }>`SELECT statement FROM pg_prepared_statements`.execute(db);
  return rows.map(({ statement }) => statement);
}

it('a statement that comes often is parsed once, one without values and one that came once are not kept', async () => {
  await sql`SELECT 7 + ${1}::int`.execute(db);
  for (const id of ['a', 'b', 'c', 'a', 'b']) {
    const { rows } = await thing(id);
    expect(rows[0]).toMatchObject({ id });
    await sql`SELECT count(*) FROM things`.execute(db);
  }
  expect(await prepared()).toEqual(['SELECT * FROM things WHERE id = $1']);
});

it('keeps no more statements a connection than it may, whatever their number', async () => {
  for (let n = 0; n < 400; n += 1) {
    const asked = sql.raw<{ sum: number }>(`SELECT ${String(n)} + `);
    for (let time = 0; time < 3; time += 1) {
      const { rows } = await sql<{ sum: number }>`${asked}${1}::int AS sum`.execute(db);
      expect(rows).toEqual([{ sum: n + 1 }]);
    }
  }
  expect((await prepared()).length).toBe(300);
});

it('a refused statement leaves the next of the same name its right answer', async () => {
  const insert = (id: string) => sql`INSERT INTO things VALUES (${id}, 9)`.execute(db);
  for (const id of ['x1', 'x2', 'x3', 'x4']) await insert(id);
  await expect(insert('x4')).rejects.toMatchObject({ code: '23505' });
  await insert('x5');
  expect((await thing('x5')).rows).toEqual([{ id: 'x5', size: 9 }]);
});

it('a migration under a running process: a statement alone is answered with the new column', async () => {
  for (let time = 0; time < 4; time += 1) await thing('a');
  await withConnection((own) => sql`ALTER TABLE things ADD COLUMN colour text`.execute(own));
  for (let time = 0; time < 4; time += 1) {
    expect((await thing('a')).rows).toEqual([{ id: 'a', size: 1, colour: null }]);
  }
});

it('a migration under a running process: a transaction is lost once, as something to try again', async () => {
  const work = () => db.transaction().execute((trx) => thing('a', trx));
  for (let time = 0; time < 4; time += 1) await work();
  await withConnection((own) => sql`ALTER TABLE things ADD COLUMN weight integer`.execute(own));
  await expect(work()).rejects.toMatchObject({ code: 'temporarily_unavailable' });
  for (let time = 0; time < 4; time += 1) {
    expect((await work()).rows[0]).toMatchObject({ id: 'a', weight: null });
  }
});

it('a connection that the server ends in the middle of a statement fails that one, ends no process and goes to nobody else', async () => {
  const over = new AbortController();
  const asleep = sql`SELECT pg_sleep(${600})`.execute(db).finally(() => over.abort());
  const ended = expect(asleep).rejects.toMatchObject({ code: '57P01' });
  const behind = thing('a');
  await withConnection(async (own) => {
    while (!over.signal.aborted) {
      await sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep($1)%'`.execute(
        own,
      );
    }
  });
  await ended;
  expect((await behind).rows[0]).toMatchObject({ id: 'a' });
});
