import { allRoutes } from '../../../services/api/routes';
import type { Route } from '../../../services/api/http/route';

/** Who asks at a route without an API key in `X-API-Key`, and how that is known. */
type Door =
  /** By a capture token in the path. */
  | 'link'
  /** By a signature in the query. */
  | 'signature'
  /** By a stream token in the query. */
  | 'stream-token'
  /** By an API key in `Authorization`. */
  | 'bearer'
  /** By nothing: a link that opens nothing is answered as one that does, with less (`test/api/pages`). */
  | 'page'
  /** By the hash of what it answers with, in the path. */
  | 'hash'
  /** By the console's cookie, or by what gives one (`test/api/console`). */
  | 'console'
  /** Nobody is asked: the answer is the same for all. */
  | 'open';

/** Every route without a key has its row; one that has none fails the matrix. */
const doors: Readonly<Record<string, Door>> = {
  'GET /verify/:token/state': 'link',
  'POST /verify/:token/consent': 'link',
  'POST /verify/:token/document-type': 'link',
  'POST /verify/:token/documents': 'link',
  'POST /verify/:token/selfie': 'link',
  'POST /verify/:token/liveness/challenge': 'link',
  'POST /verify/:token/liveness': 'link',
  'POST /verify/:token/user-info': 'link',
  'POST /verify/:token/proof-of-address': 'link',
  'POST /verify/:token/signals': 'link',
  'POST /verify/:token/liveness/decline': 'link',
  'GET /verify/:token/documents/:id': 'link',
  'POST /verify/:token/extend': 'link',
  'POST /verify/:token/handoff': 'link',
  'POST /verify/:token/handoff/cancel': 'link',
  'GET /verify/:token/follow': 'link',
  'POST /verify/:token/complete': 'link',
  'POST /verify/:token/sandbox-outcome': 'link',
  'GET /verify/:token': 'page',
  'GET /assets/:name': 'hash',
  'GET /console': 'open',
  'GET /console/{*path}': 'open',
  'GET /verify/:token/theme.css': 'page',
  'GET /': 'open',
  'GET /logos/:name': 'hash',
  'GET /embed/verifa.js': 'open',
  'GET /embed/verifa.mjs': 'open',
  'GET /api/v1/sessions/:id/documents/:doc_type': 'signature',
  'GET /api/v1/sessions/:id/stream': 'stream-token',
  'POST /mcp': 'bearer',
  'GET /.well-known/webhook-keys/:id': 'open',
  'GET /.well-known/erasure-keys': 'open',
  'POST /api/v1/console/login': 'console',
  'POST /api/v1/console/totp': 'console',
  'POST /api/v1/console/enrol-totp': 'console',
  'POST /api/v1/console/set-up': 'console',
  'POST /api/v1/console/password': 'console',
  'POST /api/v1/console/reauthenticate': 'console',
  'POST /api/v1/console/environment': 'console',
  'POST /api/v1/console/logout': 'console',
  'GET /api/v1/console/me': 'console',
  'GET /api/v1/console/options': 'open',
  'GET /api/v1/console/oidc/start': 'page',
  'GET /api/v1/console/oidc/callback': 'page',
  'GET /openapi.json': 'open',
  'GET /docs': 'open',
};

/** The table is needed before any server runs: routes are made, and never run. */
const routes = allRoutes(
  new Proxy({}, { get: () => undefined }) as Parameters<typeof allRoutes>[0],
).filter((route) => route.scopes === null);

type Named = readonly [name: string, route: Route];
const named: readonly Named[] = routes.map((route) => [`${route.method} ${route.path}`, route]);

export const publicRouteNames = named.map(([name]) => name);
export const publicRowNames = Object.keys(doors);

export function publicRoutesBy(door: Door): readonly Named[] {
  return named.filter(([name]) => doors[name] === door);
}
