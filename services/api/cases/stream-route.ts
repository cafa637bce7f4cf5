import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import { callerId } from '../http/caller';
import { streamed } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { heartbeatMs, openEventStream } from '../stream/event-stream';
import { createStreamPlaces } from '../stream/stream-places';
import type { CaseFeed } from './case-feed';

/** Followers show their right anew by then: one that was taken away ends with it. */
const lifeMs = 10 * 60_000;

/**
 * The queue as it changes: `{kind, id}` of a case, for whoever reads it by its own rights. `{kind: "listening"}`
 * says that what came before has to be read: first of all, and again when notices may have been missed.
 */
export function streamCasesRoute(deps: ApiDeps, feed: CaseFeed): Route {
  const places = createStreamPlaces(heartbeatMs / 1000);
  return route({
    method: 'GET',
    path: '/api/v1/cases/stream',
    scope: 'cases:read',
    summary: 'Stream which cases change',
    answers: { 200: streamed('text/event-stream') },
    handler: ({ caller, request, response }) => {
      if (request.method === 'HEAD') {
        response.status(200).set('Content-Type', 'text/event-stream; charset=utf-8').end();
        return Promise.resolve(alreadySent);
      }
      // Gone while it was looked up: nothing would ever close what is opened now.
      if (response.destroyed) return Promise.resolve(alreadySent);
      const release = places.take(callerId(caller));
      let unfollow = (): void => undefined;
      const stream = openEventStream(
        response,
        {},
        {
          heartbeatMs,
          lifeMs,
          stopping: deps.stopping,
          onEnd: () => {
            release();
            unfollow();
          },
        },
      );
      let number = 0;
      const send = (data: unknown): void => {
        number += 1;
        stream.send(number, data);
      };
      if (!response.writableEnded) {
        unfollow = feed.follow(caller, {
          onNotice: ({ kind, caseId }) => send({ kind, id: caseId }),
          onListening: () => send({ kind: 'listening' }),
        });
      }
      return Promise.resolve(alreadySent);
    },
  });
}
