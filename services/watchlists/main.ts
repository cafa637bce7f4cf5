import { resolve } from 'node:path';
import { z } from 'zod';
import { fetchWatchlist } from '../../activities/watchlists/fetch-watchlist';
import { loadWatchlist } from '../../activities/watchlists/load-watchlist';
import { parseSettings } from '../../shared/config/settings';
import { connectDatabase } from '../../shared/database/connect';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { runMain } from '../../shared/process/run-main';
import {
  isWatchlistSource,
  watchlistSources,
} from '../../shared/domain/watchlists/watchlist-source';

const settingsSchema = z.object({ DATABASE_URL: z.string().min(1) });

/** `npm run watchlists:load -- SOURCE FILE`: loads a published file that somebody has fetched. */
async function main([source, path]: readonly string[]): Promise<void> {
  if (source === undefined || path === undefined || !isWatchlistSource(source)) {
    const detail = `say which list, and its file: ${watchlistSources.join(' | ')} FILE`;
    throw new VerifaError('config_invalid', { detail });
  }
  const { DATABASE_URL: url } = parseSettings(settingsSchema, process.env);
  const db = connectDatabase({ url, maxConnections: 1 });
  try {
    const deps = { db, clock: () => new Date() };
    const options = { signal: new AbortController().signal, heartbeat: () => undefined };
    const { result, entries, publishedOn } = await fetchWatchlist(resolve(path), options, (file) =>
      loadWatchlist(deps, source, file),
    );
    const version = publishedOn === null ? '' : ` of ${publishedOn}`;
    process.stdout.write(`${source}${version}: ${result}, ${String(entries)} entries\n`);
  } finally {
    await db.destroy();
  }
}

runMain('The load', () => main(process.argv.slice(2)));
