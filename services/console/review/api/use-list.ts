import * as z from 'zod/mini';
import type { ItemOf, ListRoute, RouteOptions } from '../../../client/src/route-types';
import { useAfter } from '../address/use-after';
import type { LooseOptions } from './api';
import { useLooseRead, type ReadRoute, type ReadSettings } from './use-read';

const page = z.object({
  data: z.array(z.unknown()),
  pagination: z.object({ next: z.nullish(z.string()) }),
});

/** One page of a list, as a table shows it. */
export interface ListPage<Item> {
  /** Undefined until the first answer. */
  readonly rows: readonly Item[] | undefined;
  /** The cursor behind it; null where it is the last. */
  readonly next: string | null | undefined;
  readonly problem: Error | null;
  /** Rows of the page before are shown while this one comes. */
  readonly isBehind: boolean;
  readonly retry: () => void;
}

const rowsAPage = 50;

/** The page of a list that the address names (`after`, which `Pager` sets). */
export function useList<R extends ListRoute & ReadRoute>(
  route: R,
  options: RouteOptions<R>,
  settings?: ReadSettings,
): ListPage<ItemOf<R>>;
export function useList(
  route: string,
  { query = {}, ...options }: LooseOptions,
  settings: ReadSettings = {},
): ListPage<unknown> {
  const after = useAfter();
  // Empty, it asks for pages by cursor all the same.
  const asked = { ...options, query: { limit: rowsAPage, ...query, after } };
  const read = useLooseRead(route, asked, { keepsPrevious: true, ...settings });
  const shown = read.data === undefined ? undefined : page.parse(read.data);
  return {
    rows: shown?.data,
    next: shown?.pagination.next,
    problem: read.error,
    isBehind: read.isPlaceholderData,
    retry: () => void read.refetch(),
  };
}
