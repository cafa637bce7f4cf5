import { z } from 'zod';

/** One value of an order, as JSON carries it and as SQL compares it. */
type Value = string | number | boolean | Date;

/** In what order a list stands, and how the place of a row in it is written into a cursor. */
export interface ListOrder<Row> {
  /** Together they tell any two rows apart. */
  readonly columns: readonly string[];
  /** Of all the columns, so that one comparison of rows finds what is behind a place. */
  readonly direction: 'asc' | 'desc';
  readonly placeOf: (row: Row) => readonly Value[];
  /** What a cursor has to hold; it comes from outside. */
  readonly place: z.ZodType<readonly Value[]>;
}

const lastMs = 8_640_000_000_000_000;
const moment = z
  .number()
  .int()
  .min(0)
  .max(lastMs)
  .transform((ms) => new Date(ms));
const anyId = z.string().regex(/^[a-z]{2,6}_[0-9a-z]{26}$/);
const mostRisk = 100;
const count = z.number().int().min(0).max(2_147_483_647);

/** Ids are ordered by time already; this is for lists that are indexed by them. */
export function byId<Row extends { readonly id: string }>(
  direction: ListOrder<Row>['direction'],
): ListOrder<Row> {
  return {
    columns: ['id'],
    direction,
    placeOf: ({ id }) => [id],
    place: z.tuple([anyId]),
  };
}

export function byTime<Row extends { readonly created_at: Date; readonly id: string }>(
  direction: ListOrder<Row>['direction'],
): ListOrder<Row> {
  return {
    columns: ['created_at', 'id'],
    direction,
    placeOf: ({ created_at: at, id }) => [at, id],
    place: z.tuple([moment, anyId]),
  };
}

/** The riskiest first, then who has waited longest. */
export function byRisk<
  Row extends { readonly risk_rank: number; readonly created_at: Date; readonly id: string },
>(): ListOrder<Row> {
  return {
    columns: ['risk_rank', 'created_at', 'id'],
    direction: 'asc',
    placeOf: ({ risk_rank: rank, created_at: at, id }) => [rank, at, id],
    place: z.tuple([z.number().int().min(-mostRisk).max(1), moment, anyId]),
  };
}

export const resultsByTime: ListOrder<{ readonly created_at: Date; readonly session_id: string }> =
  {
    columns: ['created_at', 'session_id'],
    direction: 'desc',
    placeOf: ({ created_at: at, session_id: id }) => [at, id],
    place: z.tuple([moment, anyId]),
  };

export const auditByTime: ListOrder<{ readonly at: Date; readonly id: string }> = {
  columns: ['at', 'id'],
  direction: 'desc',
  placeOf: ({ at, id }) => [at, id],
  place: z.tuple([moment, anyId]),
};

export const defaultFirst: ListOrder<{ readonly is_default: boolean; readonly id: string }> = {
  columns: ['is_default', 'id'],
  direction: 'desc',
  placeOf: ({ is_default: isDefault, id }) => [isDefault, id],
  place: z.tuple([z.boolean(), anyId]),
};

export const byVersion: ListOrder<{ readonly version: number }> = {
  columns: ['version'],
  direction: 'desc',
  placeOf: ({ version }) => [version],
  place: z.tuple([count]),
};

/** Opaque to the caller. */
export function encodeCursor<Row>(order: ListOrder<Row>, row: Row): string {
  const place = order
    .placeOf(row)
    .map((value) => (value instanceof Date ? value.getTime() : value));
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** Null: it is none of this list. */
export function decodeCursor<Row>(order: ListOrder<Row>, cursor: string): readonly Value[] | null {
  const text = Buffer.from(cursor, 'base64url').toString('utf8');
  const parsed = order.place.safeParse(jsonOf(text));
  return parsed.success ? parsed.data : null;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
