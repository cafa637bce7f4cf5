import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { isId, type ApiKeyId, type UserId } from '../../../shared/domain/ids';
import type { BodyBudget } from './body-budget';
import type { ApiHandler } from './call';
import type { ClientAddress } from './client-address';

const echoable = /^[\x21-\x7e]{1,128}$/;

/** An id, by which an operator finds the key or the person: never a name or an address. */
function callerField(id: ApiKeyId | UserId): { key_id: ApiKeyId } | { user_id: UserId } {
  return isId('apiKey', id) ? { key_id: id } : { user_id: id };
}

/**
 * Gives the request its id and its address, and logs it when it ends. `X-Request-Id` of the answer
 * is always ours; a client's own comes back as `X-Client-Request-Id` and is used for nothing.
 */
export function requestContext(
  log: Logger,
  clientAddress: ClientAddress,
  bodies: BodyBudget,
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
    response.once('close', () => {
      const { pattern, callerId } = response.locals;
      log.info(
        {
          request_id: requestId,
          method: request.method,
          route: pattern ?? 'unknown',
          status: response.statusCode,
          duration_ms: Number((process.hrtime.bigint() - startedNs) / 1_000_000n),
          ...(callerId === undefined ? {} : callerField(callerId)),
          ...(response.writableFinished ? {} : { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
}
