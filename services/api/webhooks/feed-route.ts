import { z } from 'zod';
import { bodyNow } from '../../../activities/webhooks/body-now';
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
    summary: 'Every event in the order of its commit',
    answers: { 200: json(cursorPageOf(eventObject)) },
    handler: async ({ caller, query }) => {
      const events = await nextInFeed(deps, caller, query);
      const data: z.output<typeof eventObject>[] = [];
      for (const event of events)
        data.push(eventObject.parse(JSON.parse(await bodyOf(deps, event))));
      const next = events.at(-1)?.feed_position ?? query.after;
      return answer(200, { data, pagination: { limit: query.limit, next } });
    },
  });
}

/** No endpoint, so nothing is left out; the API's own casing comes behind it. */
function bodyOf(deps: ApiDeps, event: Parameters<typeof bodyNow>[2]): Promise<string> {
  return bodyNow(deps.db, deps.keyring, event, {
    attribute_blocklist: [],
    key_inflection: 'snake',
  });
}
