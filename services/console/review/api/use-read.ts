import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { AnswerOf, Route, RouteOptions } from '../../../client/src/route-types';
import type { LooseOptions } from './api';
import { useService } from './context';
import { keyOf } from './keys';

export type ReadRoute = Extract<Route, `GET ${string}`>;

export interface ReadSettings {
  /** Not asked as long as this is false. */
  readonly enabled?: boolean;
  readonly everyMs?: number;
  /** Shows the page before while the next one comes. */
  readonly keepsPrevious?: boolean;
}

/** An answer of the API, kept and refreshed; screens that ask the same share it. */
export function useRead<R extends ReadRoute>(
  route: R,
  options: RouteOptions<R>,
  settings?: ReadSettings,
): UseQueryResult<AnswerOf<R>>;
export function useRead(
  route: string,
  options: LooseOptions,
  settings?: ReadSettings,
): UseQueryResult {
  return useLooseRead(route, options, settings);
}

/** The same with its types used up, for what is built upon it. */
export function useLooseRead(
  route: string,
  options: LooseOptions,
  { enabled = true, everyMs, keepsPrevious = false }: ReadSettings = {},
): UseQueryResult {
  const { api } = useService();
  return useQuery({
    queryKey: keyOf(route, options),
    queryFn: ({ signal }) => api.ask(route, { ...options, signal }),
    enabled,
    ...(everyMs === undefined ? {} : { refetchInterval: everyMs }),
    ...(keepsPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}
