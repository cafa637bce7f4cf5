import { z } from 'zod';
import { sha256 } from '../../../shared/crypto/seal';
import { tenantOf } from '../../../shared/database/scope';
import { readSettings } from '../../../shared/organization/read-settings';
import type { Branding } from '../../../shared/domain/organization/branding';
import { pageSecretOf, type CaptureClient } from '../capture/capture-client';
import type { ApiDeps } from '../deps';
import { alreadySent } from '../http/answer';
import type { ApiRequest } from '../http/call';
import { streamed } from '../http/declared-answer';
import { openRoute, type Route } from '../http/route';
import { countedStanding, type PageStanding } from './page-standing';
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
    summary: "Get the organisation's colours for the page",
    answers: { 200: streamed('text/css') },
    handler: async ({ params, request, response, clientAddress }) => {
      response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
      const standing = await countedStanding(deps, {
        token: params.token,
        client: clientOf(request),
        clientAddress,
        response,
        begunAt: deps.clock(),
      });
      response.type('css').send(themeCss(await brandingOf(deps, standing)));
      return alreadySent;
    },
  });
}

function clientOf(request: ApiRequest): CaptureClient {
  const secret = pageSecretOf(request);
  return secret === null ? { kind: 'api' } : { kind: 'page', secretHash: sha256(secret) };
}

async function brandingOf(
  { db, tenancy }: Pick<ApiDeps, 'db' | 'tenancy'>,
  standing: PageStanding,
): Promise<Branding> {
  if (standing.kind === 'gone') return {};
  const { session } = standing;
  const { branding = {} } = await tenancy.within(tenantOf(session), () =>
    readSettings(db, session),
  );
  return branding;
}
