import type { Query, QueryKey } from '@tanstack/react-query';
import type { LooseOptions } from './api';

/** Under which an answer is kept: the route's path, what fills it, and what was asked of it. */
export function keyOf(route: string, { params, query }: LooseOptions = {}): QueryKey {
  return [route.replace(/^\w+ /, ''), params ?? null, query ?? null];
}

/** All answers of routes at or below these paths, e.g. `/api/v1/cases`. */
export function isUnder(paths: readonly string[]): (query: Pick<Query, 'queryKey'>) => boolean {
  return ({ queryKey: [path] }) =>
    paths.some((one) => path === one || (typeof path === 'string' && path.startsWith(`${one}/`)));
}
