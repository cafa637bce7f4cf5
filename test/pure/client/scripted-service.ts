import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface ScriptedService {
  readonly url: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
}

/** What becomes of one request. */
export type Step = (response: ServerResponse) => void;

export const says =
  (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Step =>
  (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    response.end(status === 204 ? undefined : JSON.stringify(body));
  };
export const refuses = (
  status: number,
  error: string,
  headers: Readonly<Record<string, string>> = {},
): Step =>
  says(
    status,
    { error, detail: `It is ${error}.`, status_code: status, request_id: 'r1' },
    headers,
  );
export const hangsUp: Step = (response) => {
  response.socket?.destroy();
};
export const saysNothing: Step = () => undefined;

/** A service that does one step for each request, and the last one for all that follow. */
export async function startScriptedService(...steps: readonly Step[]): Promise<ScriptedService> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const step = steps[Math.min(asked.length, steps.length - 1)] ?? saysNothing;
      asked.push({
        method: request.method ?? '',
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString('utf8'),
      });
      step(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    asked,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
