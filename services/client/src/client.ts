import { buildRequest, type LooseOptions } from './build-request';
import { exchange, type Fetch } from './exchange';
import { readPages } from './pages';
import { readJson } from './read-answer';
import type { AnswerOf, ItemOf, ListRoute, OptionsOf, Pages, Request, Route } from './route-types';
import { sessionCalls, type SessionCalls } from './session-calls';

export interface ClientOptions {
  /** Where the API is, e.g. `https://verifa.example`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  /** Default: the global one. */
  readonly fetch?: Fetch;
  /** Of one try; default 30 s. */
  readonly timeoutMs?: number;
  /** Default 3. */
  readonly maxRetries?: number;
}

export interface Client {
  readonly request: Request;
  readonly pages: Pages;
  /** As `request`, the answer unread: pictures, PDFs, CSV, streams. */
  readonly send: <R extends Route>(route: R, ...options: OptionsOf<R>) => Promise<Response>;
  readonly sessions: SessionCalls;
}

/**
 * @throws TypeError when an option cannot be used; `apiKey` is never repeated in it
 */
export function createClient(options: ClientOptions): Client {
  const connection = {
    baseUrl: checkedBaseUrl(options.baseUrl),
    apiKey: checkedKey(options.apiKey),
  };
  const settings = {
    fetch: options.fetch ?? globalThis.fetch,
    timeoutMs: options.timeoutMs ?? 30_000,
    maxRetries: options.maxRetries ?? 3,
  };

  // The overloads tie what is asked to what is answered: the service keeps to its document.
  function request<R extends Route>(route: R, ...given: OptionsOf<R>): Promise<AnswerOf<R>>;
  async function request(route: Route, given: LooseOptions = {}): Promise<unknown> {
    return await exchange(settings, buildRequest(connection, route, given), readJson);
  }
  function send<R extends Route>(route: R, ...given: OptionsOf<R>): Promise<Response>;
  async function send(route: Route, given: LooseOptions = {}): Promise<Response> {
    const sent = buildRequest(connection, route, given);
    return await exchange(settings, sent, (response) => Promise.resolve(response));
  }
  function pages<R extends ListRoute>(route: R, ...given: OptionsOf<R>): AsyncIterable<ItemOf<R>>;
  function pages(route: Route, given: LooseOptions = {}): AsyncIterable<unknown> {
    const { query = {}, ...others } = given;
    const ask = (asked: Readonly<Record<string, unknown>>): Promise<unknown> =>
      exchange(settings, buildRequest(connection, route, { ...others, query: asked }), readJson);
    return readPages(ask, query);
  }
  return { request, send, pages, sessions: sessionCalls(request, pages) };
}

function checkedBaseUrl(given: string): string {
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new TypeError('baseUrl must be an http or https address');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

/** The platform's own error would quote a key that cannot be a header. */
function checkedKey(given: string): string {
  if (!/^[\x21-\x7e]+$/.test(given)) throw new TypeError('apiKey is empty or has other characters');
  return given;
}
