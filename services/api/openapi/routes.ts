import type { ApiDeps } from '../deps';
import { alreadySent, answer } from '../http/answer';
import { freeObject } from '../http/answer-values';
import { json, streamed } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { openApiDocument } from './document';
import { referencePage } from './reference-page';

/** What describes the API; `described` is asked when somebody wants to know. */
export function openApiRoutes(deps: ApiDeps, described: () => readonly Route[]): readonly Route[] {
  // Some hundred milliseconds each, and anybody may ask: made once.
  const document = once(() => openApiDocument(described(), deps.settings.PUBLIC_URL));
  const page = once(() => referencePage(described()));
  return [
    openRoute({
      method: 'GET',
      path: '/openapi.json',
      summary: 'Get this document',
      answers: { 200: json(freeObject) },
      handler: () => Promise.resolve(answer(200, document())),
    }),
    openRoute({
      method: 'GET',
      path: '/docs',
      summary: 'Read the reference, for people',
      answers: { 200: streamed('text/html') },
      handler: ({ response }) => {
        response
          .set(
            'Content-Security-Policy',
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
          )
          .type('html')
          .send(page());
        return Promise.resolve(alreadySent);
      },
    }),
  ];
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
