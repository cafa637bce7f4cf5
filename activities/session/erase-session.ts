import { forgetWhence } from '../../shared/audit/personal-values';
import { signErasureRecord } from '../../shared/erasure/erasure-record';
import { eraseStoredAnswers } from '../../shared/erasure/stored-answers';
import { refreshIdentity } from '../../shared/identities/refresh-identity';
import type { EffectContext } from './effect';
import { forgetReceiversAnswers } from './forget-receivers-answers';

/**
 * Destroys the session's data key, and with it every ciphertext; wipes what is personal in the clear.
 * The row, its status and its outcome stay. Objects are deleted afterwards: the store may be away.
 */
export async function eraseSession(context: EffectContext): Promise<void> {
  const { trx, writes, keyring, row, at } = context;
  // What was moved must be moved before what is left is wiped.
  await writes.send();
  const documents = await trx
    .updateTable('documents')
    .set({ removed_at: at, content_hash: Buffer.alloc(0), hints: null })
    .where('session_id', '=', row.id)
    .returning('object_key')
    .execute();
  await trx
    .updateTable('sessions')
    .set({
      wrapped_key: null,
      master_key_id: null,
      external_ref: null,
      metadata: '{}',
      tags: [],
      redirect_url: null,
      consent_ip: null,
      fields_sealed: null,
      typed_sealed: null,
      applicant_sealed: null,
    })
    .where('id', '=', row.id)
    .execute();
  await eraseBesides(context);
  if (row.identity_id !== null) await refreshIdentity(trx, keyring, row.identity_id, at);
  const { record, signature } =
    context.firstReceipt ??
    signErasureRecord(keyring, {
      session_id: row.id,
      erased_at: at.toISOString(),
      documents_removed: documents.length,
      backup_retention_days: context.backupRetentionDays,
      kept: ['status', 'outcome', 'timeline', 'event_ids', ...(await blocklistEntries(context))],
    });
  await trx
    .insertInto('erasures')
    .values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.id,
      documents_removed: record.documents_removed,
      record: JSON.stringify(record),
      signature,
      pending_object_keys: documents.map(({ object_key: key }) => key),
      created_at: at,
    })
    .execute();
}

/** A reviewer's "never again" outlives the session, and the record says so. */
async function blocklistEntries({ trx, row }: EffectContext): Promise<readonly string[]> {
  const item = await trx
    .selectFrom('list_items')
    .select('id')
    .where('session_id', '=', row.id)
    .executeTakeFirst();
  return item === undefined ? [] : ['blocklist_entries'];
}

/** What stands in other tables: ciphertexts of the destroyed key, and strangers' answers. */
async function eraseBesides({ trx, row }: EffectContext): Promise<void> {
  await trx
    .updateTable('capture_tokens')
    .set({ token_hash: null, token_sealed: null, binding_hash: null })
    .where('session_id', '=', row.id)
    .execute();
  await trx
    .updateTable('check_runs')
    .set({ evidence_sealed: null })
    .where('session_id', '=', row.id)
    .execute();
  await trx.deleteFrom('readings').where('session_id', '=', row.id).execute();
  await trx
    .updateTable('extractions')
    .set({ fields_sealed: null })
    .where('session_id', '=', row.id)
    .execute();
  // Under keys that outlive the session: the rows themselves go.
  await trx.deleteFrom('session_attributes').where('session_id', '=', row.id).execute();
  await trx.deleteFrom('face_embeddings').where('session_id', '=', row.id).execute();
  await trx.deleteFrom('document_prints').where('session_id', '=', row.id).execute();
  await trx.deleteFrom('page_signals').where('session_id', '=', row.id).execute();
  await trx.deleteFrom('session_addresses').where('session_id', '=', row.id).execute();
  await trx
    .updateTable('risk_assessments')
    .set({ evidence_sealed: null })
    .where('session_id', '=', row.id)
    .execute();
  const cases = await trx
    .updateTable('cases')
    .set({ reason_sealed: null, tags: [] })
    .where('session_id', '=', row.id)
    .returning('id')
    .execute();
  await trx
    .updateTable('case_notes')
    .set({ text_sealed: null })
    .where('session_id', '=', row.id)
    .execute();
  await trx
    .updateTable('case_changes')
    .set({ content_sealed: null })
    .where('session_id', '=', row.id)
    .execute();
  await trx.updateTable('consents').set({ ip: null }).where('session_id', '=', row.id).execute();
  await trx
    .updateTable('asked_again')
    .set({ message_sealed: null })
    .where('session_id', '=', row.id)
    .execute();
  await forgetReceiversAnswers({ trx, row });
  await trx.deleteFrom('enclosures').where('session_id', '=', row.id).execute();
  await forgetWhence(trx, [row.id, ...cases.map(({ id }) => id)]);
  await eraseStoredAnswers(trx, row, [row.id]);
}
