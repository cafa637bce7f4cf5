import { randomUUID } from 'node:crypto';
import { isId, type ApiKeyId, type SessionId, type UserId } from '../../../shared/domain/ids';
import {
  looksLikeRequestId,
  parseTraceparent,
  writeTraceparent,
} from '../../../shared/domain/tracing/trace-context';
import { withLogContext, type LogContext } from '../../../shared/tracing/log-context';
import type { SpanEnd } from '../../../shared/tracing/tracer';
import type { ApiDeps } from '../deps';
import type { ApiHandler, ApiRequest, ApiResponse } from './call';
import type { ClientAddress } from './client-address';

const echoable = /^[\x21-\x7e]{1,128}$/;

/** An id, by which an operator finds the key or the person: never a name or an address. */
function callerField(id: ApiKeyId | UserId): { key_id: ApiKeyId } | { user_id: UserId } {
  return isId('apiKey', id) ? { key_id: id } : { user_id: id };
}

/**
 * Gives the request its id and its address, and logs it when it ends. `X-Request-Id` of the answer is always ours; a
 * client's own comes back as `X-Client-Request-Id`, and stands in the request's line where it can be nothing but an
 * id. A client's `traceparent` is gone on with, and answered in `Traceresponse`.
 */
export function requestContext(
  { log, bodies, metrics, tracer }: Pick<ApiDeps, 'log' | 'bodies' | 'metrics' | 'tracer'>,
  clientAddress: ClientAddress,
): ApiHandler {
  return (request, response, next) => {
    const startedNs = process.hrtime.bigint();
    const requestId = randomUUID();
    response.locals.requestId = requestId;
    response.locals.clientAddress = clientAddress(
      request.socket.remoteAddress,
      request.headers['x-forwarded-for'],
    );
    response.locals.body = {
      held: bodies.open(response.locals.clientAddress),
      bounds: bodies.bounds,
    };
    response.set('X-Request-Id', requestId);
    const theirs = request.headers['x-request-id'];
    if (typeof theirs === 'string' && echoable.test(theirs)) {
      response.set('X-Client-Request-Id', theirs);
    }
    const callers = parseTraceparent(request.headers['traceparent']);
    const span = tracer?.begin(
      { name: 'request', kind: 'server', attributes: { 'verifa.request.id': requestId } },
      callers,
    );
    const parent = span?.place ?? callers;
    if (parent !== null) response.set('Traceresponse', writeTraceparent(parent));
    const context: LogContext = { trace: { requestId, parent }, ids: {} };
    response.once('close', () => {
      const { pattern, callerId } = response.locals;
      span?.end(requestEnd(request, response, context.ids.session_id));
      const durationNs = process.hrtime.bigint() - startedNs;
      metrics?.observe(
        'verifa_http_seconds',
        {
          // The method of a path that is no route of ours is whatever somebody sent.
          route: pattern === undefined ? 'unknown' : `${request.method} ${pattern}`,
          status: String(response.statusCode),
        },
        Number(durationNs) / 1e9,
      );
      log.info(
        {
          request_id: requestId,
          ...(typeof theirs === 'string' && looksLikeRequestId(theirs)
            ? { client_request_id: theirs }
            : {}),
          ...(parent === null ? {} : { trace_id: parent.traceId }),
          ...context.ids,
          method: request.method,
          route: pattern ?? 'unknown',
          status: response.statusCode,
          duration_ms: Number(durationNs / 1_000_000n),
          ...(callerId === undefined ? {} : callerField(callerId)),
          ...(response.writableFinished ? {} : { aborted: true }),
        },
        'request',
      );
    });
    withLogContext(context, next);
  };
}

/** The method of a path that is no route of ours is whatever somebody sent. */
function requestEnd(
  request: ApiRequest,
  { locals, statusCode, writableFinished }: ApiResponse,
  sessionId: SessionId | undefined,
): SpanEnd {
  const { pattern } = locals;
  const { method } = request;
  const error = statusCode >= 500 ? String(statusCode) : writableFinished ? undefined : 'aborted';
  return {
    ...(pattern === undefined ? {} : { name: `${method} ${pattern}` }),
    attributes: {
      ...(pattern === undefined ? {} : { 'http.request.method': method, 'http.route': pattern }),
      ...(sessionId === undefined ? {} : { 'verifa.session.id': sessionId }),
      'http.response.status_code': statusCode,
    },
    ...(error === undefined ? {} : { error }),
  };
}
