import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { assertNever } from '../../../shared/domain/assert-never';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Child } from '../process/children';
import { specimenNames, type SpecimenFiles, type SpecimenName } from './specimen-files';
import { startPageHtml, startPagePolicy, type StartPageFacts } from './start-page-html';

export interface StartPageDeps {
  readonly facts: StartPageFacts;
  readonly specimen: SpecimenFiles;
  /** Where a person goes to do a session that is made for them. */
  readonly begin: (environment: 'live' | 'sandbox') => Promise<string>;
  /** The admin's second factor of now, in place of an app on a phone. */
  readonly code: () => string;
}

export interface StartPage extends Pick<Child, 'name' | 'stop'> {
  readonly url: string;
}

type Asked =
  | { readonly kind: 'page' }
  | { readonly kind: 'code' }
  | { readonly kind: 'session'; readonly environment: 'live' | 'sandbox' }
  | { readonly kind: 'specimen'; readonly name: SpecimenName };

/** The local stack's own page, on this machine only and on any free port: the API's `GET /` leads to it. */
export async function startStartPage(deps: StartPageDeps): Promise<StartPage> {
  const server = createServer((request, response) => {
    answer(deps, request, response).catch((cause: unknown) => {
      const detail = cause instanceof VerifaError ? cause.detail : 'Something went wrong.';
      sendText(response, 503, `${detail}\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    name: 'start page',
    url: `http://127.0.0.1:${String(port)}`,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(
  deps: StartPageDeps,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = askedOf(request);
  // By a name that leads here from outside (DNS rebinding) nobody gets anything.
  if (asked === undefined || !isLocal(request)) {
    sendText(response, 404, 'There is nothing here.\n');
    return;
  }
  switch (asked.kind) {
    case 'page':
      response
        .writeHead(200, {
          'Content-Type': 'text/html; charset=utf-8',
          'Content-Security-Policy': startPagePolicy,
          'Referrer-Policy': 'no-referrer',
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'no-store',
        })
        .end(startPageHtml(deps.facts));
      return;
    case 'code':
      response.setHeader('Cache-Control', 'no-store');
      sendText(response, 200, `${deps.code()}\n`);
      return;
    case 'session': {
      // A browser that guesses where its user goes next has no click to show for it.
      if (isPrefetch(request)) {
        sendText(response, 503, 'Not beforehand.\n');
        return;
      }
      // Sessions are made for whoever clicks here or in the terminal, not for a page that somebody visits.
      if (!isOwnClick(request)) {
        response.writeHead(303, { Location: '/' }).end();
        return;
      }
      const location = await deps.begin(asked.environment);
      response.writeHead(303, { Location: location, 'Cache-Control': 'no-store' }).end();
      return;
    }
    case 'specimen': {
      const bytes = await deps.specimen.read(asked.name);
      response
        .writeHead(200, {
          'Content-Type': 'image/jpeg',
          'Content-Disposition': `attachment; filename="${asked.name}"`,
        })
        .end(bytes);
      return;
    }
    default:
      assertNever(asked);
  }
}

function askedOf({ method, url }: IncomingMessage): Asked | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (url === '/') return { kind: 'page' };
  if (url === '/code') return { kind: 'code' };
  // What only asks for an answer's head makes nothing.
  if (method === 'GET' && url === '/session') return { kind: 'session', environment: 'live' };
  if (method === 'GET' && url === '/sandbox-session') {
    return { kind: 'session', environment: 'sandbox' };
  }
  const name = specimenNames.find((one) => url === `/specimen/${one}`);
  return name === undefined ? undefined : { kind: 'specimen', name };
}

function isLocal({ headers }: IncomingMessage): boolean {
  return /^(127\.0\.0\.1|localhost):\d+$/.test(headers.host ?? '');
}

/** Browsers say so themselves; what says nothing is no browser. */
function isOwnClick({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'none' || site === 'same-origin';
}

/** `Purpose` is what browsers said before `Sec-Purpose`. */
function isPrefetch({ headers }: IncomingMessage): boolean {
  return [headers['sec-purpose'], headers['purpose']].some((said) =>
    String(said ?? '').startsWith('prefetch'),
  );
}

function sendText(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(text);
}
