import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  patched,
  proxyActivities,
  setCurrentDetails,
  type ActivityInterfaceFor,
} from '@temporalio/workflow';
import type { WatchlistActivities } from '../activities/watchlists/contract';
import type { WatchlistSource } from '../shared/domain/watchlists/watchlist-source';
import { listsQueue, sessionsQueue } from '../shared/temporal/names';
import { inDetail } from './current-details';

/** Named in histories, and so never renamed. */
const listsApart = 'lists-apart';

function activitiesOn(taskQueue: string): WatchlistProxies {
  const { configuredWatchlists, alertStaleWatchlist } = proxyActivities<WatchlistActivities>({
    taskQueue,
    startToCloseTimeout: '30 seconds',
  });
  // The heartbeat has to outlast what parses a large file at one go.
  const { refreshWatchlist } = proxyActivities<WatchlistActivities>({
    taskQueue,
    startToCloseTimeout: '20 minutes',
    heartbeatTimeout: '2 minutes',
    retry: { initialInterval: '1 minute', maximumAttempts: 3 },
  });
  return { configuredWatchlists, alertStaleWatchlist, refreshWatchlist };
}
type WatchlistProxies = ActivityInterfaceFor<WatchlistActivities>;

export interface WatchlistRefresh {
  readonly loaded: readonly WatchlistSource[];
  readonly unchanged: readonly WatchlistSource[];
  /** The lists loaded before stay. */
  readonly failed: readonly WatchlistSource[];
}

/**
 * Run by a Schedule: one list after the other; one that fails keeps no other from being refreshed. It runs on the
 * sessions' queue, as its schedule has always said; what it has done, on the lists' own, away from live people.
 */
export async function watchlistRefreshWorkflow(): Promise<WatchlistRefresh> {
  const { configuredWatchlists, alertStaleWatchlist, refreshWatchlist } = activitiesOn(
    patched(listsApart) ? listsQueue : sessionsQueue,
  );
  const loaded: WatchlistSource[] = [];
  const unchanged: WatchlistSource[] = [];
  const failed: WatchlistSource[] = [];
  const summary = 'the lists whose source is configured';
  for (const source of await configuredWatchlists.executeWithOptions({ summary }, [])) {
    setCurrentDetails(inDetail(`fetching ${source}`));
    try {
      const { result } = await refreshWatchlist.executeWithOptions({ summary: source }, [source]);
      (result === 'loaded' ? loaded : unchanged).push(source);
    } catch (cause) {
      if (isCancellation(cause) || !(cause instanceof ActivityFailure)) throw cause;
      failed.push(source);
      const code = codeOf(cause);
      await alertStaleWatchlist.executeWithOptions({ summary: `${source}: ${code}` }, [
        { source, code },
      ]);
    }
  }
  setCurrentDetails(
    inDetail('done', [
      `loaded: ${loaded.join(', ') || 'none'}`,
      `unchanged: ${unchanged.join(', ') || 'none'}`,
      `failed, the lists before stay: ${failed.join(', ') || 'none'}`,
    ]),
  );
  return { loaded, unchanged, failed };
}

function codeOf({ cause }: ActivityFailure): string {
  return (cause instanceof ApplicationFailure ? cause.type : undefined) ?? 'internal_error';
}
