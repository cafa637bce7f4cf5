import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { keysVersion, nameKeys } from '../../shared/domain/watchlists/name-keys';
import { nameWords } from '../../shared/domain/watchlists/match/name-words';
import { parseWatchlist } from './parse/parse-watchlist';
import type { WatchlistEntry } from '../../shared/domain/watchlists/watchlist';
import type { WatchlistSource } from '../../shared/domain/watchlists/watchlist-source';
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
 * sees the old list, then the new one, never none. The same file again changes nothing but when it was seen.
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
  if (before?.sha256.equals(sha256) === true) return unchanged(deps, source, before);
  const done = await deps.db.transaction().execute(async (trx): Promise<LoadedWatchlist> => {
    // Two loads of one list at once: the second waits, and finds the first one's file.
    await sql`SELECT pg_advisory_xact_lock(hashtext(${`watchlist/${source}`}))`.execute(trx);
    const meanwhile = await loaded(trx, source);
    if (meanwhile?.sha256.equals(sha256) === true) return unchanged(deps, source, meanwhile, trx);
    const list = await replace(deps, trx, source, content);
    return { result: 'loaded', ...list };
  });
  // Now, not when Postgres gets to it: until then the index keeps the new names in an unsorted heap
  // beside the old ones, and a search takes several times as long.
  await sql`VACUUM (ANALYZE) watchlist_names, watchlist_entries, watchlist_words`.execute(deps.db);
  return done;
}

interface LoadedRow {
  readonly sha256: Buffer;
  readonly entries: number;
  readonly published_on: string | null;
}

function loaded(db: Kysely<Database>, source: WatchlistSource): Promise<LoadedRow | undefined> {
  return (
    db
      .selectFrom('watchlists')
      .select(['sha256', 'entries', 'published_on'])
      .where('source', '=', source)
      // One whose names are found by other keys is loaded again.
      .where('keys_version', '=', keysVersion)
      .executeTakeFirst()
  );
}

/** Seen again as it was published: it is not old, however long ago it was loaded. */
async function unchanged(
  { db, clock }: LoadWatchlistDeps,
  source: WatchlistSource,
  row: LoadedRow,
  trx: Kysely<Database> = db,
): Promise<LoadedWatchlist> {
  await trx
    .updateTable('watchlists')
    .set({ checked_at: clock() })
    .where('source', '=', source)
    .execute();
  return { result: 'unchanged', entries: row.entries, publishedOn: row.published_on };
}

async function replace(
  { clock, heartbeat }: LoadWatchlistDeps,
  trx: Transaction<Database>,
  source: WatchlistSource,
  content: WatchlistContent,
): Promise<Omit<LoadedWatchlist, 'result'>> {
  // Keys go into the index in few large portions, which costs a fraction of many small ones.
  await sql`SET LOCAL gin_pending_list_limit = '16MB'`.execute(trx);
  await sql`SET LOCAL work_mem = '64MB'`.execute(trx);
  // Foreign keys are checked by a plan that is made while the table is small and kept as it grows: reading
  // all of it for each name would take quadratic time.
  await sql`SET LOCAL enable_seqscan = off`.execute(trx);
  // Its entries and names go with it.
  await trx.deleteFrom('watchlists').where('source', '=', source).execute();
  await trx
    .insertInto('watchlists')
    .values({
      source,
      published_on: null,
      loaded_at: clock(),
      checked_at: clock(),
      entries: 0,
      sha256: hashOf(content),
      keys_version: keysVersion,
    })
    .execute();
  const bearers = new Map<string, number>();
  const { entries, publishedOn } = await parseWatchlist(source, piecesOf(content), async (some) => {
    const rows = some.flatMap(nameRows);
    await insertEntries(trx, source, some);
    await insertNames(trx, source, rows);
    countWords(bearers, rows);
    heartbeat?.();
  });
  await insertWords(trx, source, bearers);
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
}

type NameRow = ReturnType<typeof nameRows>[number];

async function insertNames(
  trx: Transaction<Database>,
  source: WatchlistSource,
  rows: readonly NameRow[],
): Promise<void> {
  await sql`
    INSERT INTO watchlist_names
      (source, entry_id, kind, name, name_key, is_shortened, is_alias, quality, keys)
    SELECT ${source}, entry_id, kind, name, name_key, is_shortened, is_alias, quality,
      array_to_tsvector(keys)
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS name (entry_id text, kind text, name text, name_key text, is_shortened boolean,
        is_alias boolean, quality text, keys text[])
  `.execute(trx);
}

/** People's only: nobody else is searched. A word counts once for a person. */
function countWords(bearers: Map<string, number>, rows: readonly NameRow[]): void {
  const people = new Map<string, Set<string>>();
  for (const { entry_id: id, kind, name_key: folded } of rows) {
    if (kind !== 'person') continue;
    const words = people.get(id) ?? new Set<string>();
    people.set(id, words);
    for (const word of nameWords(folded)) words.add(word);
  }
  for (const words of people.values()) {
    for (const word of words) bearers.set(word, (bearers.get(word) ?? 0) + 1);
  }
}

async function insertWords(
  trx: Transaction<Database>,
  source: WatchlistSource,
  bearers: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = [...bearers].map(([word, names]) => ({ word, names }));
  await sql`
    INSERT INTO watchlist_words (word, source, names)
    SELECT word, ${source}, names
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS bearer (word text, names integer)
  `.execute(trx);
}

function entryRow({ entryId, kind, names, programs, births, countries }: WatchlistEntry) {
  return { entry_id: entryId, kind, name: names[0].name, programs, births, countries };
}

function nameRows({ entryId, kind, names }: WatchlistEntry) {
  return names.flatMap((name) =>
    nameKeys(name).map(({ folded, isShortened, keys }) => ({
      entry_id: entryId,
      kind,
      name: name.name,
      name_key: folded,
      is_shortened: isShortened,
      keys,
      is_alias: name.isAlias,
      quality: name.quality,
    })),
  );
}
