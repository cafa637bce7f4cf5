import type { components } from './api';

type Refusal = components['schemas']['Error'];
export type FieldError = NonNullable<Refusal['errors']>[number];
/** The codes this release knows; a newer service may have others. */
export type ErrorCode = Refusal['error'] | (string & Record<never, never>);

export interface ApiErrorParts {
  readonly status: number;
  readonly code: ErrorCode;
  readonly message: string;
  readonly requestId: string | null;
  readonly fieldErrors: readonly FieldError[];
}

/** What the service said no with, or something between it and us. */
export class VerifaApiError extends Error {
  override readonly name = 'VerifaApiError';
  readonly status: number;
  readonly code: ErrorCode;
  /** For the support: the service's own name for this request. */
  readonly requestId: string | null;
  /** Of 422: which fields, and why. */
  readonly fieldErrors: readonly FieldError[];
  /** The same request may succeed later. */
  readonly retryable: boolean;

  constructor({ status, code, message, requestId, fieldErrors }: ApiErrorParts) {
    super(message);
    this.status = status;
    this.code = code;
    this.requestId = requestId;
    this.fieldErrors = fieldErrors;
    this.retryable = isRetryable(status, code);
  }
}

/** No answer came: no connection, a connection lost, or a timeout. */
export class VerifaConnectionError extends Error {
  override readonly name = 'VerifaConnectionError';
  readonly retryable = true;

  constructor(cause: unknown) {
    super('The service gave no answer.', { cause });
  }
}

/** The signal of a wait was aborted; what was asked last, the session had this status. */
export class WaitEndedError extends Error {
  override readonly name = 'WaitEndedError';

  constructor(
    readonly sessionId: string,
    /** Null: nothing had been answered yet. */
    readonly lastStatus: string | null,
    cause: unknown,
  ) {
    super(`Session ${sessionId} is not over; its last known status is ${lastStatus ?? 'none'}.`, {
      cause,
    });
  }
}

/** 429 also tells that a session has no tries left, which waiting does not mend. */
function isRetryable(status: number, code: string): boolean {
  if (code === 'idempotency_in_progress') return true;
  if (status === 429) return code !== 'too_many_attempts';
  return status === 502 || status === 503 || status === 504;
}
