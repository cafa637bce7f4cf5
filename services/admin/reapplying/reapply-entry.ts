import { recordAudit } from '../../../shared/audit/record-audit';
import { assertNever } from '../../../shared/domain/assert-never';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId, type Id, type IdKind } from '../../../shared/domain/ids';
import type { JournalEntry } from '../../../shared/erasure/journal/journal-entry';
import { eraseIdentity } from '../../../shared/identities/refresh-identity';
import { reapplyToSession, type ReapplyDeps } from './reapply-session';

export type Reapplied =
  | 'erased'
  /** The copy was made before there was one, or another entry took it along. */
  | 'not_there';

/**
 * Repeats one erasure. The row that makes it known says `repeating` until all of it is done, objects too: killed
 * anywhere in between, the entry counts as unknown and is repeated.
 */
export async function reapplyEntry(deps: ReapplyDeps, entry: JournalEntry): Promise<Reapplied> {
  const { organization_id, environment, kind, subject_id } = entry;
  await deps.db
    .insertInto('erasure_journal')
    .values({
      id: entry.id,
      organization_id,
      environment,
      kind,
      subject_id,
      erased_at: new Date(entry.erased_at),
      written_at: deps.clock(),
      repeating: true,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
  const isThere = await repeat(deps, entry);
  await deps.db
    .updateTable('erasure_journal')
    .set({ repeating: false })
    .where('id', '=', entry.id)
    .execute();
  return isThere ? 'erased' : 'not_there';
}

function repeat(deps: ReapplyDeps, entry: JournalEntry): Promise<boolean> {
  const subject = entry.subject_id;
  switch (entry.kind) {
    case 'session_erased':
      return reapplyToSession(deps, entry, idOf('session', subject), 'redacted');
    case 'session_hidden':
      return reapplyToSession(deps, entry, idOf('session', subject), 'sensitive_redacted');
    case 'identity_erased':
      return reapplyToIdentity(deps, entry);
    case 'list_deleted':
    case 'list_item_deleted':
      return deleteAgain(deps, entry, entry.kind);
    default:
      return assertNever(entry.kind);
  }
}

function reapplyToIdentity(deps: ReapplyDeps, entry: JournalEntry): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const row = await trx
      .selectFrom('identities')
      .select(['id', 'organization_id', 'environment', 'redacted_at'])
      .where('id', '=', idOf('identity', entry.subject_id))
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (row === undefined) return false;
    if (row.redacted_at !== null) return true;
    const at = deps.clock();
    await eraseIdentity(trx, row, at);
    await recordAudit(trx, audited(entry, 'identity.redacted', entry.subject_id, at));
    return true;
  });
}

function deleteAgain(
  deps: ReapplyDeps,
  entry: JournalEntry,
  kind: 'list_deleted' | 'list_item_deleted',
): Promise<boolean> {
  return deps.db.transaction().execute(async (trx) => {
    const gone =
      kind === 'list_deleted'
        ? await trx
            .deleteFrom('lists')
            .where('id', '=', idOf('list', entry.subject_id))
            .returning('id as list_id')
            .executeTakeFirst()
        : await trx
            .deleteFrom('list_items')
            .where('id', '=', idOf('listItem', entry.subject_id))
            .returning('list_id')
            .executeTakeFirst();
    if (gone === undefined) return false;
    const action = kind === 'list_deleted' ? 'list.deleted' : 'list.item_deleted';
    await recordAudit(trx, audited(entry, action, gone.list_id, deps.clock()));
    return true;
  });
}

function audited(
  { id, organization_id, environment }: JournalEntry,
  action: 'identity.redacted' | 'list.deleted' | 'list.item_deleted',
  resourceId: string,
  at: Date,
) {
  return {
    organizationId: organization_id,
    environment,
    actorKind: 'operator' as const,
    actorId: 'reapply-erasures',
    action,
    resourceId,
    requestId: null,
    detail: { journal_entry: id },
    at,
  };
}

/** Signed by us, so that another kind of id under this kind of entry is a fault and no attack. */
function idOf<K extends IdKind>(kind: K, id: string): Id<K> {
  if (isId(kind, id)) return id;
  throw new VerifaError('erasures_unapplied', { detail: `${id} is no id of a ${kind}.` });
}
