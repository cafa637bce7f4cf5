import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { nameKeys } from '../../shared/watchlists/name-keys';
import { parseWatchlist } from '../../shared/watchlists/parse/parse-watchlist';
import type { WatchlistEntry } from '../../shared/watchlists/watchlist';
import type { WatchlistSource } from '../../shared/watchlists/watchlist-source';
import { hashOf, piecesOf, type WatchlistContent } from './watchlist-file';

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
  content: WatchlistContent,
): Promise<LoadedWatchlist> {
  const sha256 = hashOf(content);
  const before = await loaded(deps.db, source);
  if (before?.sha256.equals(sha256) === true) return unchanged(before);
  const done = await deps.db.transaction().execute(async (trx): Promise<LoadedWatchlist> => {
    // Two loads of one list at once: the second waits, and finds the first one's file.
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`watchlist/${source}`}))`.execute(trx);
    const meanwhile = await loaded(trx, source);
    if (meanwhile?.sha256.equals(sha256) === true) return unchanged(meanwhile);
    const list = await replace(deps, trx, source, content);
    return { result: 'loaded', ...list };
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

async function replace(
  { clock, heartbeat }: LoadWatchlistDeps,
  trx: Transaction<Database>,
  source: WatchlistSource,
  content: WatchlistContent,
): Promise<Omit<LoadedWatchlist, 'result'>> {
  // Its entries and names go with it.
  await trx.deleteFrom('watchlists').where('source', '=', source).execute();
  await trx
    .insertInto('watchlists')
    .values({
      source,
      published_on: null,
      loaded_at: clock(),
      entries: 0,
      sha256: hashOf(content),
    })
    .execute();
  const { entries, publishedOn } = await parseWatchlist(source, piecesOf(content), async (some) => {
    await insertEntries(trx, source, some);
    heartbeat?.();
  });
  await trx
    .updateTable('watchlists')
    .set({ entries, published_on: publishedOn })
    .where('source', '=', source)
    .execute();
  return { entries, publishedOn };
}

/** As one JSON document each, however many there are: a statement takes 65,535 parameters at most. */
async function insertEntries(
  trx: Transaction<Database>,
  source: WatchlistSource,
  entries: readonly WatchlistEntry[],
): Promise<void> {
  await sql`
    INSERT INTO watchlist_entries (source, entry_id, kind, name, programs, births, countries)
    SELECT ${source}, * FROM jsonb_to_recordset(${JSON.stringify(entries.map(entryRow))}::jsonb)
      AS entry (entry_id text, kind text, name text, programs text[], births jsonb, countries text[])
  `.execute(trx);
  await sql`
    INSERT INTO watchlist_names (source, entry_id, kind, name, name_key, is_alias, quality)
    SELECT ${source}, * FROM jsonb_to_recordset(${JSON.stringify(entries.flatMap(nameRows))}::jsonb)
      AS name (entry_id text, kind text, name text, name_key text, is_alias boolean, quality text)
  `.execute(trx);
}

function entryRow({ entryId, kind, names, programs, births, countries }: WatchlistEntry) {
  return { entry_id: entryId, kind, name: names[0].name, programs, births, countries };
}

function nameRows({ entryId, kind, names }: WatchlistEntry) {
  return names.flatMap((name) =>
    nameKeys(name).map((key) => ({
      entry_id: entryId,
      kind,
      name: name.name,
      name_key: key,
      is_alias: name.isAlias,
      quality: name.quality,
    })),
  );
}
