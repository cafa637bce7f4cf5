import { z } from 'zod';

/** `limit` and `offset` of a list (`2-api-conventions.md`), for the query schema of a route. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(100).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
};

export interface Page {
  readonly limit: number;
  readonly offset: number;
}

export interface Paginated<Item> {
  readonly data: readonly Item[];
  readonly pagination: Page & { readonly total: number };
}

export function paginated<Item>(
  data: readonly Item[],
  total: number,
  { limit, offset }: Page,
): Paginated<Item> {
  return { data, pagination: { total, limit, offset } };
}

/** The schema of what `paginated` makes. */
export function pageOf<T extends z.ZodType>(item: T) {
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
