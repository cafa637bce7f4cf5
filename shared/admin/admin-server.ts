import { createServer, type ServerResponse } from 'node:http';
import { hasErrorCode } from '../domain/errors/error-code';
import { VerifaError } from '../domain/errors/verifa-error';

/** What a page answers: an object as JSON, or text in a type of its own. */
export interface AdminAnswer {
  readonly status: number;
  readonly body: { readonly json: object } | { readonly type: string; readonly text: string };
}

/** By path; a page is read, never changed. */
export type AdminPages = Readonly<Record<string, () => AdminAnswer | Promise<AdminAnswer>>>;

export interface AdminServer {
  /** 0 in `listenOn.port` picks a free one. */
  readonly port: number;
  close(): Promise<void>;
}

/**
 * A port for operators and their tools alone: it asks nobody who they are, so that it is bound to 127.0.0.1
 * unless told. What it serves is never on the public port.
 */
export async function startAdminServer(
  pages: AdminPages,
  listenOn: { readonly host: string; readonly port: number },
): Promise<AdminServer> {
  const server = createServer((request, response) => {
    void answer(pages, request.method ?? '', request.url ?? '', response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      const detail = hasErrorCode(cause, 'EADDRINUSE')
        ? `ADMIN_PORT: port ${String(listenOn.port)} is in use.`
        : `ADMIN_PORT: cannot listen on ${listenOn.host}, port ${String(listenOn.port)}.`;
      reject(new VerifaError('config_invalid', { detail, cause }));
    });
    server.listen(listenOn.port, listenOn.host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : listenOn.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  pages: AdminPages,
  method: string,
  url: string,
  response: ServerResponse,
): Promise<void> {
  const [path = ''] = url.split('?');
  const page = Object.hasOwn(pages, path) ? pages[path] : undefined;
  if (page === undefined) {
    end(response, failing(404, 'not_found'));
  } else if (method !== 'GET' && method !== 'HEAD') {
    end(response, failing(405, 'method_not_allowed'));
  } else {
    // An error's text may quote what it met.
    end(
      response,
      await Promise.resolve()
        .then(page)
        .catch(() => failing(500, 'failed')),
    );
  }
}

function failing(status: number, word: string): AdminAnswer {
  return { status, body: { json: { status: word } } };
}

function end(response: ServerResponse, { status, body }: AdminAnswer): void {
  response.writeHead(status, {
    'Content-Type': 'json' in body ? 'application/json; charset=utf-8' : body.type,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end('json' in body ? JSON.stringify(body.json) : body.text);
}
