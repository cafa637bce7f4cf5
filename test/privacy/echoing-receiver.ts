import { createServer } from 'node:http';
import { once } from 'node:events';

/** A receiver that answers every webhook with one and the same text, as a chatty one may. */
export async function startEchoingReceiver(text: string): Promise<{
  readonly url: string;
  /** Of each webhook, the newest last. */
  readonly traceparents: readonly string[];
  readonly close: () => Promise<void>;
}> {
  const traceparents: string[] = [];
  const server = createServer((request, response) => {
    request.resume();
    const { traceparent } = request.headers;
    if (typeof traceparent === 'string') traceparents.push(traceparent);
    request.once('end', () => response.writeHead(200).end(text));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    traceparents,
    url: `http://127.0.0.1:${String(address.port)}/hook`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
