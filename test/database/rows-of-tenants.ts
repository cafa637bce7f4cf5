import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../shared/database/schema';
import type { Environment } from '../../shared/domain/environment';
import type { OrganizationId } from '../../shared/domain/ids';

export interface Tenant {
  readonly organization: OrganizationId;
  readonly environment: Environment;
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  /** One row an organisation, whichever environment. */
  readonly isOfOrganization: boolean;
}
type Column = z.infer<typeof columnRow>;
export type Row = Readonly<Record<string, unknown>>;

const columnRow = z.object({
  table: z.string(),
  name: z.string(),
  type: z.string(),
  isNeeded: z.boolean(),
});

/** Every table there is, as Postgres tells of it: one that a migration adds later is met without a word here. */
export async function tablesOf(db: Kysely<Database>): Promise<readonly Table[]> {
  const { rows } = await sql`
    SELECT c.table_name AS table, c.column_name AS name, c.data_type AS type,
      c.is_nullable = 'NO' AND c.column_default IS NULL AND c.is_identity = 'NO'
        AND c.is_generated = 'NEVER' AS "isNeeded"
    FROM information_schema.columns c JOIN information_schema.tables t
      ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
    ORDER BY c.table_name, c.ordinal_position`.execute(db);
  const columns = z.array(columnRow).parse(rows);
  return [...new Set(columns.map(({ table }) => table))].map((name) => {
    const own = columns.filter(({ table }) => table === name);
    const has = (column: string): boolean => own.some((one) => one.name === column);
    const isOfOrganization =
      name === 'organizations' || (has('organization_id') && !has('environment'));
    return { name, columns: own, isOfOrganization };
  });
}

/** So that rows of one table can stand alone, and be deleted alone: the wall is tested, not the references. */
export async function dropConstraints(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS statement
    FROM pg_constraint WHERE contype IN ('f', 'c') AND connamespace = current_schema()::regnamespace
    UNION ALL
    SELECT format('ALTER TABLE %s DISABLE TRIGGER USER', oid::regclass) FROM pg_class
    WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace`.execute(db);
  for (const { statement } of rows) await sql.raw(statement).execute(db);
}

/** A row of a tenant: all of its ids are the tenant's mark, so that each row's parent is the tenant's. */
export function rowOf(table: Table, tenant: Tenant): Row {
  const values = table.columns.flatMap((column): [string, unknown][] => {
    if (column.name === 'organization_id') return [[column.name, tenant.organization]];
    if (column.name === 'environment') return [[column.name, tenant.environment]];
    if (table.name === 'organizations' && column.name === 'id') {
      return [[column.name, tenant.organization]];
    }
    return column.isNeeded ? [[column.name, valueOf(column, markOf(table, tenant))]] : [];
  });
  return Object.fromEntries(values);
}

/** The column by which a row would become another tenant's. */
export function decidingColumn(table: Table, from: Tenant, to: Tenant): string {
  const named = [
    ...(from.organization === to.organization ? ['environment'] : ['organization_id']),
    'session_id',
    'document_id',
    'workflow_id',
    'change_id',
    'delivery_id',
    'id',
  ].find((name) => table.columns.some((column) => column.name === name));
  if (named === undefined) throw new Error(`${table.name}: nothing says whose its rows are`);
  return named;
}

export async function insertRow(db: Kysely<Database>, { name }: Table, row: Row): Promise<void> {
  const columns = Object.keys(row).map((column) => sql.ref(column));
  const values = Object.values(row).map((value) => sql`${value}`);
  await sql`
    INSERT INTO ${sql.table(name)} (${sql.join(columns)}) VALUES (${sql.join(values)})`.execute(db);
}

function markOf({ isOfOrganization }: Table, { organization, environment }: Tenant): string {
  return isOfOrganization ? organization : `${organization}/${environment}`;
}

function valueOf({ type, name }: Column, mark: string): unknown {
  switch (type) {
    case 'text':
      return mark;
    case 'bytea':
      return Buffer.from(mark);
    case 'ARRAY':
      return '{}';
    case 'jsonb':
      return '{}';
    case 'integer':
    case 'bigint':
    case 'smallint':
    case 'double precision':
      return 1;
    case 'boolean':
      return false;
    case 'date':
    case 'timestamp with time zone':
      return new Date();
    default:
      throw new Error(`${name}: no value of type ${type} here yet`);
  }
}
