import { createServer, request as askHttp, type Server } from 'node:http';

/** A server of the test's own, at another origin and, as browsers see it, of another site than the service's. */
export interface OtherSite {
  readonly origin: string;
  stop(): Promise<void>;
}

/** An integrator's page: every address answers with it. */
export function startShop(
  html: () => string,
  headers: Readonly<Record<string, string>> = {},
): Promise<OtherSite> {
  const server = createServer((_asked, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><html lang="en"><title>Shop</title>${html()}`);
  });
  return listening(server, 'localhost');
}

/** The service as a browser has it that takes no cookies of it. */
export function startWithoutCookies(service: string): Promise<OtherSite> {
  const { hostname, port } = new URL(service);
  const server = createServer((asked, response) => {
    const { method, url: path, headers } = asked;
    const passed = askHttp({ hostname, port, method, path, headers }, (answered) => {
      const { 'set-cookie': _refused, ...kept } = answered.headers;
      response.writeHead(answered.statusCode ?? 502, kept);
      answered.pipe(response);
    });
    passed.on('error', () => response.destroy());
    asked.pipe(passed);
  });
  return listening(server, '127.0.0.1');
}

async function listening(server: Server, host: string): Promise<OtherSite> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    origin: `http://${host}:${String(address.port)}`,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
