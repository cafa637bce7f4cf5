import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import { callerId } from '../http/caller';
import { streamed } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { isStillLetIn } from '../http/still-let-in';
import { heartbeatMs, openEventStream } from '../stream/event-stream';
import { createStreamPlaces } from '../stream/stream-places';
import type { CaseFeed } from './case-feed';

/** A stream that has nothing to tell is asked for anew by then. */
const lifeMs = 10 * 60_000;
/** What is told rests on a right that was asked for within so long. */
const rightMs = 5_000;

/**
 * The queue as it changes: `{kind, id}` of a case, for whoever reads it by its own rights. `{kind: "listening"}`
 * says that what came before has to be read: first of all, and again when notices may have been missed. It ends with
 * the sign-in, the key or the role that it was let in by, and when another environment is chosen.
 */
export function streamCasesRoute(deps: ApiDeps, feed: CaseFeed): Route {
  const places = createStreamPlaces(heartbeatMs / 1000);
  return route({
    method: 'GET',
    path: '/api/v1/cases/stream',
    scope: 'cases:read',
    summary: 'Stream which cases change',
    answers: { 200: streamed('text/event-stream') },
    handler: (call) => {
      const { caller, request, response } = call;
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
      let allowedMs = deps.clock().getTime();
      const isAllowed = async (): Promise<boolean> => {
        const nowMs = deps.clock().getTime();
        if (nowMs - allowedMs < rightMs) return true;
        allowedMs = nowMs;
        return isStillLetIn(deps, call, 'cases:read');
      };
      let told = Promise.resolve();
      // One behind the other. Where nobody can be asked it ends, too: its reader comes again and reads anew.
      const tell = (data: unknown): void => {
        told = told
          .then(async () => {
            if (await isAllowed()) send(data);
            else stream.end();
          })
          .catch(() => stream.end());
      };
      if (!response.writableEnded) {
        unfollow = feed.follow(caller, {
          onNotice: ({ kind, caseId }) => tell({ kind, id: caseId }),
          onListening: () => tell({ kind: 'listening' }),
        });
      }
      return Promise.resolve(alreadySent);
    },
  });
}
