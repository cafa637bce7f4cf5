import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

/** How a receiver answers one request; `hold` never does, `wait` with 200 once it is released. */
export type Scripted =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hold'
  | 'wait'
  | 'endless'
  | 'hang_up';

export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly raw: string;
}

export interface ScriptedReceiver {
  readonly url: string;
  readonly port: number;
  readonly received: readonly Received[];
  /** How many requests are open. */
  readonly openNow: () => number;
  /** How many requests were open at once, at most. */
  readonly mostOpen: () => number;
  /** Bytes of the endless answer that were taken from it. */
  readonly bytesSent: () => number;
  /** Answers what waits, and from now on at once. */
  release(): void;
  close(): Promise<void>;
}

/** A real receiver on loopback: answers by the script, then with its last line for ever. */
export async function startScriptedReceiver(
  script: readonly [Scripted, ...Scripted[]],
): Promise<ScriptedReceiver> {
  const received: Received[] = [];
  const waiting: ServerResponse[] = [];
  let isReleased = false;
  let bytesSent = 0;
  let openNow = 0;
  let mostOpen = 0;

  function answer(line: Scripted, response: ServerResponse): void {
    if (line === 'hold') return;
    if (line === 'wait') {
      if (isReleased) response.writeHead(200).end();
      else waiting.push(response);
      return;
    }
    if (line === 'hang_up') {
      response.destroy();
      return;
    }
    if (line === 'endless') {
      response.writeHead(200);
      const chunk = Buffer.alloc(16_384, 'x');
      const more = (): void => {
        while (!response.destroyed && bytesSent < 50_000_000) {
          bytesSent += chunk.length;
          if (!response.write(chunk)) break;
        }
      };
      response.on('drain', more);
      more();
      return;
    }
    response.writeHead(line.status, line.headers).end(line.body ?? '');
  }

  const server = createServer((request, response) => {
    openNow += 1;
    mostOpen = Math.max(mostOpen, openNow);
    response.on('close', () => {
      openNow -= 1;
    });
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const line = script[Math.min(received.length, script.length - 1)] ?? script[0];
      received.push({
        path: request.url ?? '',
        headers: request.headers,
        raw: Buffer.concat(chunks).toString('utf8'),
      });
      answer(line, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    url: `http://127.0.0.1:${String(port)}/hook`,
    port,
    received,
    openNow: () => openNow,
    mostOpen: () => mostOpen,
    bytesSent: () => bytesSent,
    release() {
      isReleased = true;
      for (const response of waiting.splice(0)) response.writeHead(200).end();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
