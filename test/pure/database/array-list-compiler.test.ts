import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, sql } from 'kysely';
import { ArrayListCompiler } from '../../../shared/database/array-list-compiler';

interface Things {
  things: { id: string; owner: string };
}
const db = new Kysely<Things>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (of) => new PostgresIntrospector(of),
    createQueryCompiler: () => new ArrayListCompiler(),
  },
});
const things = db.selectFrom('things').select('id');

it.each([[[]], [['a']], [['a', 'b', 'c']]])('IN over %j has one text', (ids) => {
  const { sql: text, parameters } = things.where('id', 'in', ids).compile();
  expect(text).toBe('select "id" from "things" where "id" = any($1)');
  expect(parameters).toEqual([ids]);
});

it('NOT IN is its opposite', () => {
  const { sql: text } = things.where('id', 'not in', ['a', 'b']).compile();
  expect(text).toBe('select "id" from "things" where "id" <> all($1)');
});

it('IN over a query or over expressions stays what it is', () => {
  expect(things.where('id', 'in', things).compile().sql).toContain('in (select');
  const expressions = [sql<string>`lower(${'A'})`, sql<string>`lower(${'B'})`];
  expect(things.where('id', 'in', expressions).compile().sql).toContain(
    'in (lower($1), lower($2))',
  );
});
