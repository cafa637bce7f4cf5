import { z } from 'zod';
import { loadBodies, type BodiesNow } from '../../../activities/webhooks/bodies-now';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { cursorPageOf } from '../http/pagination';
import { route, type Route } from '../http/route';
import { eventObject } from './event-object';
import { nextInFeed } from './feed-order';

const feedQuery = z.object({
  /** The `next` of the page before; empty or without it from the beginning. */
  after: z
    .string()
    .regex(/^\d{0,18}$/, 'must be the `next` of an earlier page')
    .default('0')
    .transform((text) => (text === '' ? '0' : text)),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

/** Nothing is left out; the API's own casing comes behind it. */
const noEndpoint: Parameters<BodiesNow['of']>[1] = {
  attribute_blocklist: [],
  key_inflection: 'snake',
};

/**
 * Every event in the order of its commit, for those who cannot open a port: the very bodies that webhooks
 * carry. `next` is there on an empty page too, to go on from.
 */
export function eventFeedRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/events/feed',
    scope: 'webhooks:read',
    query: feedQuery,
    summary: 'List every event in the order of its commit',
    answers: { 200: json(cursorPageOf(eventObject)) },
    handler: async ({ caller, query }) => {
      const events = await nextInFeed(deps, caller, query);
      const ids = events.map(({ id }) => id);
      const bodies = await loadBodies(deps.db, deps.keyring, ids);
      const data = ids.map((id) => eventObject.parse(JSON.parse(bodies.of(id, noEndpoint))));
      const next = events.at(-1)?.feed_position ?? query.after;
      return answer(200, { data, pagination: { limit: query.limit, next } });
    },
  });
}
