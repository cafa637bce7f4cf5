import type { Route } from '../http/route';
import type { JsonObject } from './json-schemas';
import { operationId } from './operation-id';

/** They are 404 until something was submitted. */
const notYet = ['result', 'workflow-run'];

/** What can be asked next of a thing that was made: every route behind its own address. */
export function linksBehind({ path }: Route, routes: readonly Route[]): JsonObject {
  const own = `${path}/:id`;
  const behind = routes.filter(
    (route) =>
      (route.path === own || route.path.startsWith(`${own}/`)) &&
      route.scopes !== null &&
      !notYet.some((last) => route.path === `${own}/${last}`),
  );
  return Object.fromEntries(
    behind.map((route) => [
      operationId(route),
      { operationId: operationId(route), parameters: { id: '$response.body#/id' } },
    ]),
  );
}
