import type { Kysely, Selectable } from 'kysely';
import type { Keyring } from '../../crypto/keyring';
import type { Database, ErasureJournalTable } from '../../database/schema';
import type { ErasureJournal } from './erasure-journal';
import { parseReceipt, sealEntry, type JournalEntry, type Receipt } from './journal-entry';

export interface JournalDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
  readonly journal: ErasureJournal;
}

export type NotedErasure = Selectable<ErasureJournalTable>;

/**
 * Puts what was erased of these into the journal, if it is not there: before an erasure is called done. Rejects
 * when the journal is away; then it is not done, and the same call or the sweep finishes it.
 */
export async function writeErasuresOf(
  deps: JournalDeps,
  subjects: readonly (string | null)[],
): Promise<void> {
  const noted = await deps.db
    .selectFrom('erasure_journal')
    .selectAll()
    .where(
      'subject_id',
      'in',
      subjects.filter((id) => id !== null),
    )
    .where('written_at', 'is', null)
    .execute();
  for (const row of noted) await writeErasure(deps, row);
}

/** First the journal, then the row that says so: killed in between, it is written again as it was. */
export async function writeErasure(deps: JournalDeps, row: NotedErasure): Promise<void> {
  await deps.journal.write(row.id, sealEntry(deps.keyring, await entryOf(deps.db, row)));
  await deps.db
    .updateTable('erasure_journal')
    .set({ written_at: new Date() })
    .where('id', '=', row.id)
    .execute();
}

async function entryOf(db: Kysely<Database>, row: NotedErasure): Promise<JournalEntry> {
  return {
    journal: 1,
    id: row.id,
    kind: row.kind,
    subject_id: row.subject_id,
    organization_id: row.organization_id,
    environment: row.environment,
    erased_at: row.erased_at.toISOString(),
    receipt: row.kind === 'session_erased' ? await receiptOf(db, row.subject_id) : null,
  };
}

async function receiptOf(db: Kysely<Database>, sessionId: string): Promise<Receipt> {
  const row = await db
    .selectFrom('erasures')
    .select(['record', 'signature'])
    .where((where) => where(where.cast<string>('session_id', 'text'), '=', sessionId))
    .executeTakeFirstOrThrow();
  return parseReceipt(row);
}
