import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useService } from './context';
import { isUnder } from './keys';
import { readEvents } from './read-events';
import { browserTimer, throttle } from './throttle';

/** While the stream is not there, what it would have told is asked for as often. */
const pollEveryMs = 10_000;
const reconnectAfterMs = 3_000;
/** However many events come, and however many people have the queue open: a list is not asked for more often. */
const refreshEveryMs = 1_000;

/**
 * Follows a stream of ids: each event has the answers at these paths asked for again, so that nothing personal
 * travels twice; a burst of them once a second. Without a stream they are asked for every ten seconds.
 *
 * @param paths a list that stays the same between renderings
 */
export function useStream(route: `GET ${string}`, paths: readonly string[]): 'live' | 'polling' {
  const { api } = useService();
  const client = useQueryClient();
  const [standing, setStanding] = useState<'live' | 'polling'>('polling');
  useEffect(() => {
    const leaving = new AbortController();
    const isLeaving = (): boolean => leaving.signal.aborted;
    const refresh = throttle(
      refreshEveryMs,
      () => void client.invalidateQueries({ predicate: isUnder(paths) }),
      browserTimer,
    );
    void follow();
    return () => {
      leaving.abort();
      refresh.cancel();
    };

    async function follow(): Promise<void> {
      while (!isLeaving()) {
        try {
          const accept = 'text/event-stream';
          const { body } = await api.send(route, { accept, signal: leaving.signal });
          if (body !== null) {
            setStanding('live');
            // What happened before it was there is in no event of it.
            refresh.call();
            for await (const _event of readEvents(body)) refresh.call();
          }
        } catch {
          // Whatever ended it: it is asked for again, and until then the lists are.
        }
        if (isLeaving()) return;
        setStanding('polling');
        await pause(reconnectAfterMs, leaving.signal);
      }
    }
  }, [api, client, route, paths]);
  useEffect(() => {
    if (standing === 'live') return undefined;
    const timer = setInterval(
      () => void client.invalidateQueries({ predicate: isUnder(paths) }),
      pollEveryMs,
    );
    return () => clearInterval(timer);
  }, [client, paths, standing]);
  return standing;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
