import { z } from 'zod';

const answerBody = z.record(z.string(), z.unknown());
export type AnswerBody = z.infer<typeof answerBody>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: AnswerBody;
}

/** One HTTP client for the tests: JSON or multipart in, status and parsed JSON out. */
export async function call(
  method: string,
  url: string,
  options: {
    readonly key?: string;
    readonly json?: unknown;
    readonly form?: FormData;
    readonly headers?: Record<string, string>;
  } = {},
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(options.key === undefined ? {} : { 'X-API-Key': options.key }),
      ...(options.json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    ...(options.form === undefined ? {} : { body: options.form }),
    ...(options.json === undefined ? {} : { body: JSON.stringify(options.json) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  return { status: response.status, headers: response.headers, body: answerBody.parse(parsed) };
}

export function file(bytes: Buffer, name: string, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  return form;
}

export function text(body: AnswerBody, field: string): string {
  return z.string().parse(body[field]);
}
