import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { route, type Route } from '../http/route';

/** Which version of each sanctions list is loaded; one that is missing here is not searched. */
export function listWatchlists(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/watchlists',
    scope: 'verifications:read',
    handler: async () =>
      answer(200, {
        data: await deps.db
          .selectFrom('watchlists')
          .select(['source', 'published_on', 'loaded_at', 'entries'])
          .orderBy('source')
          .execute(),
      }),
  });
}
