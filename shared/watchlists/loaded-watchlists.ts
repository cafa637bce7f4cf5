import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { keysVersion } from '../domain/watchlists/name-keys';
import type { WatchlistSource } from '../domain/watchlists/watchlist-source';

export interface LoadedWatchlists {
  readonly current: readonly {
    readonly source: WatchlistSource;
    readonly published_on: string | null;
  }[];
  /** Loaded by an earlier version, whose keys find nobody: by these nobody is cleared. */
  readonly outdated: readonly WatchlistSource[];
}

/** In the order of their sources. */
export async function loadedWatchlists(db: Kysely<Database>): Promise<LoadedWatchlists> {
  const rows = await db
    .selectFrom('watchlists')
    .select(['source', 'published_on', 'keys_version'])
    .orderBy('source')
    .execute();
  const isCurrent = (row: { readonly keys_version: string }): boolean =>
    row.keys_version === keysVersion;
  return {
    current: rows.filter(isCurrent).map(({ source, published_on }) => ({ source, published_on })),
    outdated: rows.filter((row) => !isCurrent(row)).map(({ source }) => source),
  };
}
