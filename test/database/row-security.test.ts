import { sql, type Kysely } from 'kysely';
import { DatabaseError } from 'pg';
import { connectDatabase, connectScoped, type ScopedDatabase } from '../../shared/database/connect';
import type { Database } from '../../shared/database/schema';
import type { Scope } from '../../shared/database/scope';
import { createTenancy } from '../../shared/database/tenancy';
import { newId } from '../../shared/domain/ids';
import { createTestDatabase, type TestDatabase } from '../stack/database';
import {
  decidingColumn,
  dropConstraints,
  insertRow,
  rowOf,
  tablesOf,
  type Row,
  type Table,
  type Tenant,
} from './rows-of-tenants';

/** Tables that are no tenant's, each with the reason; all others are behind the wall. */
const nobodys: Readonly<Record<string, string>> = {
  sign_in_attempts: 'counts by keyed hashes, before anybody knows whose account it is',
  rate_windows: 'counts by ids and keyed hashes, before anybody knows whose the request is',
  watchlists: 'public lists, the same for all; the application only reads them',
  watchlist_entries: 'as the lists',
  watchlist_names: 'as the lists',
  watchlist_words: 'as the lists',
  sweep_cursors:
    "where passes over all tenants go on; the application's role reaches it not at all",
  kysely_migration: "the schema's own; no role but the owner's reaches it",
  kysely_migration_lock: 'as that',
};

const organization = newId('organization');
const own: Tenant = { organization, environment: 'live' };
const foreign: Tenant = { organization: newId('organization'), environment: 'live' };
const others: readonly Tenant[] = [{ organization, environment: 'sandbox' }, foreign];
const scopeOf = ({ organization: organizationId, environment }: Tenant): Scope => ({
  kind: 'tenant',
  organizationId,
  environment,
});

const tenancy = createTenancy();
let database: TestDatabase;
let owner: Kysely<Database>;
let scoped: ScopedDatabase;
let tables: readonly Table[];
beforeAll(async () => {
  database = await createTestDatabase();
  owner = connectDatabase({ url: database.url, maxConnections: 2 });
  scoped = connectScoped({ url: database.url, maxConnections: 2 }, tenancy);
  tables = await tablesOf(owner);
  await dropConstraints(owner);
  for (const table of walled()) {
    await sql`DELETE FROM ${sql.table(table.name)}`.execute(owner);
    const tenants = table.isOfOrganization ? [own, foreign] : [own, ...others];
    for (const tenant of tenants) await insertRow(owner, table, rowOf(table, tenant));
  }
});
afterAll(async () => {
  await scoped.close();
  await owner.destroy();
  await database.drop();
});

const walled = (): readonly Table[] => tables.filter(({ name }) => !(name in nobodys));
const othersOf = (table: Table): readonly Tenant[] => (table.isOfOrganization ? [foreign] : others);

const read = async (db: Kysely<Database>, { name }: Table) =>
  (await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(name)}`.execute(db)).rows;
const within = <T>(tenant: Tenant, work: () => T): T => tenancy.within(scopeOf(tenant), work);

it('every table is behind the wall or has a reason why not', async () => {
  const { rows } = await sql<{ name: string; is_walled: boolean }>`
    SELECT relname AS name, relrowsecurity AND relforcerowsecurity AS is_walled FROM pg_class
    WHERE relkind IN ('r', 'p') AND relnamespace = current_schema()::regnamespace`.execute(owner);
  const open = rows.flatMap(({ name, is_walled: isWalled }) => (isWalled ? [] : [name]));
  expect(open.sort()).toEqual(Object.keys(nobodys).sort());
});

it('each table holds rows of three tenants here', async () => {
  for (const table of walled()) {
    expect([table.name, (await read(owner, table)).length]).toEqual([
      table.name,
      table.isOfOrganization ? 2 : 3,
    ]);
  }
});

it('without a tenant: no row of any table is read, changed or deleted, and none goes in', async () => {
  for (const table of walled()) {
    expect([table.name, await reached(table, scoped.nobodys)]).toEqual([table.name, nothing]);
    for (const tenant of [own, ...othersOf(table)]) {
      await expectRefused(insertRow(scoped.nobodys, table, rowOf(table, tenant)), table);
    }
  }
});

it('with a tenant: its own row of every table and no other is read, changed or deleted', async () => {
  await within(own, async () => {
    for (const table of walled()) {
      expect([table.name, await reached(table, scoped.db)]).toEqual([table.name, oneRow]);
      const [row] = await read(scoped.db, table);
      expect([table.name, row]).toEqual([table.name, expect.objectContaining(ownColumns(table))]);
    }
  });
});

it('with a tenant: no row of another goes in, and none of its own is given away', async () => {
  await within(own, async () => {
    for (const table of walled()) {
      for (const tenant of othersOf(table)) {
        const theirs = rowOf(table, tenant);
        await expectRefused(insertRow(scoped.db, table, theirs), table);
        const column = decidingColumn(table, own, tenant);
        const given = sql`
          UPDATE ${sql.table(table.name)} SET ${sql.ref(column)} = ${theirs[column]}`;
        await expectRefused(given.execute(scoped.db), table);
      }
    }
  });
});

it("the system's role reaches all of them", async () => {
  for (const table of walled()) {
    const all = othersOf(table).length + 1;
    expect([table.name, await reached(table, scoped.system)]).toEqual([
      table.name,
      { read: all, changed: all, deleted: all },
    ]);
  }
});

it('outside of any scope there are no queries at all', async () => {
  await expect(scoped.db.selectFrom('sessions').selectAll().execute()).rejects.toThrow(
    'outside of any tenant',
  );
  await expect(
    scoped.db.transaction().execute((trx) => trx.selectFrom('sessions').selectAll().execute()),
  ).rejects.toThrow('outside of any tenant');
});

it("the scope of both environments reads an organisation's audit records, and no environment's rows", async () => {
  const scope: Scope = { kind: 'organization', organizationId: organization };
  await tenancy.within(scope, async () => {
    for (const table of walled()) {
      const expected = table.name === 'audit' ? 2 : table.isOfOrganization ? 1 : 0;
      expect([table.name, (await read(scoped.db, table)).length]).toEqual([table.name, expected]);
    }
  });
});

it("the application's role changes no public list, and reaches neither cursors nor the schema's history", async () => {
  const asked = [
    sql`DELETE FROM watchlists`,
    sql`UPDATE watchlist_entries SET programs = programs`,
    sql`SELECT * FROM sweep_cursors`,
    sql`SELECT * FROM kysely_migration`,
    sql`CREATE TABLE mine (id text)`,
  ];
  for (const one of asked) {
    await expect(one.execute(scoped.nobodys)).rejects.toMatchObject({ code: '42501' });
  }
});

const nothing = { read: 0, changed: 0, deleted: 0 };
const oneRow = { read: 1, changed: 1, deleted: 1 };

/** How many rows of a table can be read, changed and deleted; nothing of it stays. */
async function reached(table: Table, db: Kysely<Database>): Promise<typeof nothing> {
  const name = sql.table(table.name);
  const column = sql.ref(decidingColumn(table, own, foreign));
  const undone = new Error('undone');
  let counted = nothing;
  const trial = db.transaction().execute(async (trx) => {
    const changed = await sql`UPDATE ${name} SET ${column} = ${column}`.execute(trx);
    const deleted = await sql`DELETE FROM ${name}`.execute(trx);
    counted = {
      read: (await read(db, table)).length,
      changed: Number(changed.numAffectedRows),
      deleted: Number(deleted.numAffectedRows),
    };
    throw undone;
  });
  await expect(trial).rejects.toBe(undone);
  return counted;
}

async function expectRefused(work: Promise<unknown>, table: Table): Promise<void> {
  const refused = await work.then(
    () => 'done',
    (cause: unknown) => (cause instanceof DatabaseError ? cause.message : cause),
  );
  expect([table.name, refused]).toEqual([
    table.name,
    `new row violates row-level security policy for table "${table.name}"`,
  ]);
}

function ownColumns(table: Table): Row {
  const column = decidingColumn(table, own, foreign);
  return { [column]: rowOf(table, own)[column] };
}
