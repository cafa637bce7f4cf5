import { sql, type QueryExecutorProvider } from 'kysely';

/** What of a schema an earlier release's statements, and the time that a migration holds its locks, depend on. */
export interface Catalogue {
  /** By table: a change says that it was written anew as a whole. */
  readonly files: ReadonlyMap<string, string>;
  /** By `table.column`. */
  readonly columns: ReadonlyMap<string, Column>;
  /** By name, with the table. */
  readonly indexes: ReadonlyMap<string, string>;
  /** By `table.name`: what rows have to fulfil. */
  readonly constraints: ReadonlyMap<string, string>;
  /** With their arguments. */
  readonly functions: ReadonlySet<string>;
}

export interface Column {
  readonly table: string;
  readonly type: string;
  readonly notNull: boolean;
  /** A default, an identity or a generated value. */
  readonly fills: boolean;
}

const ours = `relnamespace = current_schema()::regnamespace AND relname NOT LIKE 'kysely_%'`;

export async function readCatalogue(db: QueryExecutorProvider): Promise<Catalogue> {
  const ask = async <R>(text: string): Promise<readonly R[]> =>
    (await sql.raw<R>(text).execute(db)).rows;
  const tables = await ask<{ name: string; file: string }>(
    `SELECT relname AS name, pg_relation_filenode(oid)::text AS file FROM pg_class
      WHERE relkind = 'r' AND ${ours}`,
  );
  const columns = await ask<Column & { readonly name: string }>(
    `SELECT relname AS table, attname AS name, format_type(atttypid, atttypmod) AS type,
        attnotnull AS "notNull", atthasdef OR attidentity <> '' AS fills
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
      WHERE relkind = 'r' AND attnum > 0 AND NOT attisdropped AND ${ours}`,
  );
  const indexes = await ask<{ name: string; table: string }>(
    `SELECT pg_index.indexrelid::regclass::text AS name, relname AS table
      FROM pg_index JOIN pg_class ON pg_class.oid = indrelid WHERE ${ours}`,
  );
  const constraints = await ask<{ table: string; name: string; says: string }>(
    `SELECT relname AS table, conname AS name, pg_get_constraintdef(pg_constraint.oid) AS says
      FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
      WHERE contype IN ('c', 'f', 'u', 'p', 'x') AND ${ours}`,
  );
  const functions = await ask<{ name: string }>(
    `SELECT oid::regprocedure::text AS name FROM pg_proc
      WHERE pronamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_depend
          WHERE classid = 'pg_proc'::regclass AND objid = pg_proc.oid AND deptype = 'e')`,
  );
  return {
    files: new Map(tables.map(({ name, file }) => [name, file])),
    columns: new Map(columns.map((one) => [`${one.table}.${one.name}`, one])),
    indexes: new Map(indexes.map(({ name, table }) => [name, table])),
    constraints: new Map(constraints.map(({ table, name, says }) => [`${table}.${name}`, says])),
    functions: new Set(functions.map(({ name }) => name)),
  };
}
