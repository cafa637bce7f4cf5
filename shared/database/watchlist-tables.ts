import type { JSONColumnType } from 'kysely';
import type { BirthRange } from '../domain/watchlists/birth-range';
import type { NameQuality, WatchlistKind } from '../domain/watchlists/watchlist';
import type { WatchlistSource } from '../domain/watchlists/watchlist-source';
import type { OptionalTime, Time } from './columns';

/** Which version of each list is loaded; no row: none. */
export interface WatchlistsTable {
  source: WatchlistSource;
  /** A calendar day as text: the driver would read a date in the process's time zone. */
  published_on: string | null;
  loaded_at: Time;
  /** When its file was last seen to be the published one; null in rows of earlier releases. */
  checked_at: OptionalTime;
  entries: number;
  /** Of the file it was read from. */
  sha256: Buffer;
  /** Of what its names are found by (`name-keys`). */
  keys_version: string;
}

export interface WatchlistEntriesTable {
  source: WatchlistSource;
  /** The publisher's. */
  entry_id: string;
  kind: WatchlistKind;
  name: string;
  programs: string[];
  births: JSONColumnType<readonly BirthRange[]>;
  /** As printed: names or codes. */
  countries: string[];
}

/** One row for each key a name is found by: a printed name may have several. */
export interface WatchlistNamesTable {
  source: WatchlistSource;
  entry_id: string;
  /** The entry's: only people are indexed. */
  kind: WatchlistKind;
  name: string;
  /** The name in A–Z. */
  name_key: string;
  is_shortened: boolean;
  /** A text-search vector. */
  keys: string;
  is_alias: boolean;
  quality: NameQuality;
}

/** How many of a list's people have a name with this word. */
export interface WatchlistWordsTable {
  word: string;
  source: WatchlistSource;
  names: number;
}
