import { sql, type RawBuilder, type SelectQueryBuilder, type Simplify, type SqlBool } from 'kysely';
import { z } from 'zod';
import { decodeCursor, encodeCursor, type ListOrder } from './list-order';
import {
  cursorPage,
  paginated,
  type CursorPage,
  type ListQuery,
  type Paginated,
} from './pagination';
import { invalidField } from './parse';

/** Postgres counts in eight bytes, which come as text. */
const countSchema = z.object({ total: z.coerce.number() });

/**
 * A page of a list, by `offset` with the total, or by `after` (from the beginning when that is empty), which
 * is as fast on the thousandth page as on the first and shows nothing twice.
 *
 * @throws VerifaError validation_failed for an `after` that is no cursor of the list
 */
export async function readList<DB, TB extends keyof DB, Row>(
  wanted: SelectQueryBuilder<DB, TB, Row>,
  order: ListOrder<Simplify<Row>>,
  query: ListQuery,
  /** How many rows `wanted` has, where something knows. Default: they are counted. */
  countAll: () => Promise<number> = () => count(wanted),
): Promise<Paginated<Simplify<Row>> | CursorPage<Simplify<Row>>> {
  if (query.after !== undefined) return readBehind(wanted, order, query.limit, query.after);
  const [total, rows] = await Promise.all([
    countAll(),
    inOrder(wanted, order).limit(query.limit).offset(query.offset).execute(),
  ]);
  return paginated(rows, total, query);
}

async function count<DB, TB extends keyof DB, Row>(
  wanted: SelectQueryBuilder<DB, TB, Row>,
): Promise<number> {
  const counted = await wanted
    .clearSelect()
    .select(sql`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  return countSchema.parse(counted).total;
}

/** A page by cursor alone; the empty one is the beginning. */
export async function readBehind<DB, TB extends keyof DB, Row>(
  wanted: SelectQueryBuilder<DB, TB, Row>,
  order: ListOrder<Simplify<Row>>,
  limit: number,
  after: string,
): Promise<CursorPage<Simplify<Row>>> {
  const behind = after === '' ? wanted : wanted.where(isBehind(order, after));
  const rows = await inOrder(behind, order)
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > page.length;
  return cursorPage(page, limit, hasMore && last !== undefined ? encodeCursor(order, last) : null);
}

function inOrder<DB, TB extends keyof DB, Row>(
  wanted: SelectQueryBuilder<DB, TB, Row>,
  { columns, direction }: Pick<ListOrder<never>, 'columns' | 'direction'>,
): SelectQueryBuilder<DB, TB, Row> {
  return columns.reduce((sorted, column) => sorted.orderBy(sql.ref(column), direction), wanted);
}

function isBehind<Row>(order: ListOrder<Row>, after: string): RawBuilder<SqlBool> {
  const place = decodeCursor(order, after);
  if (place === null) throw invalidField('after', 'invalid_cursor', 'is not a cursor of this list');
  const columns = sql.join(order.columns.map((column) => sql.ref(column)));
  const compares = sql.raw(order.direction === 'asc' ? '>' : '<');
  return sql<SqlBool>`(${columns}) ${compares} (${sql.join(place)})`;
}
