import type { LookupFunction } from 'node:net';
import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { answerHead } from './answer-head';
import { parseRetryAfter } from './schedule';
import {
  checkTarget,
  type AddressRefusal,
  type CheckedAddress,
  type GuardRules,
  type Resolve,
} from './address-guard';

const maxAnswerBytes = 64 * 1024;
const keptAnswerBytes = 1024;
export const defaultTryTimeoutMs = 30_000;

export type TryError =
  | AddressRefusal
  | 'timeout'
  | 'connection_refused'
  | 'connection_failed'
  | 'tls_failed'
  | 'redirect_refused'
  | 'status_not_2xx';

/** What one try came to; `errorCode` is null exactly when the receiver took the event. */
export interface TryResult {
  readonly statusCode: number | null;
  readonly errorCode: TryError | null;
  /** The answer's first kilobyte. */
  readonly answer: string | null;
  /** Of its headers those that can hold nothing of a person, a line each; null without an answer. */
  readonly answerHead: string | null;
  readonly retryAfterMs: number | null;
  readonly durationMs: number;
}

export interface SendOptions {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly rules: GuardRules;
  readonly resolve?: Resolve | undefined;
  readonly timeoutMs: number;
}

type Sent = Omit<TryResult, 'durationMs'>;

/** One POST, resolved, checked, sent and answered within `timeoutMs`. Never throws. */
export async function sendTry(options: SendOptions): Promise<TryResult> {
  const startedAt = performance.now();
  const timeout = new AbortController();
  const timer = setTimeout(() => {
    timeout.abort();
  }, options.timeoutMs);
  try {
    const sent = await Promise.race([send(options, timeout.signal), aborted(timeout.signal)]);
    return { ...sent, durationMs: Math.round(performance.now() - startedAt) };
  } finally {
    clearTimeout(timer);
    timeout.abort(); // Ends a request that is still open: the answer's cap was reached.
  }
}

/** The resolver cannot be cancelled, so its wait is raced against the clock. */
async function aborted(signal: AbortSignal): Promise<Sent> {
  await new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
  return failure('timeout');
}

async function send(options: SendOptions, signal: AbortSignal): Promise<Sent> {
  const target = await checkTarget(options.url, options.rules, options.resolve);
  if (!target.ok) return failure(target.refusal);
  try {
    const response = await post(target.url, target.addresses, options, signal);
    const answer = await readAnswer(response);
    return { ...judge(response), answer, answerHead: answerHead(response.headers) };
  } catch (error) {
    return failure(signal.aborted ? 'timeout' : connectionError(error));
  }
}

function post(
  url: URL,
  addresses: readonly CheckedAddress[],
  options: SendOptions,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const body = Buffer.from(options.body, 'utf8');
  const requestOptions: RequestOptions = {
    method: 'POST',
    headers: { ...options.headers, 'Content-Length': body.length },
    // A pooled connection might be to an address that was checked for another try.
    agent: false,
    lookup: pinned(addresses),
    signal,
  };
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = start(url, requestOptions);
    request.on('response', resolve);
    request.on('error', reject);
    request.end(body);
  });
}

/** Answers every look-up of the socket with the checked addresses; TLS still verifies the name. */
function pinned(addresses: readonly CheckedAddress[]): LookupFunction {
  return (_hostname, options, callback) => {
    const [first] = addresses;
    if (options.all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family);
  };
}

async function readAnswer(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    const piece = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    chunks.push(piece);
    bytes += piece.length;
    if (bytes >= maxAnswerBytes) break; // Leaving the loop destroys the response.
  }
  const kept = Buffer.concat(chunks).subarray(0, keptAnswerBytes);
  // `stream` leaves out a character cut in two; Postgres takes no NUL in text.
  return new TextDecoder().decode(kept, { stream: true }).replaceAll('\0', '');
}

function judge(response: IncomingMessage): Omit<Sent, 'answer' | 'answerHead'> {
  const statusCode = response.statusCode ?? 0;
  const retryAfterMs = parseRetryAfter(response.headers['retry-after'], new Date());
  if (statusCode >= 200 && statusCode < 300) {
    return { statusCode, errorCode: null, retryAfterMs: null };
  }
  const redirect = statusCode >= 300 && statusCode < 400;
  return { statusCode, errorCode: redirect ? 'redirect_refused' : 'status_not_2xx', retryAfterMs };
}

function failure(errorCode: TryError): Sent {
  return { statusCode: null, errorCode, answer: null, answerHead: null, retryAfterMs: null };
}

function connectionError(error: unknown): TryError {
  const known = typeof error === 'object' && error !== null && 'code' in error;
  const code = known ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return 'connection_refused';
  const tls = code.startsWith('ERR_TLS') || code.startsWith('ERR_SSL') || /CERT|EPROTO/.test(code);
  return tls ? 'tls_failed' : 'connection_failed';
}
