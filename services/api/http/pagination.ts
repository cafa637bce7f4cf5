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
