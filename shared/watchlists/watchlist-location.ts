import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { isWatchlistSource, type WatchlistSource } from '../domain/watchlists/watchlist-source';

/** Where a list's published file is to be had. */
export type WatchlistLocations = ReadonlyMap<WatchlistSource, string>;

/** `un=https://… uk=/srv/lists/uk.xml`: for each list a URL or an absolute path, apart by spaces. */
export const watchlistLocations = z
  .string()
  .default('')
  .transform((line, context): WatchlistLocations => {
    const locations = new Map<WatchlistSource, string>();
    for (const part of line.split(/\s+/).filter(Boolean)) {
      const at = part.indexOf('=');
      const [source, location] = [part.slice(0, at), part.slice(at + 1)];
      if (!isWatchlistSource(source) || locations.has(source) || !isLocation(location)) {
        context.addIssue({
          code: 'custom',
          message: `part ${String(locations.size + 1)} is not valid`,
        });
        return z.NEVER;
      }
      locations.set(source, location);
    }
    return locations;
  });

export function isUrl(location: string): boolean {
  return /^https?:\/\//.test(location) && URL.canParse(location);
}

function isLocation(location: string): boolean {
  return isUrl(location) || isAbsolute(location);
}
