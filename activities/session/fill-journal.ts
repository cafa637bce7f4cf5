import { sql } from 'kysely';
import { comparedCursor, compareWithJournal } from '../../shared/erasure/journal/compare-journal';
import {
  writeErasure,
  type JournalDeps,
  type NotedErasure,
} from '../../shared/erasure/journal/write-unwritten';
import { eachOnItsOwn } from '../each-on-its-own';
import type { SweepDeps } from './sweep-sessions';

type Deps = JournalDeps & Pick<SweepDeps, 'clock' | 'heartbeat' | 'alert'>;

const pageSize = 500;
const atOnce = 8;
/** A run compares so many thousand; the next goes on behind them. */
const pagesPerRun = 50;

/** Brings the journal and the database together: what is not written is, and what is not known is told. */
export async function fillJournal(deps: Deps): Promise<void> {
  await writeAll(deps);
  await compare(deps);
}

/** Whatever its road could not write: the journal was away, a process died, or the release knew none. */
async function writeAll(deps: Deps): Promise<void> {
  let after = 'ers_';
  for (;;) {
    const rows: readonly NotedErasure[] = await deps.db
      .selectFrom('erasure_journal')
      .selectAll()
      .where('written_at', 'is', null)
      .where(sql<boolean>`id > ${after}`)
      .orderBy('id')
      .limit(pageSize)
      .execute();
    await eachOnItsOwn(
      rows,
      {
        ...deps,
        what: 'the journal entry of an erasure',
        idsOf: ({ id, kind, subject_id: subjectId }) => ({ entryId: id, kind, subjectId }),
        atOnce,
        probe: () => deps.journal.ready(),
      },
      async (row) => {
        await writeErasure(deps, row);
        return true;
      },
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.id;
  }
}

/** Notes how far all is known, so that whoever asks next need not begin at the beginning. */
async function compare(deps: Deps): Promise<void> {
  const { unknown, knownTo } = await compareWithJournal(deps.db, deps.journal, {
    mostPages: pagesPerRun,
    onPage: deps.heartbeat,
  });
  const [entryId] = unknown;
  if (entryId !== undefined) {
    deps.alert('the journal knows erasures that the database does not: reapply-erasures', {
      entryId,
    });
  }
  if (knownTo === null) return;
  const row = { after: knownTo, updated_at: deps.clock() };
  await deps.db
    .insertInto('sweep_cursors')
    .values({ name: comparedCursor, ...row })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet(row)
        .where(sql<boolean>`sweep_cursors.after < ${knownTo}`),
    )
    .execute();
}
