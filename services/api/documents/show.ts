import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { recordAudit } from '../../../shared/audit/record-audit';
import { decryptDocument } from '../../../shared/crypto/document-cipher';
import { keyToRead } from '../../../shared/crypto/session-key';
import type { DocumentRow, SessionRow } from '../../../shared/database/schema';
import { tenantOf } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { readDocument } from '../../../shared/storage/read-document';
import { isId } from '../../../shared/domain/ids';
import { noteSession } from '../../../shared/tracing/log-context';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import type { ApiResponse, OpenCall } from '../http/call';
import { streamed } from '../http/declared-answer';
import { limitFailure } from '../http/rate-limit';
import { openRoute, type Route } from '../http/route';
import { whenceOf } from '../http/whence';
import { sessionTenant } from '../http/session-tenant';
import { describeShown, shownForm, wishedForm, type ShownForm } from './shown-form';
import { isSignatureValid } from './signed-url';
import { thumbnailsInTurn, type DrawThumbnail } from './thumbnail';
import { storedDocTypes } from './upload';
import { hasErrorCode } from '../../../shared/domain/errors/error-code';

const claim = z.object({
  id: z.string().refine((id) => isId('session', id)),
  doc_type: z.enum([...storedDocTypes, 'liveness_frame']),
  expires: z
    .string()
    .regex(/^\d{1,12}$/)
    .transform(Number),
  sig: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .transform((hex) => Buffer.from(hex, 'hex')),
  by: z
    .string()
    .refine((id) => isId('apiKey', id) || isId('user', id))
    .optional(),
  document: z
    .string()
    .refine((id) => isId('document', id))
    .optional(),
});
type Claim = z.output<typeof claim>;

/** A document by its signed URL. Whatever is wrong with the URL, the answer is the same. */
export function showDocument(deps: ApiDeps): Route {
  const draw = thumbnailsInTurn();
  return openRoute({
    method: 'GET',
    path: '/api/v1/sessions/:id/documents/:doc_type',
    params: z.object({ id: z.string(), doc_type: z.string() }),
    query: z.record(z.string(), z.unknown()),
    summary: 'Get a document by its signed URL',
    answers: { 200: streamed('image/jpeg', 'image/png', 'image/webp', 'application/pdf') },
    queryAs: claim
      .pick({ expires: true, by: true, sig: true, document: true })
      .extend(shownForm.shape),
    handler: async (call) => {
      const { params, query, request, response, clientAddress } = call;
      const claimed = claim.safeParse({ ...query, ...params });
      const signed = claimed.success ? await signedDocument(deps, claimed.data) : undefined;
      if (signed === undefined) {
        await limitFailure(deps, clientAddress, response);
        throw new VerifaError('signature_invalid');
      }
      const { document, session } = signed;
      const key = keyToRead(deps.keyring, session, 'documents');
      if (document.removed_at !== null || key === null) throw new VerifaError('document_gone');
      const shown = wishedForm(document, query);
      if (request.method === 'HEAD') {
        describeShown(response, document, shown).end();
        return alreadySent;
      }
      await deps.tenancy.within(tenantOf(session), () =>
        auditSight(deps, call, document, claimed.data?.by ?? null),
      );
      if (shown.width === undefined) await stream(deps, key, { document, shown }, response);
      else await drawn(deps, key, { document, shown, width: shown.width, draw }, response);
      return alreadySent;
    },
  });
}

interface SignedDocument {
  readonly document: DocumentRow;
  readonly session: SessionRow;
}

/** The newest of its type unless the URL names one; the signature covers which one it is. */
async function signedDocument(deps: ApiDeps, claimed: Claim): Promise<SignedDocument | undefined> {
  const tenant = await sessionTenant(deps, claimed.id);
  if (tenant === undefined) return undefined;
  return deps.tenancy.within(tenant, () => documentOf(deps, claimed));
}

async function documentOf(deps: ApiDeps, claimed: Claim): Promise<SignedDocument | undefined> {
  const ofType = deps.db
    .selectFrom('documents')
    .selectAll()
    .where((where) => where.eb(where.cast<string>('session_id', 'text'), '=', claimed.id))
    .where('doc_type', '=', claimed.doc_type);
  const named = claimed.document;
  const document = await (
    named === undefined
      ? ofType.where('superseded_at', 'is', null)
      : ofType.where((where) => where.eb(where.cast<string>('id', 'text'), '=', named))
  ).executeTakeFirst();
  const isValid =
    document !== undefined &&
    isSignatureValid(deps, document, {
      expires: claimed.expires,
      issuer: claimed.by ?? null,
      signature: claimed.sig,
    }) &&
    claimed.expires * 1000 > deps.clock().getTime();
  if (!isValid) return undefined;
  noteSession(document.session_id);
  const session = await deps.db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', document.session_id)
    .executeTakeFirstOrThrow();
  return { document, session };
}

/** Each picture that is seen, before it leaves; whoever has the URL is nobody, so it names who gave it out. */
async function auditSight(
  deps: ApiDeps,
  call: Pick<OpenCall<unknown, unknown, unknown>, 'requestId' | 'clientAddress' | 'request'>,
  document: DocumentRow,
  issuer: string | null,
): Promise<void> {
  await recordAudit(deps.db, {
    organizationId: document.organization_id,
    environment: document.environment,
    actorKind: issuerKind(issuer),
    actorId: issuer,
    action: 'session.document_seen',
    resourceId: document.session_id,
    requestId: call.requestId,
    detail: { document_id: document.id, doc_type: document.doc_type, by: 'signed_url' },
    whence: whenceOf(call),
    at: deps.clock(),
  });
}

function issuerKind(issuer: string | null): 'system' | 'reviewer' | 'api_key' {
  if (issuer === null) return 'system';
  return isId('user', issuer) ? 'reviewer' : 'api_key';
}

interface Showing {
  readonly document: DocumentRow;
  readonly shown: ShownForm;
}

async function drawn(
  deps: ApiDeps,
  key: Buffer,
  { document, shown, width, draw }: Showing & { readonly width: number; draw: DrawThumbnail },
  response: ApiResponse,
): Promise<void> {
  const read = (): Promise<Buffer> => readDocument(deps.objects, key, document);
  const picture = await draw({ read, width });
  describeShown(response, document, shown)
    .set('Content-Length', String(picture.length))
    .end(picture);
}

async function stream(
  deps: ApiDeps,
  key: Buffer,
  { document, shown }: Showing,
  response: ApiResponse,
): Promise<void> {
  const identity = { sessionId: document.session_id, documentId: document.id };
  const ciphertext = await deps.objects.get(document.object_key);
  describeShown(response, document, shown);
  try {
    await pipeline(ciphertext, decryptDocument(key, identity), response);
  } catch (cause) {
    // The reader went away: nobody is left to be answered, and nothing is wrong here.
    if (isGone(cause)) return;
    throw cause;
  }
}

function isGone(cause: unknown): boolean {
  return hasErrorCode(cause, 'ERR_STREAM_PREMATURE_CLOSE');
}
