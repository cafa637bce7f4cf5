import type { Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { keysVersion } from '../../../shared/domain/watchlists/name-keys';
import type { GaugeSource, Reading } from '../../../shared/metrics/gauge-source';
import { databaseKeptMs } from './kept';
import { readBounded } from './read-bounded';

/** A list that was loaded by an earlier version counts as not loaded: by it nobody is cleared. */
export function watchlistsSource(system: Kysely<Database>, clock: () => Date): GaugeSource {
  return {
    name: 'watchlists',
    gauges: ['verifa_watchlists_loaded', 'verifa_watchlist_age_seconds'],
    keepMs: databaseKeptMs,
    async read() {
      const rows = await readBounded(system, (trx) =>
        trx
          .selectFrom('watchlists')
          .select(['source', 'loaded_at', 'checked_at'])
          .where('keys_version', '=', keysVersion)
          .execute(),
      );
      const ages = rows.map(({ source, loaded_at, checked_at }): Reading => ({
        name: 'verifa_watchlist_age_seconds',
        labels: { source },
        value: Math.max(0, (clock().getTime() - (checked_at ?? loaded_at).getTime()) / 1_000),
      }));
      return [{ name: 'verifa_watchlists_loaded', labels: {}, value: rows.length }, ...ages];
    },
  };
}
