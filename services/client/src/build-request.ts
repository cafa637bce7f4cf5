import { randomUUID } from 'node:crypto';
import type { Sent } from './exchange';
import type { CallOptions, RawBody } from './route-types';

/** The version of the API that the types are of. */
export const apiVersion = '2026-01-01';

export interface Connection {
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly apiKey: string;
}

/** A route's options with their types used up. */
export interface LooseOptions extends CallOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly upload?: FormData | RawBody;
}

/** `POST /api/v1/sessions/{id}/…` and its options as what goes over the wire. */
export function buildRequest(
  { baseUrl, apiKey }: Connection,
  route: string,
  { params = {}, query = {}, body, upload, ...options }: LooseOptions,
): Sent {
  const carried =
    body === undefined ? upload : { type: 'application/json', bytes: JSON.stringify(body) };
  const isForm = carried instanceof FormData;
  const [method = '', template = ''] = route.split(' ');
  return {
    method,
    url: `${baseUrl}${filled(template, params)}${search(query)}`,
    headers: {
      Accept: options.accept ?? 'application/json',
      'X-API-Key': apiKey,
      'Verifa-Version': apiVersion,
      ...(method === 'GET' ? {} : { 'Idempotency-Key': options.idempotencyKey ?? randomUUID() }),
      // A form's own type names its boundary, which only the sender knows.
      ...(carried === undefined || isForm ? {} : { 'Content-Type': carried.type }),
    },
    body: isForm ? carried : (carried?.bytes ?? null),
    signal: options.signal ?? null,
    timeoutMs: options.timeoutMs ?? null,
  };
}

function filled(template: string, params: Readonly<Record<string, string | number>>): string {
  return template.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = String(params[name] ?? '');
    // A dot would be resolved before it is sent, and another route be asked.
    if (['', '.', '..'].includes(value)) throw new TypeError(`params.${name} is missing`);
    return encodeURIComponent(value);
  });
}

function search(query: Readonly<Record<string, unknown>>): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((one) => one !== undefined && one !== null)
      .map((one): [string, string] => [name, String(one)]),
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
