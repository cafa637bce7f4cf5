import type { Transaction } from 'kysely';
import { z } from 'zod';
import { requireConsent } from '../../../shared/capture/consent-standing';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/errors/verifa-error';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import { beginCapture, requireCapturing } from '../documents/begin-capture';
import type { Answer } from '../http/answer';
import type { ApiRequest, ApiResponse } from '../http/call';
import type { DeclaredAnswers } from '../http/declared-answer';
import { parsePart } from '../http/parse';
import { limitCapture, limitLink, limitUnknownToken } from '../http/rate-limit';
import { noBody, readBody } from '../http/read-body';
import { openRoute, type Method, type Route, type Upload } from '../http/route';
import { captureClient } from './capture-client';
import { recordAddress } from './record-address';
import { bindToken, openToken, personOf, type OpenToken } from './open-token';

export interface StepCall<B> {
  readonly open: OpenToken;
  readonly body: B;
  readonly actor: Actor;
  readonly requestId: string;
  readonly clientAddress: string;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
}

interface StepShape<B extends z.ZodType> {
  readonly method: Extract<Method, 'GET' | 'POST'>;
  /** Behind `/verify/:token/`. */
  readonly step: string;
  /** Without it there is none, or the handler reads the upload. */
  readonly body?: B;
  /** As of every route. */
  readonly bodyAs?: z.ZodType;
  readonly example?: z.input<B>;
  readonly upload?: Upload;
  readonly summary: string;
  readonly answers: DeclaredAnswers;
  /** `live`: only while capturing is open. `closed`: its bound client may still call it afterwards. */
  readonly until: 'live' | 'closed';
  /** Nothing but consent is accepted before consent. */
  readonly needsConsent: boolean;
  readonly handler: (call: StepCall<z.output<B>>) => Promise<Answer>;
}

/**
 * A route by capture token: the token is judged first, by the clock at the request's beginning, before
 * a byte of the body is read. The first POST binds it.
 */
export function captureStep<B extends z.ZodType = z.ZodUndefined>(
  deps: ApiDeps,
  shape: StepShape<B>,
): Route {
  return openRoute({
    method: shape.method,
    path: `/verify/:token/${shape.step}`,
    params: z.object({ token: z.string() }),
    bodyAs: shape.bodyAs ?? shape.body,
    example: shape.example,
    upload: shape.upload,
    summary: shape.summary,
    answers: shape.answers,
    handler: async ({ params, request, response, requestId, clientAddress }) => {
      const begunAt = deps.clock();
      keepPrivate(response);
      await limitCapture(deps, clientAddress, response);
      const open = await openToken(deps, params.token, captureClient(request), begunAt).catch(
        async (cause: unknown) => {
          const isUnknown = cause instanceof VerifaError && cause.code === 'token_unavailable';
          if (isUnknown) await limitUnknownToken(deps, clientAddress, response);
          throw cause;
        },
      );
      await limitLink(deps, open.token.id, response);
      response.locals.body.held.belongsTo(open.token.id);
      if (open.standing === 'closed' && shape.until === 'live') {
        throw new VerifaError('token_unavailable');
      }
      if (shape.method === 'POST' && open.standing === 'live') await bindToken(deps, open, begunAt);
      if (shape.needsConsent) {
        if (open.standing === 'live') requireConsent(open.session);
        if (shape.method === 'POST') await recordCaller(deps, open, clientAddress, begunAt);
      }
      const isRead = shape.body !== undefined || (shape.method === 'POST' && !shape.upload);
      const form = shape.body === undefined ? noBody : { schema: shape.body };
      const sent = isRead ? await readBody(request, response, form) : undefined;
      const body = parsePart(shape.body, sent?.value);
      const actor = personOf(open);
      return shape.handler({ open, body, actor, requestId, clientAddress, request, response });
    },
  });
}

/**
 * Records a step that moves nothing but a pending session to capturing: rows, under the session's lock.
 * A step begun in time counts if the session still captures, over this link, when it is recorded.
 */
export async function recordStep<T>(
  deps: ApiDeps,
  call: Pick<StepCall<unknown>, 'open' | 'actor' | 'requestId'>,
  write: (trx: Transaction<Database>, session: SessionRow, at: Date) => Promise<T>,
  lock: typeof lockLink = lockCapture,
): Promise<T> {
  await beginCapture(deps, call.open.session, call);
  return deps.db.transaction().execute(async (trx) => {
    return write(trx, await lock(trx, call.open), deps.clock());
  });
}

/** The session as `lockLink` gives it, its person having consented and not taken it back. */
export async function lockCapture(
  trx: Transaction<Database>,
  open: OpenToken,
): Promise<SessionRow> {
  const session = await lockLink(trx, open);
  requireConsent(session);
  return session;
}

/** The session under its row lock, its link neither replaced nor submitted meanwhile. */
export async function lockLink(
  trx: Transaction<Database>,
  { token }: OpenToken,
): Promise<SessionRow> {
  const session = await lockRow(trx, { token });
  requireCapturing(session);
  const { status } = await trx
    .selectFrom('capture_tokens')
    .select('status')
    .where('id', '=', token.id)
    .executeTakeFirstOrThrow();
  if (status !== 'consumed') throw new VerifaError('token_unavailable');
  return session;
}

async function lockRow(
  trx: Transaction<Database>,
  { token }: Pick<OpenToken, 'token'>,
): Promise<SessionRow> {
  return trx
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', token.session_id)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Before the step itself: a submit's risk is assessed at once, and knows from where it came. */
async function recordCaller(
  deps: ApiDeps,
  open: OpenToken,
  address: string,
  at: Date,
): Promise<void> {
  if (open.standing !== 'live') return;
  await deps.db.transaction().execute(async (trx) => {
    const session = await lockRow(trx, open);
    await recordAddress(trx, deps, session, { address, at });
  });
}

/** The address holds a secret: no cache keeps the answer, no referrer tells it. */
function keepPrivate(response: ApiResponse): void {
  response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
}
