import { z } from 'zod';
import { watchlistSources } from '../../../shared/watchlists/watchlist-source';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';

const watchlistObject = z
  .strictObject({
    source: z.enum(watchlistSources),
    published_on: z.string().nullable(),
    loaded_at: instant,
    entries: z.number().int(),
  })
  .meta({ id: 'Watchlist' });

/** Which version of each sanctions list is loaded; one that is missing here is not searched. */
export function listWatchlists(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/watchlists',
    scope: 'verifications:read',
    summary: 'List the watchlists that are searched',
    answers: { 200: json(z.strictObject({ data: z.array(watchlistObject) })) },
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
