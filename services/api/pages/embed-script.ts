import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { PageManifest } from '../../../shared/page/manifest';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import { streamed } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { sendPacked } from './asset';

/** Integrators write its address into their pages once: what it holds may change within the hour. */
const cacheControl = 'public, max-age=3600';

/** The script that opens the person's page inside an integrator's (`deploy/EMBEDDING.md`), and the same as a module. */
export function embedScripts(deps: Pick<ApiDeps, 'pages'>): readonly Route[] {
  return [
    embedScript(deps, 'verifa.js', 'script', 'The script that opens the page in yours'),
    embedScript(deps, 'verifa.mjs', 'module', 'The same as a module'),
  ];
}

function embedScript(
  { pages }: Pick<ApiDeps, 'pages'>,
  name: string,
  kind: keyof PageManifest['embed'],
  summary: string,
): Route {
  return openRoute({
    method: 'GET',
    path: `/embed/${name}`,
    summary,
    answers: { 200: streamed('text/javascript') },
    handler: ({ request, response }) => {
      const asset = pages?.assets.get(pages.embed[kind]);
      if (asset === undefined) throw new VerifaError('not_found');
      // Any page may load it, also as a module, and also one that isolates itself from other origins.
      response.set({
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
      });
      sendPacked(request, response, asset, cacheControl);
      return Promise.resolve(alreadySent);
    },
  });
}
