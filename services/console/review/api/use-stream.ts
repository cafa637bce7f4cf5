import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useService } from './context';
import { isUnder } from './keys';
import type { News, Standing } from './streams';
import { browserTimer, throttle } from './throttle';

/** While the stream is not there, what it would have told is asked for as often. */
const pollEveryMs = 10_000;
/** However many events come, and however many people have the queue open: a list is not asked for more often. */
const refreshEveryMs = 1_000;

/**
 * Follows a stream of ids: an event has the answers at these paths asked for again, so that nothing personal
 * travels twice; a burst of them once a second. Without a stream they are asked for every ten seconds.
 *
 * @param paths a list that stays the same between renderings
 * @param concerning which of them an event is about, for what is on the screen; stays the same between renderings.
 *   Answers that no screen shows count as old whatever it says.
 */
export function useStream(
  route: `GET ${string}`,
  paths: readonly string[],
  concerning?: (news: News) => readonly string[],
): Standing {
  const { streams } = useService();
  const client = useQueryClient();
  const [standing, setStanding] = useState<Standing>('polling');
  useEffect(() => {
    const told = new Set<string>();
    const refresh = throttle(
      refreshEveryMs,
      () => {
        const predicate = isUnder([...told]);
        told.clear();
        void client.invalidateQueries({ predicate });
      },
      browserTimer,
    );
    const unfollow = streams.follow(route, {
      onStanding: setStanding,
      onNews(news) {
        void client.invalidateQueries({
          predicate: isUnder(paths),
          type: 'inactive',
          refetchType: 'none',
        });
        const about =
          concerning === undefined || news.kind === 'listening' ? paths : concerning(news);
        if (about.length === 0) return;
        for (const path of about) told.add(path);
        refresh.call();
      },
    });
    return () => {
      unfollow();
      refresh.cancel();
    };
  }, [client, streams, route, paths, concerning]);
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
