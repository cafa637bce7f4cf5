import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { WatchlistActivities } from '../activities/watchlists/contract';
import type { WatchlistSource } from '../shared/domain/watchlists/watchlist-source';

const { configuredWatchlists, alertStaleWatchlist } = proxyActivities<WatchlistActivities>({
  startToCloseTimeout: '30 seconds',
});

// The heartbeat has to outlast what parses a large file at one go.
const { refreshWatchlist } = proxyActivities<WatchlistActivities>({
  startToCloseTimeout: '20 minutes',
  heartbeatTimeout: '2 minutes',
  retry: { initialInterval: '1 minute', maximumAttempts: 3 },
});

export interface WatchlistRefresh {
  readonly loaded: readonly WatchlistSource[];
  readonly unchanged: readonly WatchlistSource[];
  /** The lists loaded before stay. */
  readonly failed: readonly WatchlistSource[];
}

/** Run by a Schedule: one list after the other; one that fails keeps no other from being refreshed. */
export async function watchlistRefreshWorkflow(): Promise<WatchlistRefresh> {
  const loaded: WatchlistSource[] = [];
  const unchanged: WatchlistSource[] = [];
  const failed: WatchlistSource[] = [];
  for (const source of await configuredWatchlists()) {
    try {
      const { result } = await refreshWatchlist(source);
      (result === 'loaded' ? loaded : unchanged).push(source);
    } catch (cause) {
      if (isCancellation(cause) || !(cause instanceof ActivityFailure)) throw cause;
      failed.push(source);
      await alertStaleWatchlist({ source, code: codeOf(cause) });
    }
  }
  return { loaded, unchanged, failed };
}

function codeOf({ cause }: ActivityFailure): string {
  return (cause instanceof ApplicationFailure ? cause.type : undefined) ?? 'internal_error';
}
