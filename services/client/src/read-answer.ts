import type { FieldError } from './errors';
import { VerifaApiError } from './errors';

type Json = Readonly<Record<string, unknown>>;

/** The JSON of a done request; `undefined` where there is nothing to say (204). */
export async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  const parsed = parse(text);
  if (parsed === notJson) {
    throw new VerifaApiError({
      status: response.status,
      code: 'unreadable_answer',
      message: 'The answer is no JSON.',
      requestId: null,
      fieldErrors: [],
    });
  }
  return parsed;
}

/** What a refusal says; one that is not the service's own (a proxy's page) has a code of ours. */
export async function readRefusal(response: Response): Promise<VerifaApiError> {
  const parsed = parse(await response.text());
  const body = isObject(parsed) ? parsed : {};
  const status = response.status;
  return new VerifaApiError({
    status,
    code: textOr(body['error'], 'unexpected_answer'),
    message: textOr(body['detail'], `Refused with status ${String(status)}.`),
    requestId: typeof body['request_id'] === 'string' ? body['request_id'] : null,
    fieldErrors: Array.isArray(body['errors']) ? body['errors'].filter(isFieldError) : [],
  });
}

const notJson = Symbol('not JSON');

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return notJson;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isFieldError(value: unknown): value is FieldError {
  return (
    isObject(value) &&
    [value['field'], value['code'], value['message']].every((part) => typeof part === 'string')
  );
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
