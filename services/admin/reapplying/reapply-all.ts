import type { Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { erasureKinds, type ErasureKind } from '../../../shared/domain/erasure/erasure-kind';
import { comparedCursor } from '../../../shared/erasure/journal/compare-journal';
import type { ErasureJournal } from '../../../shared/erasure/journal/erasure-journal';
import type { JournalEntry } from '../../../shared/erasure/journal/journal-entry';
import { readUnknown, type ReadJournal } from './read-unknown';
import { reapplyEntry } from './reapply-entry';
import type { ReapplyDeps } from './reapply-session';

export interface ReapplyAllDeps extends ReapplyDeps {
  readonly journal: ErasureJournal;
  readonly report: (line: string) => void;
}

interface ReapplyOptions {
  readonly isDryRun: boolean;
  /** The operator knows that entries are gone, and has the database tell what it knows to a new journal. */
  readonly isJournalLost: boolean;
}

type Counts = Readonly<Partial<Record<ErasureKind, number>>>;
export interface ReapplyTold {
  /** Names in the journal. */
  readonly entries: number;
  readonly unknown: Counts;
  /** Null after a dry run. */
  readonly erased: Counts | null;
  /** Of things that this copy does not have. */
  readonly not_there: Counts | null;
  readonly next: string;
}

const reportEvery = 100;
/** The journal may be somebody's rubbish heap: the first names are enough to find the others. */
const mostNamed = 20;

/**
 * Carries out all that the journal tells and the database does not know, each on its own. Run again, it goes on
 * where it was.
 *
 * @throws VerifaError erasures_unapplied when anything is left that could not be believed or carried out
 */
export async function reapplyErasures(
  deps: ReapplyAllDeps,
  options: ReapplyOptions,
): Promise<ReapplyTold> {
  const read = await readUnknown(deps.db, deps.keyring, deps.journal);
  const told = { entries: read.names, unknown: countByKind(read.unknown) };
  const doubts = doubtsAbout(read, options);
  if (options.isDryRun) {
    for (const line of doubts) deps.report(line);
    return { ...told, erased: null, not_there: null, next: 'without --dry-run it repeats them' };
  }
  const { erased, notThere, failed } = await repeatAll(deps, inOrder(read.unknown));
  const counts = { erased: countByKind(erased), not_there: countByKind(notThere) };
  const left = [...doubts, ...failed];
  if (left.length > 0) {
    deps.report(JSON.stringify({ ...told, ...counts }, null, 2));
    throw new VerifaError('erasures_unapplied', {
      detail: ['Not done; API and workers stay closed:', ...left].join('\n'),
    });
  }
  if (options.isJournalLost) await beginJournalAnew(deps.db);
  return { ...told, ...counts, next: 'start API and workers: they find the journal known' };
}

/** What was erased first: a session that is to be hidden as well needs that no more. */
function inOrder(entries: readonly JournalEntry[]): readonly JournalEntry[] {
  const isHiding = ({ kind }: JournalEntry): boolean => kind === 'session_hidden';
  return [...entries.filter((entry) => !isHiding(entry)), ...entries.filter(isHiding)];
}

async function repeatAll(deps: ReapplyAllDeps, entries: readonly JournalEntry[]) {
  const erased: JournalEntry[] = [];
  const notThere: JournalEntry[] = [];
  const failed: string[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      const done = await reapplyEntry(deps, entry);
      (done === 'erased' ? erased : notThere).push(entry);
    } catch (cause) {
      // A part that is away is away for all of them.
      if (!(cause instanceof VerifaError) || cause.code === 'temporarily_unavailable') throw cause;
      failed.push(`${entry.id} (${entry.kind} ${entry.subject_id}): ${cause.detail}`);
    }
    if ((index + 1) % reportEvery === 0) {
      deps.report(`${String(index + 1)} of ${String(entries.length)} repeated`);
    }
  }
  return { erased, notThere, failed };
}

function doubtsAbout({ refused, lost }: ReadJournal, { isJournalLost }: ReapplyOptions): string[] {
  const named = refused.slice(0, mostNamed).map(({ name, why }) => `${name}: ${why}`);
  const more = refused.length - named.length;
  return [
    ...named,
    ...(more > 0 ? [`and ${String(more)} more that are refused`] : []),
    ...(lost === null || isJournalLost
      ? []
      : [`${lost}: is not in this journal, and was: another bucket, or emptied (--journal-lost)`]),
  ];
}

function countByKind(entries: readonly JournalEntry[]): Counts {
  const counts: Partial<Record<ErasureKind, number>> = {};
  for (const kind of erasureKinds) {
    const count = entries.filter((entry) => entry.kind === kind).length;
    if (count > 0) counts[kind] = count;
  }
  return counts;
}

/** All that the database knows is written once more, by the next sweep. */
async function beginJournalAnew(db: Kysely<Database>): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('erasure_journal').set({ written_at: null }).execute();
    await trx.deleteFrom('sweep_cursors').where('name', '=', comparedCursor).execute();
  });
}
