import { setTimeout as sleep } from 'node:timers/promises';
import { VerifaApiError, VerifaConnectionError } from './errors';
import { readRefusal } from './read-answer';
import { retryDelayMs } from './retry-delay';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ExchangeSettings {
  readonly fetch: Fetch;
  readonly timeoutMs: number;
  readonly maxRetries: number;
}

export interface Sent {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | FormData | null;
  readonly signal: AbortSignal | null;
  readonly timeoutMs: number | null;
}

type Try<T> =
  | { readonly kind: 'done'; readonly value: T }
  | {
      readonly kind: 'failed';
      readonly error: VerifaApiError | VerifaConnectionError;
      readonly retryAfter: string | null;
    };

/**
 * One request until it is answered or there is no use in trying. Every write carries an Idempotency-Key,
 * so a try whose answer was lost may be sent again: the service does nothing twice.
 */
export async function exchange<T>(
  settings: ExchangeSettings,
  sent: Sent,
  read: (response: Response) => Promise<T>,
): Promise<T> {
  for (let retry = 0; ; retry += 1) {
    const tried = await tryOnce(settings, sent, read);
    if (tried.kind === 'done') return tried.value;
    const { error, retryAfter } = tried;
    if (!error.retryable || retry >= settings.maxRetries) throw error;
    const waitMs = retryDelayMs({ retry, retryAfter, now: new Date(), random: Math.random() });
    if (waitMs === null) throw error;
    await sleep(waitMs, undefined, sent.signal === null ? {} : { signal: sent.signal });
  }
}

async function tryOnce<T>(
  { fetch, timeoutMs }: ExchangeSettings,
  sent: Sent,
  read: (response: Response) => Promise<T>,
): Promise<Try<T>> {
  const timeout = AbortSignal.timeout(sent.timeoutMs ?? timeoutMs);
  try {
    const response = await fetch(sent.url, {
      method: sent.method,
      headers: sent.headers,
      body: sent.body,
      // A redirect would carry the API key to wherever it points.
      redirect: 'manual',
      signal: sent.signal === null ? timeout : AbortSignal.any([sent.signal, timeout]),
    });
    if (response.ok) return { kind: 'done', value: await read(response) };
    const retryAfter = response.headers.get('retry-after');
    return { kind: 'failed', error: await readRefusal(response), retryAfter };
  } catch (error) {
    // What the caller gave up is no failure of the connection.
    sent.signal?.throwIfAborted();
    if (error instanceof VerifaApiError) return { kind: 'failed', error, retryAfter: null };
    return { kind: 'failed', error: new VerifaConnectionError(error), retryAfter: null };
  }
}
