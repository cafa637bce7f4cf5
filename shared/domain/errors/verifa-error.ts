import { errorCatalogue, type ErrorCode } from './catalogue';

/** One refused field. `field` is a dotted path in the caller's own spelling; never the value. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
  /** The node of a workflow definition that the mistake is in. */
  readonly node?: string;
}

interface VerifaErrorOptions {
  /** Says more than the catalogue's sentence. May reach the caller: no personal value, no secret. */
  readonly detail?: string;
  readonly fields?: readonly FieldError[];
  /** Extra public members of the error answer, e.g. `{ status: 'expired' }`. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds?: number;
  /** For the log only. */
  readonly cause?: unknown;
}

/** All that is thrown on purpose is one of these, or wraps one: the code decides everything else. */
export class VerifaError extends Error {
  override readonly name = 'VerifaError';
  readonly status: number;
  readonly retryable: boolean;
  readonly detail: string;
  readonly fields: readonly FieldError[];
  readonly extra: Readonly<Record<string, unknown>>;
  readonly retryAfterSeconds: number | undefined;

  constructor(
    readonly code: ErrorCode,
    options: VerifaErrorOptions = {},
  ) {
    const entry = errorCatalogue[code];
    super(options.detail ?? entry.message, { cause: options.cause });
    this.status = entry.status;
    this.retryable = entry.retryable;
    this.detail = options.detail ?? entry.message;
    this.fields = options.fields ?? [];
    this.extra = options.extra ?? {};
    this.retryAfterSeconds = options.retryAfterSeconds;
  }
}
