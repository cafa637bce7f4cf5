import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { WatchlistSource } from '../../shared/domain/watchlists/watchlist-source';

const files: Readonly<Record<WatchlistSource, string>> = {
  ofac_sdn: 'sdn.xml',
  eu: 'eu.xml',
  un: 'un.xml',
  uk: 'uk.xml',
};

export function fixturePath(source: WatchlistSource): string {
  return join(__dirname, 'fixtures', files[source]);
}

/** A file of the published structure, about people who do not exist. */
export function fixture(source: WatchlistSource): Promise<Buffer> {
  return readFile(fixturePath(source));
}
