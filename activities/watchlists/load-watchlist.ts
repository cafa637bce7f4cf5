import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { nameKeys } from '../../shared/watchlists/name-keys';
import { fileHash, parseWatchlist } from '../../shared/watchlists/parse-watchlist';
import type { Watchlist, WatchlistEntry } from '../../shared/watchlists/watchlist';
import type { WatchlistSource } from '../../shared/watchlists/watchlist-source';

/** Of one statement; Postgres takes 65,535 parameters. */
const batchSize = 2_000;

export interface LoadWatchlistDeps {
  readonly db: Kysely<Database>;
  readonly clock: () => Date;
  /** Shows the load is alive, batch by batch. */
  readonly heartbeat?: () => void;
}

export interface LoadedWatchlist {
  /** `unchanged`: this very file is loaded already. */
  readonly result: 'loaded' | 'unchanged';
  readonly entries: number;
  readonly publishedOn: string | null;
}

/**
 * Puts a published file in the place of the one loaded before, in one transaction: who searches meanwhile
 * sees the old list, then the new one, never none. The same file again changes nothing.
 *
 * @throws VerifaError watchlist_invalid; the list loaded before stays
 */
export async function loadWatchlist(
  deps: LoadWatchlistDeps,
  source: WatchlistSource,
  file: Buffer,
): Promise<LoadedWatchlist> {
  const sha256 = fileHash(file);
  const before = await loaded(deps.db, source);
  if (before?.sha256.equals(sha256) === true) return unchanged(before);
  const list = parseWatchlist(source, file);
  const done = await deps.db.transaction().execute(async (trx): Promise<LoadedWatchlist> => {
    // Two loads of one list at once: the second waits, and finds the first one's file.
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`watchlist/${source}`}))`.execute(trx);
    const meanwhile = await loaded(trx, source);
    if (meanwhile?.sha256.equals(sha256) === true) return unchanged(meanwhile);
    await replace(trx, list, { sha256, at: deps.clock(), heartbeat: deps.heartbeat });
    return { result: 'loaded', entries: list.entries.length, publishedOn: list.publishedOn };
  });
  // Now, not when Postgres gets to it: until then the index keeps the new names in an unsorted heap
  // beside the old ones, and a search takes several times as long.
  await sql`VACUUM (ANALYZE) watchlist_names, watchlist_entries`.execute(deps.db);
  return done;
}

interface LoadedRow {
  readonly sha256: Buffer;
  readonly entries: number;
  readonly published_on: string | null;
}

function loaded(db: Kysely<Database>, source: WatchlistSource): Promise<LoadedRow | undefined> {
  return db
    .selectFrom('watchlists')
    .select(['sha256', 'entries', 'published_on'])
    .where('source', '=', source)
    .executeTakeFirst();
}

function unchanged(row: LoadedRow): LoadedWatchlist {
  return { result: 'unchanged', entries: row.entries, publishedOn: row.published_on };
}

interface Load {
  readonly sha256: Buffer;
  readonly at: Date;
  readonly heartbeat: (() => void) | undefined;
}

async function replace(trx: Transaction<Database>, list: Watchlist, load: Load): Promise<void> {
  const { source, publishedOn, entries } = list;
  // Its entries and names go with it.
  await trx.deleteFrom('watchlists').where('source', '=', source).execute();
  await trx
    .insertInto('watchlists')
    .values({
      source,
      published_on: publishedOn,
      loaded_at: load.at,
      entries: entries.length,
      sha256: load.sha256,
    })
    .execute();
  for (const some of batches(entries.map((entry) => entryRow(source, entry)))) {
    await trx
      .insertInto('watchlist_entries')
      .values([...some])
      .execute();
    load.heartbeat?.();
  }
  for (const some of batches(entries.flatMap((entry) => nameRows(source, entry)))) {
    await trx
      .insertInto('watchlist_names')
      .values([...some])
      .execute();
    load.heartbeat?.();
  }
}

function entryRow(source: WatchlistSource, entry: WatchlistEntry) {
  return {
    source,
    entry_id: entry.entryId,
    kind: entry.kind,
    name: entry.names[0].name,
    programs: [...entry.programs],
    births: JSON.stringify(entry.births),
    countries: [...entry.countries],
  };
}

function nameRows(source: WatchlistSource, { entryId, kind, names }: WatchlistEntry) {
  return names.flatMap((name) =>
    nameKeys(name).map((key) => ({
      source,
      entry_id: entryId,
      kind,
      name: name.name,
      name_key: key,
      is_alias: name.isAlias,
      quality: name.quality,
    })),
  );
}

function* batches<T>(rows: readonly T[]): Iterable<readonly T[]> {
  for (let from = 0; from < rows.length; from += batchSize)
    yield rows.slice(from, from + batchSize);
}
