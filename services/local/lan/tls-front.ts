import { request as ask, type IncomingHttpHeaders } from 'node:http';
import { createServer } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Child } from '../process/children';
import type { Certificate } from './certificate';

export interface TlsFrontPlan {
  readonly address: string;
  readonly port: number;
  /** Where the API listens, on this machine only. */
  readonly apiPort: number;
  readonly certificate: Certificate;
}

/**
 * TLS before the API, as a load balancer would be: the API itself stays on this machine and speaks plain HTTP, so
 * that scripts and the demo need not know the certificate. It is told who really asks.
 */
export async function startTlsFront(plan: TlsFrontPlan): Promise<Pick<Child, 'name' | 'stop'>> {
  const { cert, key } = plan.certificate;
  const server = createServer({ cert, key }, (request, response) => {
    const forwarded = ask({
      host: '127.0.0.1',
      port: plan.apiPort,
      method: request.method,
      path: request.url,
      headers: headersFrom(request.headers, request.socket.remoteAddress),
    });
    forwarded.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      // A stream's reader goes away at some time: nothing is wrong then.
      pipeline(answer, response).catch(() => undefined);
    });
    forwarded.once('error', () => {
      if (response.headersSent) response.destroy();
      else response.writeHead(502, { 'Content-Type': 'text/plain' }).end('The API is not there.\n');
    });
    response.once('close', () => forwarded.destroy());
    pipeline(request, forwarded).catch(() => undefined);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new VerifaError('config_invalid', {
          detail: `The stack cannot listen on ${plan.address}:${String(plan.port)}: another program has it, or it is no address of this machine.`,
          cause,
        }),
      );
    });
    server.listen(plan.port, plan.address, resolve);
  });
  return {
    name: 'https',
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** What a client says of who it is counts for nothing. */
function headersFrom(headers: IncomingHttpHeaders, client = ''): IncomingHttpHeaders {
  const { connection: _hop, ...rest } = headers;
  return { ...rest, 'x-forwarded-for': client };
}
