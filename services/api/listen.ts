import type { Server } from 'node:http';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import type { Connections } from './connections';

/** A client has this long for its headers, and for a whole request with a 10 MB upload in it. */
const headersWithinMs = 10_000;
const requestWithinMs = 120_000;
/** Longer than a load balancer keeps an idle connection, so that it is the one to close it. */
const keepAliveMs = 65_000;
/** Requests get this long to finish after the signal; then their connections are cut. */
const finishWithinMs = 25_000;
const closeIdleEveryMs = 100;

export async function listen(server: Server, host: string, port: number): Promise<Server> {
  server.headersTimeout = headersWithinMs;
  server.requestTimeout = requestWithinMs;
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(
        new VerifaError('config_invalid', {
          detail:
            cause.code === 'EADDRINUSE'
              ? `Port ${String(port)} is in use.`
              : `The API cannot listen on port ${String(port)}.`,
          cause,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
  return server;
}

/** Resolves when the last running request has its answer, or was cut off. */
export async function stopAccepting(server: Server, connections: Connections): Promise<void> {
  connections.beginClosing();
  await connections.settle();
  const cut = setTimeout(() => server.closeAllConnections(), finishWithinMs);
  // In its own turn of the loop: what has come is read first.
  const closing = setInterval(() => setImmediate(() => connections.closeIdle()), closeIdleEveryMs);
  const closed = new Promise((resolve) => server.close(resolve));
  connections.release();
  await closed;
  clearTimeout(cut);
  clearInterval(closing);
}
