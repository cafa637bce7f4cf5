import { z } from 'zod';
import { mayRead } from '../../../shared/crypto/session-key';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf, instant } from '../http/answer-values';
import { callerId } from '../http/caller';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { callerSettings } from '../caller-settings';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { frameObject, framePlaces } from './frame-places';
import { signedDocumentUrl } from './signed-url';

const listedDocument = z.strictObject({
  id: idOf('document'),
  doc_type: z.string(),
  mime_type: z.string(),
  url: z.string(),
  expires_in: z.number().int(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  /** Which capture of the session it came with, from 1. */
  capture: z.number().int(),
  created_at: instant,
  /** When another took its place; null: it counts. */
  superseded_at: instant.nullable(),
  /** The place of a liveness frame in its set; null for all other documents. */
  frame: frameObject.nullable(),
});

const documentsObject = z
  .strictObject({ session_id: idOf('session'), data: z.array(listedDocument) })
  .meta({ id: 'Documents' });

const listQuery = z.object({
  /** Replaced documents and liveness frames too, as a reviewer looks at them. */
  all: z.enum(['true', 'false']).default('false'),
});

const defaultExpirySeconds = 300;

/** The documents that count, or all there are, each with a URL that shows it for a while. */
export function listDocuments(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/documents',
    scope: 'documents:read',
    params: sessionParams,
    query: listQuery,
    summary: "List a session's documents, each with a URL",
    answers: { 200: json(documentsObject) },
    handler: async ({ caller, params, query }) => {
      const session = await findSession(deps.db, caller, params.id);
      if (!mayRead(session, 'documents')) throw new VerifaError('document_gone');
      const { image_url_expiry_seconds: asked } = await callerSettings(deps, caller);
      const expiresIn = asked ?? defaultExpirySeconds;
      const expiresAt = new Date(deps.clock().getTime() + expiresIn * 1000);
      const isAll = query.all === 'true';
      const rows = await deps.db
        .selectFrom('documents')
        .selectAll()
        .where('session_id', '=', session.id)
        .where('removed_at', 'is', null)
        // Frames are for the judge, the reviewers, and the export.
        .$if(!isAll, (counting) =>
          counting.where('superseded_at', 'is', null).where('doc_type', '!=', 'liveness_frame'),
        )
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      const frames = isAll ? await framePlaces(deps.db, session.id) : null;
      return answer(200, {
        session_id: session.id,
        data: rows.map((row) => ({
          id: row.id,
          doc_type: row.doc_type,
          mime_type: row.mime_type,
          url: signedDocumentUrl(deps, row, {
            expiresAt,
            issuer: callerId(caller),
            form: isAll ? 'named' : 'newest',
          }),
          expires_in: expiresIn,
          width: row.width,
          height: row.height,
          capture: row.capture,
          created_at: row.created_at,
          superseded_at: row.superseded_at,
          frame: frames?.get(row.id) ?? null,
        })),
      });
    },
  });
}
