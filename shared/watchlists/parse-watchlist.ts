import { createHash } from 'node:crypto';
import { parseEu } from './parse-eu';
import { parseOfacSdn } from './parse-ofac-sdn';
import { parseUk } from './parse-uk';
import { parseUn } from './parse-un';
import type { Watchlist } from './watchlist';
import type { WatchlistSource } from './watchlist-source';
import { refused } from './xml-document';

const parsers: Readonly<Record<WatchlistSource, (file: Buffer) => Watchlist>> = {
  ofac_sdn: parseOfacSdn,
  eu: parseEu,
  un: parseUn,
  uk: parseUk,
};

/**
 * A published file, whole or not at all.
 *
 * @throws VerifaError watchlist_invalid, naming the list and the place
 */
export function parseWatchlist(source: WatchlistSource, file: Buffer): Watchlist {
  const list = parsers[source](file);
  const ids = new Set(list.entries.map(({ entryId }) => entryId));
  if (ids.size !== list.entries.length) throw refused(source, 'an id stands there twice');
  return list;
}

export function fileHash(file: Buffer): Buffer {
  return createHash('sha256').update(file).digest();
}
