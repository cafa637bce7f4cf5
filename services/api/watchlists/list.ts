import { z } from 'zod';
import { keysVersion } from '../../../shared/domain/watchlists/name-keys';
import { watchlistSources } from '../../../shared/domain/watchlists/watchlist-source';
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
    /** Loaded by an earlier version: nobody is found in it, and by it nobody is cleared. */
    outdated: z.boolean(),
  })
  .meta({ id: 'Watchlist' });

/** Which version of each sanctions list is loaded; one that is missing here, or outdated, is not searched. */
export function listWatchlists(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/watchlists',
    scope: 'verifications:read',
    summary: 'List the watchlists that are searched',
    answers: { 200: json(z.strictObject({ data: z.array(watchlistObject) })) },
    handler: async () =>
      answer(200, {
        data: (
          await deps.db
            .selectFrom('watchlists')
            .select(['source', 'published_on', 'loaded_at', 'entries', 'keys_version'])
            .orderBy('source')
            .execute()
        ).map(({ keys_version: keys, ...list }) => ({ ...list, outdated: keys !== keysVersion })),
      }),
  });
}
