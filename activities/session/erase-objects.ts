import { decodeTime } from 'ulid';
import { idPrefixes, isId, type DocumentId, type SessionId } from '../../shared/domain/ids';
import { writeErasuresOf, type JournalDeps } from '../../shared/erasure/journal/write-unwritten';
import { eachOnItsOwn } from '../each-on-its-own';
import type { SweepDeps } from './sweep-sessions';

type ObjectDeps = Pick<SweepDeps, 'db' | 'objects'>;

/** What is left of an erasure when its transaction is committed: its journal entry, and the objects. */
export async function finishErasure(
  deps: ObjectDeps & JournalDeps,
  sessionId: SessionId,
): Promise<void> {
  const session = await deps.db
    .selectFrom('sessions')
    .select('identity_id')
    .where('id', '=', sessionId)
    .executeTakeFirst();
  // Neither waits for the other: a journal that is away must not keep a picture.
  const ends = await Promise.allSettled([
    writeErasuresOf(deps, [sessionId, session?.identity_id ?? null]),
    eraseObjects(deps, sessionId),
  ]);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/**
 * Deletes all that lies under the erased session's name, one that a dead process left without a row as well,
 * and says so only when all of it is gone.
 */
export async function eraseObjects(deps: ObjectDeps, sessionId: SessionId): Promise<void> {
  const row = await deps.db
    .selectFrom('erasures')
    .select('pending_object_keys')
    .where('session_id', '=', sessionId)
    .executeTakeFirst();
  if (row === undefined) return;
  const keys = new Set(row.pending_object_keys);
  for await (const key of deps.objects.list({ prefix: `${sessionId}/` })) keys.add(key);
  const left: string[] = [];
  let trouble: unknown;
  for (const key of keys) {
    // What cannot be deleted now stays to be, and holds up nothing else.
    await deps.objects.delete(key).catch((cause: unknown) => {
      trouble = cause;
      left.push(key);
    });
  }
  await deps.db
    .updateTable('erasures')
    .set({ pending_object_keys: left })
    .where('session_id', '=', sessionId)
    .execute();
  if (left.length > 0) throw trouble;
}

/** Younger ones may wait for their row. */
const settledMs = 60 * 60_000;
/** One run looks at so many; the next goes on behind them. */
const keysPerRun = 1_000;
const atOnce = 8;
const cursorName = 'objects';
/** What is before documents, the erasure journal, is none of the search's. */
const beforeDocuments = 'ses_';

/** Objects whose row never came, because the process died between the two, or was erased in that moment. */
export async function sweepOrphans(
  deps: ObjectDeps & Pick<SweepDeps, 'clock' | 'heartbeat' | 'alert'>,
): Promise<{ readonly deleted: number }> {
  const cursor = await deps.db
    .selectFrom('sweep_cursors')
    .select('after')
    .where('name', '=', cursorName)
    .executeTakeFirst();
  const keys: string[] = [];
  for await (const key of deps.objects.list({
    after: laterOf(cursor?.after ?? '', beforeDocuments),
  })) {
    keys.push(key);
    if (keys.length === keysPerRun) break;
  }
  const orphans = await withoutRow(deps, keys.flatMap(settledBy(deps.clock())));
  const { done } = await eachOnItsOwn(
    orphans,
    {
      ...deps,
      what: 'the deletion of an object without a row',
      idsOf: (key) => ({ key }),
      atOnce,
      probe: () => deps.objects.ready(),
    },
    async (key) => {
      await deps.objects.delete(key);
      return true;
    },
  );
  // At the end it begins anew.
  const after = keys.length === keysPerRun ? (keys.at(-1) ?? '') : '';
  const row = { after, updated_at: deps.clock() };
  await deps.db
    .insertInto('sweep_cursors')
    .values({ name: cursorName, ...row })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(row))
    .execute();
  return { deleted: done };
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

interface Found {
  readonly key: string;
  readonly document: DocumentId;
}

/** By the time in its document's id, which is given out before the object is written. What is not ours stays. */
function settledBy(now: Date): (key: string) => readonly Found[] {
  return (key) => {
    const [session, document, more] = key.split('/');
    if (session === undefined || document === undefined || more !== undefined) return [];
    if (!isId('session', session) || !isId('document', document)) return [];
    const madeAt = decodeTime(document.slice(idPrefixes.document.length).toUpperCase());
    return madeAt < now.getTime() - settledMs ? [{ key, document }] : [];
  };
}

/** An erased document's row counts for none: its object should have gone with it. */
async function withoutRow({ db }: ObjectDeps, found: readonly Found[]): Promise<readonly string[]> {
  if (found.length === 0) return [];
  const rows = await db
    .selectFrom('documents')
    .select('id')
    .where(
      'id',
      'in',
      found.map(({ document }) => document),
    )
    .where('removed_at', 'is', null)
    .execute();
  const kept = new Set(rows.map(({ id }) => id));
  return found.flatMap(({ key, document }) => (kept.has(document) ? [] : [key]));
}
