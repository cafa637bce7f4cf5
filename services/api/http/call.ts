import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import type { Write } from '../../../shared/database/in-one-statement';
import type { ApiKeyId, Id, IdKind, UserId } from '../../../shared/domain/ids';
import type { KeyInflection } from '../../../shared/wire/key-casing';
import type { Answer } from './answer';
import type { Caller } from './caller';
import type { Once } from './once';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { BodyBounds, HeldBody } from './body-budget';

/** What middleware learns of a request, in `response.locals`. */
export type ApiLocals = {
  requestId: string;
  clientAddress: string;
  /** The route's pattern, for the access log; a path may hold a token. */
  pattern?: string;
  /** Who asks, once that is known. */
  callerId?: ApiKeyId | UserId;
  /** What its body holds in memory. */
  body: { readonly held: HeldBody; readonly bounds: BodyBounds };
  /** How the answer's keys are to be written. */
  inflection?: KeyInflection;
};
type Params = Request['params'];
type Query = Request['query'];
export type ApiRequest = Request<Params, unknown, unknown, Query, ApiLocals>;
export type ApiResponse = Response<unknown, ApiLocals>;
export type ApiHandler = RequestHandler<Params, unknown, unknown, Query, ApiLocals>;
export type ApiErrorHandler = ErrorRequestHandler<Params, unknown, unknown, Query, ApiLocals>;

/** One request as a handler sees it: parsed once, at the edge. */
export interface OpenCall<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Our own id of the request: in the answer, the log and the workflow. */
  readonly requestId: string;
  readonly clientAddress: string;
  /** For streams only (multipart in, documents out). */
  readonly request: ApiRequest;
  readonly response: ApiResponse;
}

export interface Call<P, Q, B> extends OpenCall<P, Q, B> {
  readonly caller: Caller;
  readonly actor: Actor;
  /**
   * Names the operation towards the workflow: the same for every repeat under one Idempotency-Key,
   * so that a repeat after a lost answer takes effect once. Without a key it is the request's id.
   */
  readonly operationId: string;
  /** Under an Idempotency-Key that somebody held before: what the operation does may be done already. */
  readonly mayBeRepeat: boolean;
  /**
   * Under an Idempotency-Key: what keeps the answer for repeats, for an operation that is one statement to
   * send with it; then neither is without the other. Null: nobody can repeat it. An operation that does not
   * ask has its answer kept afterwards.
   */
  readonly keep: (given: Answer) => Write | null;
  /** The operation's transaction, once for all repeats. */
  readonly once: Once;
  /** A new id; under an Idempotency-Key the one that the first holder of the key was given. */
  readonly assignedId: <K extends IdKind>(kind: K) => Id<K>;
}
