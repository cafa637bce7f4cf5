import { z } from 'zod';
import { requireNotWithdrawn } from '../../../shared/capture/consent-standing';
import type { StoredDocType } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { file } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { parsePart } from '../http/parse';
import { route, type Route } from '../http/route';
import { findSession, lockSession, sessionParams } from '../sessions/find-session';
import { beginCapture, requireCapturing } from './begin-capture';
import { documentView, documentObject } from './document-view';
import { judgeUpload } from './judge-upload';
import { readUpload } from './read-upload';
import { storeDocument } from './store-document';

export const storedDocTypes = [
  'id_front',
  'id_back',
  'selfie',
  'proof_of_address',
] as const satisfies readonly StoredDocType[];
const uploadFields = z.object({ document_type: z.enum(storedDocTypes) });

/** The integrator's way: what it uploads counts as what the person would have. */
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
    handler: async ({ caller, actor, params, request, operationId }) => {
      const session = await findSession(deps.db, caller, params.id);
      requireCapturing(session);
      requireNotWithdrawn(session);
      const { bytes, fields } = await readUpload(request, ['document_type']);
      const { document_type: docType } = parsePart(uploadFields, fields);
      const judged = await judgeUpload(deps, { bytes, docType, acceptsPdf: true });
      await beginCapture(deps, session, { actor, requestId: operationId });
      const row = await storeDocument(deps, session, {
        docType,
        bytes,
        judged,
        actor,
        lock: async (trx) => {
          const locked = await lockSession(trx, caller, session.id);
          requireCapturing(locked);
          requireNotWithdrawn(locked);
          return locked;
        },
      });
      return answer(201, documentView(row));
    },
  });
}
