import { z } from 'zod';
import { loadCaptured } from '../../../shared/capture/captured-pieces';
import { recordAudit } from '../../../shared/audit/record-audit';
import { keyToRead } from '../../../shared/crypto/session-key';
import type { DocumentRow, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { readDocument } from '../../../shared/storage/read-document';
import type { ApiDeps } from '../deps';
import { thumbnailsInTurn, thumbnailWidth } from '../documents/thumbnail';
import { alreadySent } from '../http/answer';
import { streamed } from '../http/declared-answer';
import type { Route } from '../http/route';
import { isKnownAgain } from './capture-client';
import { captureStep, type StepCall } from './capture-step';
import { ownDocuments } from './own-documents';

const pictureQuery = z.object({
  /** A JPEG of at most this width, for a thumbnail. */
  width: thumbnailWidth(480),
});

/**
 * A picture that the person took, for their own eyes while they capture: to the page that holds the link, and
 * to nobody after submit. Of a PDF the state tells; its bytes stay here.
 */
export function showOwnPicture(deps: ApiDeps): Route {
  const draw = thumbnailsInTurn();
  return captureStep(deps, {
    method: 'GET',
    step: 'documents/:id',
    params: z.object({ id: z.string() }),
    query: pictureQuery,
    standings: ['live'],
    consent: 'given',
    summary: 'Get a picture of this capture',
    answers: { 200: streamed('image/jpeg', 'image/png', 'image/webp') },
    handler: async (call) => {
      const { open, params, query, request, response } = call;
      const { session } = open;
      if (!isKnownAgain(open.token, open.client)) throw new VerifaError('not_found');
      const document = await ownPicture(deps, session, params.id);
      const key = keyToRead(deps.keyring, session, 'documents');
      if (document.removed_at !== null || key === null) throw new VerifaError('document_gone');
      const isHead = request.method === 'HEAD';
      if (!isHead) await auditSight(deps, call, document);
      const read = async (): Promise<Buffer> => readDocument(deps.objects, key, document);
      const { width } = query;
      const shown = width === undefined ? await read() : await draw({ read, width });
      response.status(200).set({
        'Content-Type': query.width === undefined ? document.mime_type : 'image/jpeg',
        'Content-Length': String(shown.length),
        'Content-Disposition': `attachment; filename="${document.doc_type}"`,
        'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
        'Cache-Control': 'private, no-store',
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(isHead ? undefined : shown);
      return alreadySent;
    },
  });
}

async function ownPicture(deps: ApiDeps, session: SessionRow, id: string): Promise<DocumentRow> {
  const own = await ownDocuments(deps.db, session, await loadCaptured(deps, session));
  const found = own.find((one) => one.id === id);
  if (found?.mediaType.startsWith('image/') !== true) throw new VerifaError('not_found');
  return deps.db
    .selectFrom('documents')
    .selectAll()
    .where('id', '=', found.id)
    .executeTakeFirstOrThrow();
}

/** As of every picture that is seen, before it leaves. */
async function auditSight(
  deps: ApiDeps,
  { actor, requestId }: Pick<StepCall<unknown>, 'actor' | 'requestId'>,
  document: DocumentRow,
): Promise<void> {
  await recordAudit(deps.db, {
    organizationId: document.organization_id,
    environment: document.environment,
    actorKind: actor.kind,
    actorId: actor.id,
    action: 'session.document_seen',
    resourceId: document.session_id,
    requestId,
    detail: { document_id: document.id, doc_type: document.doc_type, by: 'link' },
    at: deps.clock(),
  });
}
