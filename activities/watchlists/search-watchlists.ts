import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import {
  birthAgreement,
  type BirthAgreement,
  type BirthRange,
} from '../../shared/watchlists/birth-range';
import type { NameQuality } from '../../shared/watchlists/watchlist';
import type { WatchlistSource } from '../../shared/watchlists/watchlist-source';

export interface WatchlistQuery {
  /** Folded (`shared/names/fold-name`): several spellings of one person. */
  readonly names: readonly string[];
  /** `YYYY-MM-DD`, or null when nobody knows it. */
  readonly dateOfBirth: string | null;
  /** The least trigram similarity of a hit, 0–1. */
  readonly threshold: number;
  /** Null: all that are loaded. */
  readonly lists: readonly WatchlistSource[] | null;
}

export interface WatchlistHit {
  readonly source: WatchlistSource;
  readonly entryId: string;
  /** The entry's primary name, and the one that matched. */
  readonly name: string;
  readonly matchedName: string;
  readonly isAlias: boolean;
  readonly quality: NameQuality;
  readonly similarity: number;
  readonly birth: Exclude<BirthAgreement, 'contradicts'>;
  readonly births: readonly BirthRange[];
  readonly programs: readonly string[];
  readonly countries: readonly string[];
  readonly publishedOn: string | null;
}

/** More are of no help to whoever looks at them. */
const maxHits = 50;

/**
 * People on the lists with a name as alike as the threshold says, the likest first, one hit an entry.
 * Whose dates of birth all plainly contradict is none. The words' order does not matter: Postgres takes
 * trigrams word by word.
 */
export async function searchWatchlists(
  db: Kysely<Database>,
  query: WatchlistQuery,
): Promise<readonly WatchlistHit[]> {
  if (query.names.length === 0) return [];
  const rows = await db.transaction().execute(async (trx) => {
    // What the operator % asks the index for; true for this transaction only.
    await sql`SELECT set_config('pg_trgm.similarity_threshold', ${String(query.threshold)}, true)`.execute(
      trx,
    );
    return (await candidates(query).execute(trx)).rows;
  });
  return rows
    .flatMap(({ births, ...row }) => {
      const birth = birthAgreement(births, query.dateOfBirth);
      return birth === 'contradicts' ? [] : [{ ...row, births, birth }];
    })
    .slice(0, maxHits);
}

type Candidate = Omit<WatchlistHit, 'birth'>;

/** The best name of each entry; exported for the test that reads the query's plan. */
export function candidates({ names, lists }: Pick<WatchlistQuery, 'names' | 'lists'>) {
  const alike = names.map(
    (name) => sql`
      SELECT source, entry_id, name, is_alias, quality, similarity(name_key, ${name}) AS similarity
      FROM watchlist_names
      WHERE kind = 'person' AND name_key % ${name}
        ${lists === null ? sql`` : sql`AND source = ANY(${[...lists]}::text[])`}`,
  );
  return sql<Candidate>`
    WITH best AS (
      SELECT DISTINCT ON (source, entry_id) *
      FROM (${sql.join(alike, sql` UNION ALL `)}) AS found
      ORDER BY source, entry_id, similarity DESC, is_alias, name
    )
    SELECT best.source, best.entry_id AS "entryId", entries.name, best.name AS "matchedName",
      best.is_alias AS "isAlias", best.quality, best.similarity, entries.births, entries.programs,
      entries.countries, lists.published_on AS "publishedOn"
    FROM best
    JOIN watchlist_entries AS entries USING (source, entry_id)
    JOIN watchlists AS lists USING (source)
    ORDER BY best.similarity DESC, best.source, best.entry_id`;
}
