import { sql, type Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import {
  birthAgreement,
  type BirthAgreement,
  type BirthRange,
} from '../../shared/domain/watchlists/birth-range';
import {
  comparedName,
  nameLikeness,
  type ComparedName,
} from '../../shared/domain/watchlists/match/name-likeness';
import { nameWords } from '../../shared/domain/watchlists/match/name-words';
import { calibratedScore } from '../../shared/domain/watchlists/match/score-calibration';
import { askedNames, type FoldedName } from '../../shared/domain/watchlists/name-keys';
import type { NameQuality } from '../../shared/domain/watchlists/watchlist';
import type { WatchlistSource } from '../../shared/domain/watchlists/watchlist-source';

export interface WatchlistQuery {
  /** As they were read or stated: several of one person. */
  readonly names: readonly string[];
  /** `YYYY-MM-DD`, or null when nobody knows it. */
  readonly dateOfBirth: string | null;
  /** The least calibrated score of a hit, 0–1. */
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
  /** Calibrated: of the names, lowered where the dates of birth contradict each other. */
  readonly similarity: number;
  /** The same without the dates. */
  readonly nameSimilarity: number;
  readonly birth: BirthAgreement;
  readonly births: readonly BirthRange[];
  readonly programs: readonly string[];
  readonly countries: readonly string[];
  readonly publishedOn: string | null;
}

export interface WatchlistFinding {
  readonly hits: readonly WatchlistHit[];
  /** Hits by their names that a contradicting date of birth brought below the threshold. */
  readonly nearHits: readonly WatchlistHit[];
}

const births: Readonly<Record<BirthAgreement, number>> = {
  same: 0,
  near: 1,
  unknown: 2,
  contradicts: 3,
};
/** More are of no help to whoever looks at them. */
const maxHits = 50;
/** Of names that share two words' keys those with the most trigrams in common: some ten as a rule. */
const maxCandidates = 2_000;
/** The same name in full comes to 0.55: below the default threshold, and a near hit there. */
const contradictionFactor = 0.55;

/**
 * People on the lists with a name as alike as the threshold says, the likest first, one hit an entry. What
 * shares two words' keys is a candidate, and is compared word by word. The same lists, names and date give
 * the same finding.
 */
export async function searchWatchlists(
  db: Kysely<Database>,
  query: WatchlistQuery,
): Promise<WatchlistFinding> {
  const { names, query: finding } = askedNames(query.names);
  if (finding === null) return { hits: [], nearHits: [] };
  const asked = { names, finding, lists: query.lists };
  const { rows } = await candidates(asked).execute(db);
  const bearers = await bearersOf(db, names);
  const compared = names.map(({ folded, isShortened }) => comparedName(folded, isShortened));
  const best = new Map<string, Alike>();
  for (const row of rows) {
    const listed = comparedName(row.nameKey, row.isShortened);
    const likeness = Math.max(
      ...compared.map((name: ComparedName) =>
        nameLikeness(name, listed, (word) => bearers.get(word) ?? 0),
      ),
    );
    const alike = { row, score: calibratedScore(likeness) };
    const key = `${row.source}/${row.entryId}`;
    const before = best.get(key);
    if (before === undefined || compareAlike(alike, before) < 0) best.set(key, alike);
  }
  const alike = [...best.values()]
    .filter(({ score }) => score >= query.threshold)
    .sort(compareAlike);
  const hits = (await entriesOf(db, alike)).map((hit) => withBirth(hit, query.dateOfBirth));
  // Of equals first whose date of birth agrees: no more than the first are shown.
  hits.sort((a, b) => b.similarity - a.similarity || births[a.birth] - births[b.birth]);
  const isHit = ({ similarity }: WatchlistHit): boolean => similarity >= query.threshold;
  return {
    hits: hits.filter(isHit).slice(0, maxHits),
    nearHits: hits.filter((hit) => !isHit(hit)).slice(0, maxHits),
  };
}

interface Candidate {
  readonly source: WatchlistSource;
  readonly entryId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly isShortened: boolean;
  readonly isAlias: boolean;
  readonly quality: NameQuality;
}

interface Alike {
  readonly row: Candidate;
  readonly score: number;
}

export interface CandidateQuery {
  readonly names: readonly FoldedName[];
  readonly finding: string;
  readonly lists: readonly WatchlistSource[] | null;
}

/** Exported for the test that reads the query's plan. */
export function candidates({ names, finding, lists }: CandidateQuery) {
  // Apart from the lists: by them Postgres might rather read whole ones.
  return sql<Candidate>`
    WITH found AS MATERIALIZED (
      SELECT source, entry_id, name, name_key, is_shortened, is_alias, quality
      FROM watchlist_names WHERE kind = 'person' AND keys @@ ${finding}::tsquery
    )
    SELECT source, entry_id AS "entryId", name, name_key AS "nameKey",
      is_shortened AS "isShortened", is_alias AS "isAlias", quality
    FROM found
    ${lists === null ? sql`` : sql`WHERE source = ANY(${[...lists]}::text[])`}
    ORDER BY similarity(name_key, ${names[0]?.folded ?? ''}) DESC, source, entry_id, name_key, name
    LIMIT ${maxCandidates}`;
}

/** How many listed people have each word of the names. */
async function bearersOf(
  db: Kysely<Database>,
  names: readonly FoldedName[],
): Promise<ReadonlyMap<string, number>> {
  const words = [...new Set(names.flatMap(({ folded }) => nameWords(folded)))];
  const { rows } = await sql<{ word: string; names: number }>`
    SELECT word, sum(names)::integer AS names FROM watchlist_words
    WHERE word = ANY(${words}::text[]) GROUP BY word`.execute(db);
  return new Map(rows.map((row) => [row.word, row.names]));
}

/** The likest first; of equals a primary name, and then in the order of their writing. */
function compareAlike(a: Alike, b: Alike): number {
  const order = (one: Alike): string =>
    [one.row.source, one.row.entryId, String(one.row.isAlias), one.row.name].join('/');
  return b.score - a.score || (order(a) < order(b) ? -1 : 1);
}

type Found = Omit<WatchlistHit, 'birth' | 'similarity'>;

/** What the lists say of those who are alike; nothing else is read of anybody. */
async function entriesOf(db: Kysely<Database>, alike: readonly Alike[]): Promise<readonly Found[]> {
  if (alike.length === 0) return [];
  const keys = alike.map(({ row }) => ({ source: row.source, entry_id: row.entryId }));
  const { rows } = await sql<
    Pick<Found, 'source' | 'entryId' | 'name' | 'births' | 'programs' | 'countries' | 'publishedOn'>
  >`
    SELECT entries.source, entries.entry_id AS "entryId", entries.name, entries.births,
      entries.programs, entries.countries, lists.published_on AS "publishedOn"
    FROM jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) AS alike (source text, entry_id text)
    JOIN watchlist_entries AS entries USING (source, entry_id)
    JOIN watchlists AS lists USING (source)`.execute(db);
  const byKey = new Map(rows.map((row) => [`${row.source}/${row.entryId}`, row]));
  return alike.flatMap(({ row, score }) => {
    const entry = byKey.get(`${row.source}/${row.entryId}`);
    if (entry === undefined) return [];
    const { isAlias, quality } = row;
    return [{ ...entry, matchedName: row.name, isAlias, quality, nameSimilarity: score }];
  });
}

function withBirth(found: Found, dateOfBirth: string | null): WatchlistHit {
  const birth = birthAgreement(found.births, dateOfBirth);
  const factor = birth === 'contradicts' ? contradictionFactor : 1;
  return { ...found, birth, similarity: found.nameSimilarity * factor };
}
