import { z } from 'zod';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import type { ApiRequest, ApiResponse } from '../http/call';
import { streamed } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import type { ServedAsset } from './built-pages';
import { assetPolicy } from './security-headers';

/** One of the files that the pages were built into; a name that was not built is no path to anything. */
export function showAsset(deps: Pick<ApiDeps, 'pages'>): Route {
  return openRoute({
    method: 'GET',
    path: '/assets/:name',
    params: z.object({ name: z.string() }),
    summary: 'Get a file of the pages',
    answers: {
      200: streamed(
        'text/javascript',
        'text/css',
        'application/json',
        'image/svg+xml',
        'application/octet-stream',
      ),
    },
    handler: ({ params, request, response }) => {
      const asset = deps.pages?.assets.get(params.name);
      if (asset === undefined) throw new VerifaError('not_found');
      sendPacked(request, response, asset, 'public, max-age=31536000, immutable');
      return Promise.resolve(alreadySent);
    },
  });
}

/** A built file, in the smallest form that the client takes. */
export function sendPacked(
  request: ApiRequest,
  response: ApiResponse,
  asset: ServedAsset,
  cacheControl: string,
): void {
  const { encoding, bytes } = packedFor(request, asset);
  response
    .set({
      'Content-Type': asset.type,
      ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
      'Cache-Control': cacheControl,
      Vary: 'Accept-Encoding',
      'Content-Security-Policy': assetPolicy,
    })
    .send(bytes);
}

/** The smallest form that the client takes, whatever the order it names them in. */
function packedFor(request: ApiRequest, { plain, brotli, gzip }: ServedAsset) {
  if (request.acceptsEncodings('br') === 'br') return { encoding: 'br', bytes: brotli };
  if (request.acceptsEncodings('gzip') === 'gzip') return { encoding: 'gzip', bytes: gzip };
  return { encoding: null, bytes: plain };
}
