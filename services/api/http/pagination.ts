import { z } from 'zod';

/** Of every list (`2-api-conventions.md`), for the query schema of a route. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  /** The `next` of the page before, in place of `offset`; empty for the first. */
  after: z.string().max(500).optional(),
};

export interface ListQuery extends Page {
  readonly after?: string | undefined;
}

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface Paginated<Item> {
  readonly data: readonly Item[];
  readonly pagination: Page & { readonly total: number };
}

export interface CursorPage<Item> {
  readonly data: readonly Item[];
  readonly pagination: { readonly limit: number; readonly next: string | null };
}

export function cursorPage<Item>(
  data: readonly Item[],
  limit: number,
  next: string | null,
): CursorPage<Item> {
  return { data, pagination: { limit, next } };
}

/** The same page of what its rows are shown as. */
export function pageWith<Item>(
  page: Paginated<unknown> | CursorPage<unknown>,
  data: readonly Item[],
): Paginated<Item> | CursorPage<Item> {
  return { ...page, data };
}

export function paginated<Item>(
  data: readonly Item[],
  total: number,
  { limit, offset }: Page,
): Paginated<Item> {
  return { data, pagination: { total, limit, offset } };
}

/** The schema of a list's page, in both ways. */
export function listOf<T extends z.ZodType>(item: T) {
  return z.union([pageOf(item), cursorPageOf(item)]);
}

function pageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item).readonly(),
    pagination: z.strictObject({
      total: z.number().int().min(0),
      limit: z.number().int(),
      offset: z.number().int(),
    }),
  });
}

/** The schema of a page by cursor: `next` is the `after` of the page behind it. */
export function cursorPageOf<T extends z.ZodType>(item: T) {
  return z.strictObject({
    data: z.array(item).readonly(),
    pagination: z.strictObject({ limit: z.number().int(), next: z.string().nullable() }),
  });
}
