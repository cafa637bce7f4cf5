import type { CaptureApi } from '../server/capture-api';
import { Refusal, refusalOf } from '../server/refusal';
import { readRetryAfter, waitBeforeRetry, type FailedTry } from './retry';

export type UploadStep = 'documents' | 'selfie' | 'proof-of-address' | 'liveness';

/** One part of a multipart body, in the order in which it is sent. */
export interface Part {
  readonly name: string;
  readonly value: string | Blob;
}

/** Nothing moved for this long: the connection is dead though nobody has noticed. */
const stalledMs = 45_000;

/**
 * Sends a piece until the server has answered it: again after a lost connection, at once when the
 * device is online again. Throws the `Refusal` that the server ends with; after an abort, an `AbortError`.
 */
export async function send(
  api: Pick<CaptureApi, 'url' | 'headers'>,
  step: UploadStep,
  parts: readonly Part[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
  onWaiting: (waiting: boolean) => void = () => undefined,
): Promise<unknown> {
  for (let failedTries = 0; ; failedTries += 1) {
    throwIfAborted(signal);
    onProgress(0);
    const outcome = await sendOnce(api, step, parts, onProgress, signal);
    if (outcome.kind === 'stored') return outcome.body;
    throwIfAborted(signal);
    const waitMs = waitBeforeRetry(outcome.failed, failedTries);
    if (waitMs === null) throw outcome.refusal;
    onWaiting(true);
    await waitOrOnline(waitMs, signal);
    onWaiting(false);
  }
}

/** The signal's own method is younger than the oldest browsers that the page is built for. */
function throwIfAborted(signal: AbortSignal): void {
  if (signal.aborted) throw new DOMException('no longer wanted', 'AbortError');
}

type Outcome =
  | { readonly kind: 'stored'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly failed: FailedTry; readonly refusal: Refusal };

/** `fetch` tells nothing of how much is sent: hence the older way. */
function sendOnce(
  api: Pick<CaptureApi, 'url' | 'headers'>,
  step: UploadStep,
  parts: readonly Part[],
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    let stalled = setTimeout(abort, stalledMs);
    const moved = (): void => {
      clearTimeout(stalled);
      stalled = setTimeout(abort, stalledMs);
    };
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      moved();
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('loadend', () => {
      clearTimeout(stalled);
      signal.removeEventListener('abort', abort);
      resolve(outcomeOf(request));
    });
    signal.addEventListener('abort', abort);
    request.open('POST', api.url(step));
    for (const [name, value] of Object.entries(api.headers())) {
      request.setRequestHeader(name, value);
    }
    request.setRequestHeader('Accept', 'application/json');
    request.send(formOf(parts));
  });
}

function formOf(parts: readonly Part[]): FormData {
  const form = new FormData();
  for (const { name, value } of parts) {
    // The server goes by content; a name of the person's own making may say who they are.
    if (typeof value === 'string') form.append(name, value);
    else form.append(name, value, 'picture');
  }
  return form;
}

function outcomeOf(request: XMLHttpRequest): Outcome {
  const body = jsonOf(request.responseText);
  if (request.status >= 200 && request.status < 300) return { kind: 'stored', body };
  const refusal = request.status === 0 ? new Refusal('offline') : refusalOf(request.status, body);
  const retryAfterMs = readRetryAfter(request.getResponseHeader('Retry-After'), Date.now());
  return {
    kind: 'failed',
    failed: { status: request.status, code: refusal.code, retryAfterMs },
    refusal,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The pause is over sooner when the device is connected again. */
function waitOrOnline(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    window.addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}
