import { z } from 'zod';
import { consoleHtml } from '../../../shared/page/console-html';
import { sentenceHtml } from '../../../shared/page/capture-html';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import type { ApiRequest, ApiResponse } from '../http/call';
import { streamed } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { notBuilt } from './not-built';
import { pageLanguage } from './page-language';
import { consoleHeaders } from './security-headers';

/**
 * The console, at every address of its own: one page, whose script shows the screen that the address names.
 * Nothing of it depends on who asks, so that it needs no sign-in; all it shows is asked of the API.
 */
export function consolePages(deps: ApiDeps): readonly Route[] {
  const shared = {
    method: 'GET',
    answers: { 200: streamed('text/html') },
    refusesAs: ['text/html'],
  } as const;
  return [
    openRoute({
      ...shared,
      path: '/console',
      summary: 'Open the review console',
      handler: ({ request, response }) => sendConsole(deps, request, response),
    }),
    openRoute({
      ...shared,
      path: '/console/{*path}',
      // Express gives the parts between the slashes; which screen they name is the page's own knowledge.
      params: z.object({ path: z.array(z.string()).optional() }),
      summary: 'Open a screen of the review console',
      handler: ({ request, response }) => sendConsole(deps, request, response),
    }),
  ];
}

function sendConsole(
  { pages, settings }: Pick<ApiDeps, 'pages' | 'settings'>,
  request: ApiRequest,
  response: ApiResponse,
): Promise<typeof alreadySent> {
  response.set(consoleHeaders).type('html');
  if (pages === null) {
    response.status(503).send(sentenceHtml(notBuilt, notBuilt.sentences.unavailable));
    return Promise.resolve(alreadySent);
  }
  const base = new URL(settings.PUBLIC_URL).pathname.replace(/\/+$/, '');
  const language = pageLanguage(pages.console.languages, [], (tags) =>
    request.acceptsLanguages([...tags]),
  );
  response.vary('Accept-Language');
  response.status(200).send(consoleHtml({ console: pages.console, language, base }));
  return Promise.resolve(alreadySent);
}
