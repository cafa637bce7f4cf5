import type { Transaction } from 'kysely';
import { z } from 'zod';
import { requireConsent, requireNotWithdrawn } from '../../../shared/capture/consent-standing';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { tenantOf } from '../../../shared/database/scope';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { ApiDeps } from '../deps';
import { beginCapture, requireCapturing } from '../documents/begin-capture';
import type { ApiRequest, ApiResponse } from '../http/call';
import type { AnswerOf, DeclaredAnswers } from '../http/declared-answer';
import { parsePart } from '../http/parse';
import { noBody, readBody } from '../http/read-body';
import { openRoute, type Route, type Upload } from '../http/route';
import type { Method } from '../http/method';
import { captureClient, type CaptureClient } from './capture-client';
import { recordAddress, seeAgain } from './record-address';
import { admit } from './admit';
import { bindToken, personOf, type OpenToken, type Standing } from './open-token';

export interface StepCall<B, Q = undefined, P = unknown> {
  readonly open: OpenToken;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly actor: Actor;
  readonly requestId: string;
  readonly clientAddress: string;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
}

interface StepShape<
  B extends z.ZodType,
  Q extends z.ZodType,
  P extends z.ZodObject,
  A extends DeclaredAnswers,
> {
  readonly method: Extract<Method, 'GET' | 'POST'>;
  /** Behind `/verify/:token/`. */
  readonly step: string;
  /** Of what the step's own path names. */
  readonly params?: P;
  readonly query?: Q;
  /** Without it there is none, or the handler reads the upload. */
  readonly body?: B;
  /** As of every route. */
  readonly bodyAs?: z.ZodType;
  readonly example?: z.input<B>;
  readonly upload?: Upload;
  readonly summary: string;
  readonly answers: A;
  /** The standings of a link in which its client may take the step. */
  readonly standings: readonly Standing[];
  /** `given`: nothing but consent is accepted before it. `not_withdrawn`: but after a no neither is this. */
  readonly consent: 'given' | 'not_withdrawn' | 'not_asked';
  /** False: the step may be taken over a link that nobody has bound, and leaves it so. */
  readonly binds?: false;
  /** Who asks, where that is not said by the page's secret alone. */
  readonly clientOf?: (request: ApiRequest, token: string, query: z.output<Q>) => CaptureClient;
  readonly handler: (call: StepCall<z.output<B>, z.output<Q>, z.output<P>>) => Promise<AnswerOf<A>>;
}

/**
 * A route by capture token: the token is judged first, by the clock at the request's beginning, before
 * a byte of the body is read. The first POST binds it.
 */
export function captureStep<
  B extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  P extends z.ZodObject = z.ZodObject,
  const A extends DeclaredAnswers = DeclaredAnswers,
>(deps: ApiDeps, shape: StepShape<B, Q, P, A>): Route<AnswerOf<A>> {
  return openRoute({
    method: shape.method,
    path: `/verify/:token/${shape.step}`,
    params: z.object({ ...shape.params?.shape, token: z.string() }),
    ...(shape.query === undefined ? {} : { query: shape.query }),
    bodyAs: shape.bodyAs ?? shape.body,
    example: shape.example,
    upload: shape.upload,
    summary: shape.summary,
    answers: shape.answers,
    handler: async ({ params, query, request, response, requestId, clientAddress }) => {
      const begunAt = deps.clock();
      const client = shape.clientOf?.(request, params.token, query) ?? captureClient(request);
      const asked = { token: params.token, client, clientAddress, response, begunAt };
      const open = await admit(deps, asked, shape.standings);
      return deps.tenancy.within(tenantOf(open.session), async () => {
        if (shape.method === 'POST' && shape.binds !== false && open.standing === 'live')
          await bindToken(deps, open, begunAt);
        if (shape.consent === 'not_withdrawn') requireNotWithdrawn(open.session);
        if (shape.consent === 'given') {
          if (open.standing === 'live') requireConsent(open.session);
          if (shape.method === 'POST') await recordCaller(deps, open, clientAddress, begunAt);
        }
        const isRead = shape.body !== undefined || (shape.method === 'POST' && !shape.upload);
        const form = shape.body === undefined ? noBody : { schema: shape.body };
        const sent = isRead ? await readBody(request, response, form) : undefined;
        return shape.handler({
          open,
          params: parsePart(shape.params, params),
          query,
          body: parsePart(shape.body, sent?.value),
          actor: personOf(open),
          requestId,
          clientAddress,
          request,
          response,
        });
      });
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

export async function lockRow(
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
export async function recordCaller(
  deps: ApiDeps,
  open: OpenToken,
  address: string,
  at: Date,
): Promise<void> {
  if (open.standing !== 'live' || deps.lookUpAddress(address) === null) return;
  if (await seeAgain(deps.db, deps.keyring, open.session, { address, at })) return;
  await deps.db.transaction().execute(async (trx) => {
    const session = await lockRow(trx, open);
    await recordAddress(trx, deps, session, { address, at });
  });
}
