import type { Logger } from 'pino';
import { z } from 'zod';
import { errorCatalogue } from '../../../shared/domain/errors/catalogue';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { errorFacts } from '../../../shared/tracing/error-facts';
import type { ApiErrorHandler, ApiResponse } from './call';
import { endAnswer } from './end-answer';
import { writeWireBody } from './wire-form';

const outageRetrySeconds = 2;
/** What is used up for a capture is there again with the next one: clients that repeat by themselves give up. */
const usedUpRetrySeconds = 3_600;

/** No answer with one of these comes without. */
const secondsByStatus: Readonly<Partial<Record<number, number>>> = {
  429: usedUpRetrySeconds,
  503: outageRetrySeconds,
};

export interface ErrorBody extends Readonly<Record<string, unknown>> {
  readonly error: string;
  readonly detail: string;
  readonly status_code: number;
  readonly request_id: string;
}

/** The one form of every error (`2-api-conventions.md`). */
export function errorBody(error: VerifaError, requestId: string): ErrorBody {
  return {
    ...error.extra,
    error: error.code,
    detail: error.detail,
    status_code: error.status,
    request_id: requestId,
    ...(error.status === 422 ? { errors: error.fields } : {}),
  };
}

export function errorHeaders(error: VerifaError): Record<string, string> {
  const seconds = error.retryAfterSeconds ?? secondsByStatus[error.status];
  return seconds === undefined ? {} : { 'Retry-After': String(seconds) };
}

/** Whatever was thrown, as one of ours: an outage of a part is 503, the unknown is internal_error. */
export function asVerifaError(error: unknown): VerifaError {
  if (error instanceof VerifaError) return error;
  if (isOutage(error)) return new VerifaError('temporarily_unavailable', { cause: error });
  if (isClientError(error)) return new VerifaError('bad_request', { cause: error });
  return new VerifaError('internal_error', { cause: error });
}

/** The last handler of the app: every thrown error ends here, and only 5xx are logged. */
export function answerErrors(log: Logger): ApiErrorHandler {
  return async (thrown: unknown, _request, response, _next) => {
    const error = asVerifaError(thrown);
    logFailure(log, error, response);
    if (response.headersSent) {
      // Half an answer cannot be taken back; a broken connection tells the client at least.
      response.destroy();
      return;
    }
    response.status(error.status).set(errorHeaders(error));
    // Every 401 has to say how (RFC 9110, 11.6.1); `/mcp` has said its own way by then.
    if (error.status === 401 && response.get('WWW-Authenticate') === undefined) {
      response.set('WWW-Authenticate', 'ApiKey realm="verifa", header="X-API-Key"');
    }
    const { requestId, inflection } = response.locals;
    const body = writeWireBody(errorBody(error, requestId), inflection);
    await endAnswer(response, body);
  };
}

export function logFailure(log: Logger, error: VerifaError, { locals }: ApiResponse): void {
  if (error.status < 500) return;
  const { requestId, pattern } = locals;
  const thrown = errorFacts(error.cause ?? error);
  log.error({ request_id: requestId, route: pattern, error: error.code, thrown }, 'request failed');
}

const text = z.string().optional().catch(undefined);
const driverFacts = z
  .object({
    code: text,
    message: text,
    status: z.number().optional().catch(undefined),
  })
  .catch({});

/** Drivers throw many classes, of several realms: their members tell, not `instanceof`. */
function facts(error: unknown): z.output<typeof driverFacts> {
  return driverFacts.parse(error);
}

const outageCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND']);

/** Postgres' classes 08 and 57 (connection, shutdown) and 53 (out of resources), or a dead socket. */
function isOutage(error: unknown): boolean {
  const { code, message } = facts(error);
  if (code !== undefined) return outageCodes.has(code) || /^(08|53|57)[0-9A-Z]{3}$/.test(code);
  return /connection terminated|timeout exceeded when trying to connect/i.test(message ?? '');
}

/** Express' own refusals, e.g. of a path that is not valid percent-encoding. */
function isClientError(error: unknown): boolean {
  return facts(error).status === errorCatalogue.bad_request.status;
}
