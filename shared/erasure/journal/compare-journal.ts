import { sql, type Kysely } from 'kysely';
import { decodeTime, encodeTime } from 'ulid';
import type { Database } from '../../database/schema';
import { VerifaError } from '../../domain/errors/verifa-error';
import { idPrefixes, type JournalEntryId } from '../../domain/ids';
import { isEntryName, type ErasureJournal } from './erasure-journal';

/** How far the sweep has found journal and database to agree. */
export const comparedCursor = 'erasure_journal';
/** As many as one list of the store answers with. */
const pageSize = 1_000;
/**
 * Entries get their id in the transaction that erases, and are seen after its commit, so that a later one may
 * be seen first. No transaction stands for an hour.
 */
const overlapMs = 3_600_000;
const ulidTimeLength = 10;

type Db = Kysely<Database>;

export interface Compared {
  /** The first names that the database does not know; none when it knows all that was looked at. */
  readonly unknown: readonly string[];
  /** The last entry before them. */
  readonly knownTo: JournalEntryId | null;
}

interface CompareOptions {
  /** Default: all. */
  readonly mostPages?: number;
  readonly onPage?: () => void;
}

/**
 * From where the sweep has compared to, which costs one list and one query. That place is said in the database,
 * so a copy of long ago says one of long ago.
 *
 * @throws VerifaError temporarily_unavailable when the journal is away, or is not the one that was written to
 */
export async function compareWithJournal(
  db: Db,
  journal: ErasureJournal,
  { mostPages = Infinity, onPage }: CompareOptions = {},
): Promise<Compared> {
  const place = await comparedTo(db);
  let isPlaceThere = place === null;
  let knownTo: JournalEntryId | null = null;
  let pages = 0;
  for await (const names of journalPages(journal, place === null ? '' : withOverlap(place))) {
    const [first, ...more] = await unknownAmong(db, names);
    if (first !== undefined) return { unknown: [first, ...more], knownTo };
    isPlaceThere ||= place !== null && names.includes(place);
    knownTo = names.findLast(isEntryName) ?? knownTo;
    onPage?.();
    pages += 1;
    if (pages >= mostPages) return { unknown: [], knownTo };
  }
  if (!isPlaceThere) throw lost(place ?? '');
  return { unknown: [], knownTo };
}

/** A list is read before the database is asked: what is in the journal is committed by then. */
export async function* journalPages(
  journal: ErasureJournal,
  after: string,
): AsyncGenerator<readonly string[]> {
  let page: string[] = [];
  for await (const name of journal.namesAfter(after)) {
    page.push(name);
    if (page.length < pageSize) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

export async function comparedTo(db: Db): Promise<JournalEntryId | null> {
  const { rows } = await sql<{ place: string | null }>`
    SELECT verifa_erasures_compared_to() AS place`.execute(db);
  const place = rows[0]?.place ?? '';
  return isEntryName(place) ? place : null;
}

export async function unknownAmong(db: Db, names: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM verifa_unknown_erasures(${names}::text[])`.execute(db);
  return rows.map(({ id }) => id);
}

function withOverlap(place: JournalEntryId): string {
  const prefix = idPrefixes.journalEntry;
  const ms = decodeTime(place.slice(prefix.length).toUpperCase());
  return `${prefix}${encodeTime(Math.max(0, ms - overlapMs), ulidTimeLength).toLowerCase()}`;
}

function lost(place: string): VerifaError {
  return new VerifaError('temporarily_unavailable', {
    detail:
      `The erasure journal lacks ${place}, which was written to it: it is another bucket, or was emptied ` +
      '(deploy/BACKUP.md).',
  });
}
