import type { IncomingMessage } from 'node:http';
import type { ApiHandler, ApiResponse } from './call';

/** So much of a body that nobody wants is read, so that its sender gets to see the answer. */
const mostLeftBytes = 1024 * 1024;
const leftWithinMs = 2_000;

/**
 * Ends an answer, also when its request's body is still coming. Such a body is read on only a little, to
 * nobody; then its connection is closed.
 */
export async function endAnswer(response: ApiResponse, body: unknown): Promise<void> {
  const { req: request } = response;
  if (!isEndless(request)) {
    if (body === undefined) response.end();
    else response.json(body);
    return;
  }
  response.shouldKeepAlive = false;
  if (body === undefined) {
    response.flushHeaders();
  } else {
    const text = Buffer.from(JSON.stringify(body));
    response.set({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': String(text.length),
    });
    response.write(text);
  }
  await readLeft(request);
  response.end();
}

/** What streams its answer does not end it above: its connection ends with it, unless the body was read. */
export function endLeftBodies(): ApiHandler {
  return (request, response, next) => {
    response.once('finish', () => {
      if (isEndless(request)) request.socket.destroySoon();
    });
    next();
  };
}

/** More than is worth reading is to come, or nobody knows how much. */
function isEndless(request: IncomingMessage): boolean {
  if (request.complete) return false;
  if (request.headers['transfer-encoding'] !== undefined) return true;
  return Number(request.headers['content-length'] ?? 0) > mostLeftBytes;
}

async function readLeft(request: IncomingMessage): Promise<void> {
  if (request.destroyed) return;
  await new Promise<void>((resolve) => {
    let size = 0;
    function count(chunk: Buffer): void {
      size += chunk.length;
      if (size > mostLeftBytes) done();
    }
    function done(): void {
      clearTimeout(timer);
      request.off('data', count).off('end', done).off('close', done).off('error', done).pause();
      resolve();
    }
    const timer = setTimeout(done, leftWithinMs);
    request.on('data', count).once('end', done).once('close', done).once('error', done).resume();
  });
}
