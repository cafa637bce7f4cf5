import { sql, type Kysely, type RawBuilder, type SqlBool } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import { beginsWith } from './begins-with';

/**
 * More than these are found soon by whoever reads a list in its order, fewer are looked up and sorted: of a
 * million rows either costs some 20 ms at this number.
 */
export const mostLookedUp = 5_000;

/** One thing that makes a row be found. */
export interface SoughtBy {
  /** In the form that an index of its own answers. */
  readonly byIndex: RawBuilder<SqlBool>;
  /** Asked of a row that is read anyway, in a form that leads to no index. */
  readonly ofRow: RawBuilder<SqlBool>;
  /** The order of the rows in that index; undefined where few rows are found, whose order nobody asks for. */
  readonly inOrder?: RawBuilder<unknown>;
}

export function equalTo(column: string, text: string, inOrder?: RawBuilder<unknown>): SoughtBy {
  const same = sql<SqlBool>`${sql.ref(column)} = ${text}`;
  return { byIndex: same, ofRow: same, ...(inOrder !== undefined && { inOrder }) };
}

export function beginningWith(column: string, text: string): SoughtBy {
  return {
    byIndex: beginsWith(column, text),
    ofRow: sql<SqlBool>`starts_with(${sql.ref(column)}, ${text})`,
    inOrder: sql`${sql.ref(column)} USING ~<~`,
  };
}

interface Place {
  readonly table: 'sessions' | 'cases' | 'identities' | 'audit';
  /** Whose rows. */
  readonly own: RawBuilder<SqlBool>;
}

const counted = z.object({ found: z.coerce.number() });

/**
 * Finds rows of a list by any of some ways. How many rows a text finds is not known to the planner, which sees
 * neither it nor, behind row-level security, the column's statistics: its guess is nearly as dear one way as the
 * other, and the plan would be luck. So it is counted first, up to a bound, and the rows are named by their ids,
 * each set read by its own index before the list is, or recognised one by one in the list's order. The count asks in
 * the index's order: the first rows of any would be sought in the table itself, past all that other tenants have.
 */
export async function soughtRows(
  db: Kysely<Database>,
  { table, own }: Place,
  ways: readonly SoughtBy[],
): Promise<RawBuilder<SqlBool>> {
  const way = ({ byIndex }: SoughtBy) =>
    sql`SELECT id FROM ${sql.table(table)} WHERE ${own} AND ${byIndex}`;
  const bound = sql`LIMIT ${mostLookedUp + 1}`;
  const firstOnes = ways.map((one) =>
    one.inOrder === undefined
      ? sql`(${way(one)} ${bound})`
      : sql`(${way(one)} ORDER BY ${one.inOrder} ${bound})`,
  );
  const both = sql` UNION ALL `;
  const { rows } = await sql`
    SELECT count(*) AS found FROM (${sql.join(firstOnes, both)}) AS first_ones`.execute(db);
  const found = sql.join(ways.map(way), both);
  return counted.parse(rows[0]).found <= mostLookedUp
    ? sql<SqlBool>`id = ANY(ARRAY(${found}))`
    : sql<SqlBool>`(${sql.join(
        ways.map(({ ofRow }) => ofRow),
        sql` OR `,
      )})`;
}

/** Of a tenant, in its environment. */
export function ownRows({
  organizationId,
  environment,
}: {
  readonly organizationId: string;
  readonly environment: string;
}): RawBuilder<SqlBool> {
  return sql<SqlBool>`organization_id = ${organizationId} AND environment = ${environment}`;
}
