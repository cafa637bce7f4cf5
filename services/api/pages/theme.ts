import { z } from 'zod';
import { VerifaError } from '../../../shared/errors/verifa-error';
import { readSettings } from '../../../shared/organization/read-settings';
import type { Branding } from '../../../shared/organization/branding';
import { captureClient } from '../capture/capture-client';
import { openToken } from '../capture/open-token';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import type { ApiRequest } from '../http/call';
import { streamed } from '../http/declared-answer';
import { limitCapture } from '../http/rate-limit';
import { openRoute, type Route } from '../http/route';
import { themeCss } from './theme-css';

/**
 * The organisation's look of a page. It binds nothing, and a link that does not work any more looks as one that
 * there never was: an empty sheet, so that the page has its own colours.
 */
export function showTheme(deps: ApiDeps): Route {
  return openRoute({
    method: 'GET',
    path: '/verify/:token/theme.css',
    params: z.object({ token: z.string() }),
    summary: "The organisation's colours for the page",
    answers: { 200: streamed('text/css') },
    handler: async ({ params, request, response, clientAddress }) => {
      await limitCapture(deps, clientAddress, response);
      const branding = await brandingBehind(deps, params.token, request);
      response
        .set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
        .type('css')
        .send(themeCss(branding));
      return alreadySent;
    },
  });
}

async function brandingBehind(
  deps: ApiDeps,
  token: string,
  request: ApiRequest,
): Promise<Branding> {
  try {
    const { session } = await openToken(deps, token, captureClient(request), deps.clock());
    return (await readSettings(deps.db, session)).branding ?? {};
  } catch (cause) {
    // Refused for whatever reason, also for a cookie that is none: a sheet of colours has nothing to say of it.
    if (cause instanceof VerifaError && cause.status < 500) return {};
    throw cause;
  }
}
