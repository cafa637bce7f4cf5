import { Context } from '@temporalio/activity';
import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { WatchlistLocations } from '../../shared/watchlists/watchlist-location';
import type { WatchlistActivities } from './contract';
import { fetchWatchlist } from './fetch-watchlist';
import { loadWatchlist } from './load-watchlist';

export interface WatchlistActivityDeps {
  readonly db: Kysely<Database>;
  readonly locations: WatchlistLocations;
  readonly clock: () => Date;
  readonly alert: (message: string, about: Readonly<Record<string, unknown>>) => void;
}

export function createWatchlistActivities(deps: WatchlistActivityDeps): WatchlistActivities {
  return {
    configuredWatchlists: () => Promise.resolve([...deps.locations.keys()]),
    async refreshWatchlist(source) {
      const location = deps.locations.get(source);
      // Another worker has it, this one not: they are to be set alike.
      if (location === undefined) throw new VerifaError('watchlist_unavailable');
      const context = Context.current();
      const heartbeat = (): void => context.heartbeat();
      const options = { signal: context.cancellationSignal, heartbeat };
      const { result, entries } = await fetchWatchlist(location, options, (file) =>
        loadWatchlist({ db: deps.db, clock: deps.clock, heartbeat }, source, file),
      );
      return { result, entries };
    },
    alertStaleWatchlist: ({ source, code }) => {
      deps.alert('a watchlist could not be refreshed; the one loaded before stays', {
        source,
        code,
      });
      return Promise.resolve();
    },
  };
}
