import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { alreadySent, answer } from '../http/answer';
import { jsonOr } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';

const serviceObject = z
  .strictObject({
    service: z.literal('Verifa Sessions'),
    reference: z.literal('/docs'),
    openapi: z.literal('/openapi.json'),
  })
  .meta({ id: 'Service' });
const service = {
  service: 'Verifa Sessions',
  reference: '/docs',
  openapi: '/openapi.json',
} as const satisfies z.output<typeof serviceObject>;

const page = `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Verifa Sessions</title></head>
<body><p>Verifa Sessions: <a href="/docs">the API's reference</a>, <a href="/openapi.json">openapi.json</a></p></body></html>`;

/** What is here: the API and nothing else. On a local stack a browser is led on to where everything is. */
export function showRoot(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/',
    summary: 'Describe this service',
    answers: {
      200: jsonOr(serviceObject, 'text/html'),
      302: { mediaTypes: [], hasLocation: true },
    },
    handler: ({ request, response, clientAddress }) => {
      response.vary('Accept');
      if (request.accepts(['json', 'html']) !== 'html')
        return Promise.resolve(answer(200, service));
      const { START_PAGE_URL: startPage } = deps.settings;
      // It is on the machine itself: a phone would be led nowhere.
      if (startPage !== undefined && clientAddress === '127.0.0.1') {
        response.redirect(302, startPage);
      } else {
        response.type('html').send(page);
      }
      return Promise.resolve(alreadySent);
    },
  });
}
