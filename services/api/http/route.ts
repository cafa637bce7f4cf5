import type { z } from 'zod';
import type { Scope } from '../../../shared/domain/auth/scopes';
import { tenantScope } from '../../../shared/database/scope';
import { newId } from '../../../shared/domain/ids';
import type { Method } from './method';
import { noteRead } from './note-read';
import type { ApiDeps } from '../deps';
import type { Answer } from './answer';
import type { AnswerOf, DeclaredAnswers } from './declared-answer';
import { respelled, type Aliases } from './aliases';
import { authenticate } from './authenticate';
import type { ApiRequest, ApiResponse, Call, OpenCall } from './call';
import { actorOf, callerId, type Caller, type KeyCaller } from './caller';
import { idempotently, type Held, type Renew } from './idempotency';
import { createOnce, type Once } from './once';
import { parsePart } from './parse';
import { requireRights, requireScopes, type Needed } from './require-rights';
import { limitKey } from './rate-limit';
import { noBody, readBody, type SentBody } from './read-body';
import { readQuery } from './read-query';
import { requireStorable } from './storable-text';
import type { Whose } from './whose-answer';
import { useVersion } from './wire-form';

interface Shape<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends DeclaredAnswers,
> {
  readonly method: Method;
  /** The whole pattern, e.g. `/api/v1/sessions/:id`. */
  readonly path: string;
  readonly params?: P;
  readonly query?: Q;
  /** Without it there is none; of an upload it is left for the handler to stream. */
  readonly body?: B;
  /** Other names of the body's fields, and of the query's. */
  readonly aliases?: Aliases | undefined;
  readonly queryAliases?: Aliases | undefined;
  /** A field of the body that is null is a field that was not sent. */
  readonly nullIsAbsent?: boolean | undefined;
  /**
   * The schema of a JSON body for the document, where `body` is looser than what is taken, or the handler
   * reads the body itself once it knows who asks.
   */
  readonly bodyAs?: z.ZodType | undefined;
  /** A body that it takes, for the reference. */
  readonly example?: z.input<B> | undefined;
  /** The same of the query. */
  readonly queryAs?: z.ZodType | undefined;
  /** One line, for whoever reads the reference. */
  readonly summary: string;
  /** What it answers when it does not refuse, by status. */
  readonly answers: A;
  /** What a refusal may be written as beside JSON, by a handler that sends it itself. */
  readonly refusesAs?: readonly string[] | undefined;
  /** The parts of a `multipart/form-data` body, or other media that the handler reads itself. */
  readonly upload?: Upload | undefined;
}

/** A body that is no JSON, as the document tells of it; the handler reads and judges it. */
export interface Upload {
  readonly mediaType: 'multipart/form-data' | 'text/csv';
  readonly schema: z.ZodType;
}

interface KeyedShape<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends DeclaredAnswers,
> extends Shape<P, Q, B, A> {
  /** What the key needs; with several, all of them. */
  readonly scope: Scope | readonly Scope[];
  /** Signed-in reviewers may not; keys may, by their scopes. */
  readonly requiresSenior?: true;
  /** Reads a body that is not always JSON, in place of the usual reader; `body` judges what it gives. */
  readonly readBody?:
    ((request: ApiRequest, response: ApiResponse) => Promise<SentBody>) | undefined;
  /** Counted by a limit of its own, beside that of all requests. */
  readonly counts?: 'sessionCreates';
  /** Looked at before the body and before anything is looked up, e.g. "sandbox keys only". */
  readonly precondition?: (caller: Call<unknown, unknown, unknown>['caller']) => void;
  readonly handler: (call: Call<z.output<P>, z.output<Q>, z.output<B>>) => Promise<AnswerOf<A>>;
  /** For an answer whose stored form may be stale when it is replayed: its body as it is true now. */
  readonly renew?: Renew | undefined;
}

/** What is stored under an `Idempotency-Key`: nothing of a read, nor of an upload, else somebody's or nobody's. */
type Stored =
  | { readonly method: 'GET' }
  /** An upload, whose repeat is known by its content's hash instead of by a key. */
  | { readonly method: Exclude<Method, 'GET'>; readonly idempotency: 'content' }
  | {
      readonly method: Exclude<Method, 'GET'>;
      readonly idempotency?: 'key';
      readonly whose: Whose;
    };

interface OpenShape<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends DeclaredAnswers,
> extends Shape<P, Q, B, A> {
  readonly handler: (call: OpenCall<z.output<P>, z.output<Q>, z.output<B>>) => Promise<AnswerOf<A>>;
}

/** A route as the router mounts it: its types have been used up. */
export interface Route<R extends Answer = Answer> {
  readonly method: Method;
  readonly path: string;
  /** What the key needs; null where a token or a signature says who asks, or nobody is asked. */
  readonly scopes: readonly Scope[] | null;
  /** What requests are parsed by, for whoever describes them. */
  readonly schemas: RouteSchemas;
  readonly summary: string;
  readonly answers: DeclaredAnswers;
  readonly refusesAs?: readonly string[] | undefined;
  readonly run: (deps: ApiDeps, request: ApiRequest, response: ApiResponse) => Promise<R>;
}

export interface RouteSchemas {
  readonly params?: z.ZodType | undefined;
  readonly query?: z.ZodType | undefined;
  readonly aliases?: Aliases | undefined;
  readonly queryAliases?: Aliases | undefined;
  /** Absent where there is no body, or the handler streams it (`multipart/form-data`). */
  readonly body?: z.ZodType | undefined;
  readonly example?: unknown;
  readonly upload?: Upload | undefined;
}

/** What a key that is known already asks of a route, in whatever way it came (`/mcp`). */
export interface Invocation {
  readonly caller: KeyCaller;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly request: ApiRequest;
  readonly response: ApiResponse;
  /** Of this asking alone: one request may bring several. */
  readonly operationId: string;
  readonly once: Once;
}

/** A route that can be asked without a request of its own: scopes, schemas and handler are the same. */
export interface KeyedRoute extends Route {
  readonly requiresSenior: boolean;
  /** What whoever asks without a request has to count, as the request would have been. */
  readonly counts: 'sessionCreates' | undefined;
  /** Whose data an answer holds that is kept for a repeat; null where none is. */
  readonly whose: Whose | null;
  readonly invoke: (asked: Invocation) => Promise<Answer>;
}

/** What a route says of itself, whoever may ask it. */
function described(
  shape: Shape<z.ZodType, z.ZodType, z.ZodType, DeclaredAnswers>,
): Omit<Route, 'scopes' | 'run'> {
  return {
    method: shape.method,
    path: shape.path,
    schemas: {
      params: shape.params,
      query: shape.queryAs ?? shape.query,
      aliases: shape.aliases,
      queryAliases: shape.queryAliases,
      body: shape.bodyAs ?? shape.body,
      example: shape.example,
      upload: shape.upload,
    },
    summary: shape.summary,
    answers: shape.answers,
    refusesAs: shape.refusesAs,
  };
}

/** A route behind an API key: key, scope, body, idempotency, schemas, handler; in this order. */
export function route<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  const A extends DeclaredAnswers = DeclaredAnswers,
>(shape: KeyedShape<P, Q, B, A> & Stored): KeyedRoute {
  const whose = 'whose' in shape ? shape.whose : null;
  const scopes = typeof shape.scope === 'string' ? [shape.scope] : shape.scope;
  const requiresSenior = shape.requiresSenior === true;
  const needed: Needed = { method: shape.method, scopes, requiresSenior };
  return {
    async invoke({ caller, request, response, operationId, once, ...given }) {
      requireScopes(caller, scopes);
      shape.precondition?.(caller);
      return shape.handler({
        ...context(request, response),
        params: parsePart(shape.params, given.params),
        query: parsePart(shape.query, given.query),
        body: parsePart(shape.body, given.body),
        caller,
        actor: actorOf(caller),
        operationId,
        mayBeRepeat: false,
        keep: () => null,
        once,
        assignedId: newId,
      });
    },
    counts: shape.counts,
    requiresSenior,
    whose,
    ...described(shape),
    scopes,
    async run(deps, request, response) {
      const caller = await authenticate(deps, request, response);
      response.locals.callerId = callerId(caller);
      response.locals.body.held.belongsTo(callerId(caller));
      return deps.tenancy.within(tenantScope(caller), () => asked(deps, caller, request, response));
    },
  };

  async function asked(
    deps: ApiDeps,
    caller: Caller,
    request: ApiRequest,
    response: ApiResponse,
  ): Promise<Answer> {
    await admit(deps, caller, request, response, shape.counts);
    requireRights(caller, needed, deps.clock());
    shape.precondition?.(caller);
    const { value: rawBody, spelling } = await (shape.readBody === undefined
      ? sentBody(shape, request, response)
      : shape.readBody(request, response));
    const run = async ({ isKeyed, ...held }: Held) => {
      try {
        return await shape.handler({
          ...context(request, response),
          ...parts(shape, request, rawBody),
          caller,
          actor: actorOf(caller),
          ...held,
          once: createOnce(deps, { caller, isKeyed, operationId: held.operationId }),
        });
      } catch (error) {
        throw respelled(error, spelling);
      }
    };
    const repeatable = { caller, request, response, rawBody, whose, renew: shape.renew };
    const given = await idempotently(deps, repeatable, run);
    const { params, query } = request;
    await noteRead(deps, nameOf(shape), { caller, request, response, params, query });
    return given;
  }
}

/** A route without an API key: a capture token or a signature in its path says who asks. */
export function openRoute<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  const A extends DeclaredAnswers = DeclaredAnswers,
>(shape: OpenShape<P, Q, B, A>): Route<AnswerOf<A>> {
  return {
    ...described(shape),
    scopes: null,
    async run(_deps, request, response) {
      const sent =
        shape.body === undefined
          ? undefined
          : await readBody(request, response, { schema: shape.body });
      return shape.handler({
        ...context(request, response),
        // As it came: a token that cannot be one is refused as an unknown one is, by who knows tokens.
        params: parsePart(shape.params, request.params),
        query: parsePart(shape.query, request.query),
        body: parsePart(shape.body, sent?.value),
      });
    },
  };
}

/** As the audit's table of routes has it. */
function nameOf({ method, path }: Pick<Route, 'method' | 'path'>): string {
  return `${method} ${path}`;
}

/** Rate limits and version come right behind the key: a limited key learns nothing else. */
async function admit(
  deps: ApiDeps,
  caller: Caller,
  request: ApiRequest,
  response: ApiResponse,
  counts: 'sessionCreates' | undefined,
): Promise<void> {
  await limitKey(deps, caller, response, ['requests', ...(counts === undefined ? [] : [counts])]);
  if (caller.pinnedVersion !== null && request.get('verifa-version') === undefined) {
    useVersion(response, caller.pinnedVersion);
  }
}

type AnyShape = Shape<z.ZodType, z.ZodType, z.ZodType, DeclaredAnswers>;

const nothingSent: SentBody = { value: undefined, spelling: new Map() };

async function sentBody(
  {
    method,
    body: schema,
    upload,
    aliases,
    nullIsAbsent,
  }: Pick<AnyShape, 'method' | 'body' | 'upload' | 'aliases' | 'nullIsAbsent'>,
  request: ApiRequest,
  response: ApiResponse,
): Promise<SentBody> {
  if (schema !== undefined) {
    return readBody(request, response, { schema, aliases, nullIsAbsent });
  }
  if (method !== 'GET' && upload === undefined) await readBody(request, response, noBody);
  return nothingSent;
}

function context(
  request: ApiRequest,
  response: ApiResponse,
): Pick<
  OpenCall<unknown, unknown, unknown>,
  'requestId' | 'clientAddress' | 'request' | 'response'
> {
  const { requestId, clientAddress } = response.locals;
  return { requestId, clientAddress, request, response };
}

function parts<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  shape: Pick<Shape<P, Q, B, DeclaredAnswers>, 'params' | 'query' | 'queryAliases' | 'body'>,
  request: ApiRequest,
  rawBody: unknown,
): Pick<OpenCall<z.output<P>, z.output<Q>, z.output<B>>, 'params' | 'query' | 'body'> {
  requireStorable(request.params);
  return {
    params: parsePart(shape.params, request.params),
    query: parsePart(shape.query, readQuery(request.query, shape.query, shape.queryAliases)),
    body: parsePart(shape.body, rawBody),
  };
}
