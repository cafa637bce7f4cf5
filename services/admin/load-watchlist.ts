import { resolve } from 'node:path';
import { z } from 'zod';
import { fetchWatchlist } from '../../activities/watchlists/fetch-watchlist';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { parseSettings } from '../../shared/config/settings';
import { connectDatabase } from '../../shared/database/connect';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import {
  isWatchlistSource,
  watchlistSources,
} from '../../shared/domain/watchlists/watchlist-source';
import type { Program } from './program';

const settingsSchema = z.object({ DATABASE_URL: z.string().min(1) });

/** `npm run watchlists:load -- SOURCE FILE`: loads a published file that somebody has fetched. */
export const loadWatchlistFile: Program = {
  usage: `load-watchlist ${watchlistSources.join('|')} FILE`,
  run: async ({ args: [source, path], environment, report, clock }) => {
    if (source === undefined || path === undefined || !isWatchlistSource(source)) {
      const detail = `say which list, and its file: ${watchlistSources.join(' | ')} FILE`;
      throw new VerifaError('config_invalid', { detail });
    }
    const { DATABASE_URL: url } = parseSettings(settingsSchema, environment);
    const db = connectDatabase({ url, maxConnections: 1 });
    try {
      const options = { signal: new AbortController().signal, heartbeat: () => undefined };
      const { result, entries, publishedOn } = await fetchWatchlist(
        resolve(path),
        options,
        (file) => loadWatchlist({ db, clock }, source, file),
      );
      const version = publishedOn === null ? '' : ` of ${publishedOn}`;
      report(`${source}${version}: ${result}, ${String(entries)} entries`);
    } finally {
      await db.destroy();
    }
  },
};
