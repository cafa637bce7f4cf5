import type { Kysely, Selectable } from 'kysely';
import { z } from 'zod';
import { readKnownFields } from '../../../shared/applicant/known-fields';
import { readTypedData } from '../../../shared/applicant/typed-data';
import { openJson } from '../../../shared/crypto/seal';
import { keyToRead, mayRead, sealContext } from '../../../shared/crypto/session-key';
import type { Keyring } from '../../../shared/crypto/keyring';
import type { CasesTable, Database, SessionRow } from '../../../shared/database/schema';
import type { ExportedCase } from './session-record-object';
import type { ApiKeyId, UserId } from '../../../shared/domain/ids';
import type { ApiDeps } from '../deps';
import { changesOf } from '../cases/case-changes';
import { notesOf } from '../cases/case-notes';
import { openReason } from '../cases/case-view';
import { changesTold, notesTold, type CaseReader } from '../cases/first-opinion';
import { signedDocumentUrl } from '../documents/signed-url';

/** Whoever exports has a day to fetch the pictures. */
const exportedUrlSeconds = 86_400;
const sealedRecord = z.record(z.string(), z.unknown());
type Opened = Readonly<Record<string, unknown>> | null;

/** What the integrator gave and what the person typed in, opened, each under its owner's name. */
export function givenData(
  keyring: Keyring,
  row: SessionRow,
): Readonly<Record<'fields' | 'applicant' | 'user_info' | 'proof_of_address', Opened>> {
  const key = keyToRead(keyring, row, 'stated_data');
  if (key === null) {
    return { fields: null, applicant: null, user_info: null, proof_of_address: null };
  }
  const applicant = row.applicant_sealed;
  const { user_info: userInfo, proof_of_address: proof } = readTypedData(keyring, row);
  return {
    fields: row.fields_sealed === null ? null : readKnownFields(keyring, row),
    applicant:
      applicant === null
        ? null
        : sealedRecord.parse(openJson(key, sealContext.applicant(row.id), applicant)),
    user_info: userInfo?.values ?? null,
    proof_of_address: proof ?? null,
  };
}

export async function exportedCases(
  deps: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: SessionRow,
  reader: CaseReader,
): Promise<readonly ExportedCase[]> {
  const rows: Selectable<CasesTable>[] = await deps.db
    .selectFrom('cases')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('opened_sequence')
    .execute();
  const [notes, changes] = await Promise.all([notesOf(deps, session), changesOf(deps, session)]);
  return rows.map((row) => ({
    id: row.id,
    attempt: row.attempt,
    status: row.status,
    decided_by: row.decided_by,
    reason_code: row.reason_code,
    reason: openReason(deps.keyring, session, row),
    close_reason: row.close_reason,
    created_at: row.created_at,
    closed_at: row.closed_at,
    notes: notesTold(notes, row, reader),
    changes: changesTold(changes, row, reader),
  }));
}

export async function exportedDeliveries(db: Kysely<Database>, session: SessionRow) {
  return db
    .selectFrom('webhook_deliveries')
    .select(['id', 'event_id', 'event_type', 'endpoint_id', 'status', 'tries', 'created_at'])
    .where('session_id', '=', session.id)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** All that were ever uploaded, replaced ones too, each with a URL that shows it for a day. */
export async function exportedDocuments(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'settings' | 'clock'>,
  session: SessionRow,
  issuer: ApiKeyId | UserId,
) {
  if (!mayRead(session, 'documents')) return [];
  const rows = await deps.db
    .selectFrom('documents')
    .select(['id', 'session_id', 'doc_type', 'mime_type', 'created_at'])
    .where('session_id', '=', session.id)
    .where('removed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const expiresAt = new Date(deps.clock().getTime() + exportedUrlSeconds * 1000);
  return rows.map((row) => ({
    id: row.id,
    doc_type: row.doc_type,
    mime_type: row.mime_type,
    created_at: row.created_at,
    url: signedDocumentUrl(deps, row, { expiresAt, issuer, form: 'named' }),
    expires_in: exportedUrlSeconds,
  }));
}
