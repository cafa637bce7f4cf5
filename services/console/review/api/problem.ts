import * as z from 'zod/mini';

const fieldProblem = z.object({
  field: z.string(),
  code: z._default(z.string(), ''),
  message: z.string(),
});
/** One refused field: a dotted path, and a sentence about it. */
export type FieldProblem = z.output<typeof fieldProblem>;

const problemBody = z.object({
  error: z.string(),
  detail: z.string(),
  request_id: z._default(z.string(), ''),
  errors: z._default(z.array(fieldProblem), []),
});

interface Refused {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly fields: readonly FieldProblem[];
  /** What the answer says beside that, e.g. whose a case is now. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the API refused, as its answer says it (`2-api-conventions.md`). */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly requestId: string;
  readonly fields: readonly FieldProblem[];
  readonly body: Readonly<Record<string, unknown>>;

  constructor({ status, code, detail, requestId, fields, body }: Refused) {
    super(detail);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.requestId = requestId;
    this.fields = fields;
    this.body = body;
  }
}

/** Whether it was refused for this reason, one of the catalogue's codes. */
export function isRefusedAs(cause: unknown, code: string): cause is Refusal {
  return cause instanceof Refusal && cause.code === code;
}

/** Whether one of these fields, or an entry of one, was refused. */
export function isRefusedAt(cause: unknown, names: readonly string[]): boolean {
  if (!(cause instanceof Refusal)) return false;
  return cause.fields.some(({ field }) =>
    names.some((name) => field === name || field.startsWith(`${name}.`)),
  );
}

/** No answer of the API's came: it is being restarted, or the network is away. Nothing is known to be done. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** The person closed the dialog that asked who they are: what they wanted was not done. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

const awayStatuses = new Set([502, 503, 504]);

/** What an answer that is not 2xx means. */
export async function problemOf(response: Response): Promise<Refusal | Unreachable> {
  const { status } = response;
  const body: unknown = await response.json().catch(() => null);
  const read = problemBody.safeParse(body);
  if (awayStatuses.has(status)) {
    return new Unreachable(read.success ? read.data.detail : String(status));
  }
  if (!read.success) {
    const detail = `${String(status)} ${response.statusText}`;
    return new Refusal({ status, code: 'unknown', detail, requestId: '', fields: [], body: {} });
  }
  const { error, detail, request_id: requestId, errors: fields } = read.data;
  return new Refusal({ status, code: error, detail, requestId, fields, body: asRecord(body) });
}

function asRecord(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? { ...body } : {};
}
