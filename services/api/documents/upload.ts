import type { Transaction } from 'kysely';
import { z } from 'zod';
import { addTypedData } from '../../../shared/applicant/typed-data';
import { requireNotWithdrawn } from '../../../shared/capture/consent-standing';
import { requirementsOf } from '../../../shared/capture/requirements';
import type { Database, SessionRow, StoredDocType } from '../../../shared/database/schema';
import { documentTypes, needsBack } from '../../../shared/domain/documents/document-types';
import { countrySchema } from '../http/country';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { file } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { invalidField, parsePart } from '../http/parse';
import { route, type Route } from '../http/route';
import { findSession, lockSession, sessionParams } from '../lifecycle/find-session';
import { beginCapture, requireCapturing } from './begin-capture';
import { declareDocument, requireAccepted, type DeclaredDocument } from './declared-document';
import { documentView, documentObject } from './document-view';
import { judgeUpload } from './judge-upload';
import { proofFacts, requireNotInFuture } from './proof-facts';
import { readUpload } from './read-upload';
import { storeDocument } from './store-document';
import { askedBy } from '../http/whence';

export const storedDocTypes = [
  'id_front',
  'id_back',
  'selfie',
  'proof_of_address',
] as const satisfies readonly StoredDocType[];

const uploadFields = z.object({
  document_type: z.enum(storedDocTypes),
  /** Which identity document the session is about, as on create. */
  id_document_type: z.enum(documentTypes).optional(),
  id_document_country: countrySchema.optional(),
  /** Of a proof of address only. */
  ...proofFacts.partial().shape,
});
type UploadFields = z.output<typeof uploadFields>;
const fieldNames = [
  'document_type',
  'id_document_type',
  'id_document_country',
  'poa_document_type',
  'poa_document_date',
] as const satisfies readonly (keyof UploadFields)[];

/** The integrator's way: what it uploads, and says of it, counts as what the person would have. */
export function uploadDocument(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/:id/documents',
    scope: 'documents:write',
    params: sessionParams,
    idempotency: 'content',
    summary: 'Upload a document',
    answers: { 201: json(documentObject) },
    upload: { mediaType: 'multipart/form-data', schema: uploadFields.extend({ file }) },
    handler: async (call) => {
      const { caller, actor, params, request, operationId } = call;
      const session = await findSession(deps.db, caller, params.id);
      requireCapturing(session);
      requireNotWithdrawn(session);
      const { bytes, fields } = await readUpload(request, fieldNames);
      const said = parsePart(uploadFields, fields);
      const docType = said.document_type;
      await requireFitting(deps, session, said);
      const judged = await judgeUpload(deps, { bytes, docType, acceptsPdf: true });
      await beginCapture(deps, session, { actor, requestId: operationId });
      const row = await storeDocument(deps, session, {
        docType,
        bytes,
        judged,
        actor,
        asked: askedBy(call),
        lock: async (trx) => {
          const locked = await lockSession(trx, caller, session.id);
          requireCapturing(locked);
          requireNotWithdrawn(locked);
          return locked;
        },
        also: (trx, locked) => writeSaid(deps, trx, locked, { said, actor }),
      });
      return answer(201, documentView(row));
    },
  });
}

/** Refuses what contradicts the workflow, the file, or the calendar, before anything moves. */
async function requireFitting(
  deps: Pick<ApiDeps, 'db' | 'clock'>,
  session: SessionRow,
  said: UploadFields,
): Promise<void> {
  const declared = declaredBy(said, session);
  if (declared !== null) {
    const field = said.id_document_type === undefined ? 'id_document_country' : 'id_document_type';
    const country = declared.country ?? session.country;
    requireAccepted(await requirementsOf(deps.db, session), { ...declared, country }, field);
  }
  if (said.document_type === 'id_back' && said.id_document_type !== undefined) {
    if (!needsBack(said.id_document_type)) {
      throw invalidField('document_type', 'not_asked', 'is not asked for of this type of document');
    }
  }
  if (said.document_type !== 'proof_of_address') {
    const misplaced = (['poa_document_type', 'poa_document_date'] as const).find(
      (field) => said[field] !== undefined,
    );
    if (misplaced !== undefined) {
      throw invalidField(misplaced, 'not_of_this_document', 'is said of a proof of address only');
    }
  }
  requireNotInFuture(said.poa_document_date, deps.clock());
}

/** What was said before stays where this upload does not say otherwise; null: it says nothing new. */
function declaredBy(said: UploadFields, session: SessionRow): DeclaredDocument | null {
  const type = said.id_document_type ?? session.document_type;
  const country = said.id_document_country ?? session.document_country;
  const isNew = type !== session.document_type || country !== session.document_country;
  return isNew ? { type, country } : null;
}

async function writeSaid(
  { keyring, clock }: Pick<ApiDeps, 'keyring' | 'clock'>,
  trx: Transaction<Database>,
  session: SessionRow,
  { said, actor }: { readonly said: UploadFields; readonly actor: Actor },
): Promise<void> {
  const declared = declaredBy(said, session);
  if (declared !== null) await declareDocument(trx, session, declared, { actor, at: clock() });
  if (said.document_type !== 'proof_of_address') return;
  const { poa_document_type: type, poa_document_date: date } = said;
  // Also when nothing is said: what was said of an earlier proof is not true of this one.
  await addTypedData(trx, keyring, session, {
    proof_of_address: {
      ...(type === undefined ? {} : { document_type: type }),
      ...(date === undefined ? {} : { document_date: date }),
    },
  });
}
