import { setImmediate } from 'node:timers/promises';
import type { WatchlistEntry } from '../../../shared/domain/watchlists/watchlist';
import type { WatchlistSource } from '../../../shared/domain/watchlists/watchlist-source';
import { euFormat } from './eu';
import type { ListFormat } from './list-format';
import { ofacSdnFormat } from './ofac-sdn';
import { refused } from './refused';
import { ukFormat } from './uk';
import { unFormat } from './un';
import { XmlRecords } from './xml-records';

const formats: Readonly<Record<WatchlistSource, ListFormat>> = {
  ofac_sdn: ofacSdnFormat,
  eu: euFormat,
  un: unFormat,
  uk: ukFormat,
};

export interface ParsedWatchlist {
  readonly entries: number;
  /** A calendar day; null when the file does not say. */
  readonly publishedOn: string | null;
}

/**
 * Reads a published file piece by piece and hands over what each piece brought, so that neither the file
 * nor the list need ever be in memory whole. Other work has its turn between two pieces. What was handed
 * over counts only when this returns: whoever takes it does so in a transaction.
 *
 * @throws VerifaError watchlist_invalid, naming the list and the place
 */
export async function parseWatchlist(
  source: WatchlistSource,
  pieces: AsyncIterable<Uint8Array>,
  take: (entries: readonly WatchlistEntry[]) => Promise<void>,
): Promise<ParsedWatchlist> {
  const { records, repeated, attributesOf, start } = formats[source];
  const reading = start();
  const ids = new Set<string>();
  let found: WatchlistEntry[] = [];
  const xml = new XmlRecords(source, {
    records: new Set(records),
    repeated: new Set(repeated),
    attributesOf: new Set(attributesOf),
    take: (path, value) => {
      const entry = reading.take(path, value);
      if (entry === null) return;
      if (ids.has(entry.entryId)) throw refused(source, 'an id stands there twice');
      ids.add(entry.entryId);
      found.push(entry);
    },
  });
  for await (const piece of pieces) {
    xml.write(piece);
    if (found.length > 0) await take(found);
    found = [];
    await setImmediate();
  }
  xml.end();
  if (found.length > 0) await take(found);
  if (ids.size === 0) throw refused(source, 'it has no entries');
  return { entries: ids.size, ...reading.end(ids.size) };
}
