import type { AnswerOf, OptionsOf, RawBody, Route } from '../../../client/src/route-types';
import type { Access, Proof } from './access';
import type { Connection } from './connection';
import { isRefusedAs, problemOf, Refusal, Unreachable } from './problem';

/** A route's options with their types used up. */
export interface LooseOptions {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly upload?: FormData | RawBody;
  readonly idempotencyKey?: string;
  readonly accept?: string;
  readonly signal?: AbortSignal;
}

export interface Api {
  /** Any route by its name, typed by the API's own document: `api.request('GET /api/v1/cases/{id}', …)`. */
  readonly request: <R extends Route>(route: R, ...options: OptionsOf<R>) => Promise<AnswerOf<R>>;
  /** The same with its types used up, for what is built upon it. */
  readonly ask: (route: string, options?: LooseOptions) => Promise<unknown>;
  /** The answer unread: CSV, PDF, pictures, streams. */
  readonly send: (route: string, options?: LooseOptions) => Promise<Response>;
  /** Asks once, whoever is signed in: a refusal for that is an answer. */
  readonly askOpenly: (route: string, options?: LooseOptions) => Promise<unknown>;
}

export interface ApiParts {
  /** The path below which everything of the service lies. */
  readonly base: string;
  readonly fetch: typeof fetch;
  readonly access: Access;
  readonly connection: Connection;
  readonly newKey: () => string;
  readonly pause: (ms: number) => Promise<void>;
}

/** A write is repeated so often while the API is away; each time under the same key, so that it is done once. */
const pausesMs = [400, 1_200, 3_000];

export function createApi(parts: ApiParts): Api {
  const { access, connection, newKey, pause } = parts;

  async function once(route: string, options: LooseOptions): Promise<Response> {
    const { url, init } = httpRequest(parts.base, route, options);
    const response = await parts.fetch(url, init).catch((cause: unknown) => {
      if (options.signal?.aborted === true) throw cause;
      throw new Unreachable('no answer', { cause });
    });
    if (response.ok) return response;
    throw await problemOf(response);
  }

  async function repeatedly(route: string, options: LooseOptions): Promise<Response> {
    for (const pauseMs of pausesMs) {
      try {
        return await connection.note(once(route, options));
      } catch (cause) {
        if (!(cause instanceof Unreachable)) throw cause;
        await pause(pauseMs);
      }
    }
    return connection.note(once(route, options));
  }

  async function send(route: string, given: LooseOptions = {}): Promise<Response> {
    const isRead = route.startsWith('GET ');
    const options = isRead ? given : { ...given, idempotencyKey: given.idempotencyKey ?? newKey() };
    const tried = (): Promise<Response> =>
      isRead ? connection.note(once(route, options)) : repeatedly(route, options);
    // A sign-in that ran out, and then a fresh code: each is asked for once.
    const proven = new Set<Proof>();
    for (;;) {
      try {
        return await tried();
      } catch (cause) {
        const proof = proofAsked(cause);
        if (proof === null || proven.has(proof)) throw cause;
        proven.add(proof);
        await access.prove(proof, isRead ? 'screen' : 'person');
      }
    }
  }

  function request<R extends Route>(route: R, ...given: OptionsOf<R>): Promise<AnswerOf<R>>;
  async function request(route: Route, given: LooseOptions = {}): Promise<unknown> {
    return readJson(await send(route, given));
  }

  return {
    request,
    send,
    ask: async (route, options) => readJson(await send(route, options)),
    askOpenly: async (route, options = {}) =>
      readJson(await connection.note(once(route, { idempotencyKey: newKey(), ...options }))),
  };
}

function proofAsked(cause: unknown): Proof | null {
  if (cause instanceof Refusal && cause.status === 401) return 'sign_in';
  return isRefusedAs(cause, 'reauthentication_required') ? 'code' : null;
}

async function readJson(response: Response): Promise<unknown> {
  return response.status === 204 ? undefined : response.json();
}

function httpRequest(
  base: string,
  route: string,
  { params = {}, query = {}, body, upload, ...options }: LooseOptions,
): { readonly url: string; readonly init: RequestInit } {
  const [method = '', template = ''] = route.split(' ');
  const carried =
    body === undefined ? upload : { type: 'application/json', bytes: JSON.stringify(body) };
  const isForm = carried instanceof FormData;
  const key = method === 'GET' ? undefined : options.idempotencyKey;
  return {
    url: `${base}${filled(template, params)}${search(query)}`,
    init: {
      method,
      headers: {
        Accept: options.accept ?? 'application/json',
        // No other site's form or script can send it without being asked for first.
        'X-Verifa-Console': '1',
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        // A form's own type names its boundary, which only the browser knows.
        ...(carried === undefined || isForm ? {} : { 'Content-Type': carried.type }),
      },
      body: isForm ? carried : (carried?.bytes ?? null),
      signal: options.signal ?? null,
      cache: 'no-store',
    },
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
