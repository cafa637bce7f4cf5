import type { WatchlistSource } from '../../shared/domain/watchlists/watchlist-source';

export interface RefreshedWatchlist {
  readonly result: 'loaded' | 'unchanged';
  readonly entries: number;
}

/** Remote: publishers' servers are slow, and their files are large. */
export interface WatchlistActivities {
  /** Those whose location the operator has set. */
  configuredWatchlists(): Promise<readonly WatchlistSource[]>;
  /** Fetches and loads one list; on a failure the one loaded before stays. */
  refreshWatchlist(source: WatchlistSource): Promise<RefreshedWatchlist>;
  alertStaleWatchlist(failed: {
    readonly source: WatchlistSource;
    readonly code: string;
  }): Promise<void>;
}
