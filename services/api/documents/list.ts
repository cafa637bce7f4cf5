import { z } from 'zod';
import { mayRead } from '../../../shared/crypto/session-key';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { callerSettings } from '../caller-settings';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { signedDocumentUrl } from './signed-url';

const documentsObject = z
  .strictObject({
    session_id: idOf('session'),
    data: z.array(
      z.strictObject({
        id: idOf('document'),
        doc_type: z.string(),
        mime_type: z.string(),
        url: z.string(),
        expires_in: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'Documents' });

const defaultExpirySeconds = 300;

/** The documents that count, each with a URL that shows it for a while. */
export function listDocuments(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/documents',
    scope: 'documents:read',
    params: sessionParams,
    summary: "List a session's documents, each with a URL",
    answers: { 200: json(documentsObject) },
    handler: async ({ caller, params }) => {
      const session = await findSession(deps.db, caller, params.id);
      if (!mayRead(session, 'documents')) throw new VerifaError('document_gone');
      const { image_url_expiry_seconds: asked } = await callerSettings(deps, caller);
      const expiresIn = asked ?? defaultExpirySeconds;
      const expiresAt = new Date(deps.clock().getTime() + expiresIn * 1000);
      const rows = await deps.db
        .selectFrom('documents')
        .select(['id', 'session_id', 'doc_type', 'mime_type'])
        .where('session_id', '=', session.id)
        .where('superseded_at', 'is', null)
        .where('removed_at', 'is', null)
        // Frames are for the judge and the reviewers, and in the export.
        .where('doc_type', '!=', 'liveness_frame')
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return answer(200, {
        session_id: session.id,
        data: rows.map((row) => ({
          id: row.id,
          doc_type: row.doc_type,
          mime_type: row.mime_type,
          url: signedDocumentUrl(deps, row, { expiresAt, issuer: caller.keyId }),
          expires_in: expiresIn,
        })),
      });
    },
  });
}
