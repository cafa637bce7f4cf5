import express, { type Express } from 'express';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { probePostgres } from '../../shared/health/probe';
import type { ApiDeps } from './deps';
import type { ApiRequest, ApiResponse } from './http/call';
import { createClientAddress } from './http/client-address';
import { endLeftBodies } from './http/end-answer';
import { countAsked } from './http/count-asked';
import { answerErrors } from './http/error-answer';
import { mountRoutes } from './http/mount-routes';
import { requestContext } from './http/request-context';
import { safeHeaders } from './http/safe-headers';
import { useInflection } from './http/wire-form';
import { createHealthRouter } from './health';
import { allRoutes } from './routes';

/** The whole API over its dependencies; it holds no state of its own. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  app.use(endLeftBodies());
  app.use(safeHeaders(deps.settings.PUBLIC_URL.startsWith('https:')));
  // Probes come every second and say nothing: they are answered before anything is logged.
  const { closedBy } = deps;
  app.use(createHealthRouter(() => probePostgres(deps.nobodys), deps.leaving, closedBy));
  const clientAddress = createClientAddress(deps.settings.TRUSTED_PROXIES);
  app.use(requestContext(deps, clientAddress));
  app.use(useInflection);
  app.use((_request, _response, next) => {
    // Also to whoever comes past the load balancer: a restored copy may know who has been erased since.
    const code = closedBy();
    if (code !== null) throw new VerifaError(code);
    next();
  });
  app.use(mountRoutes(deps, allRoutes(deps)));
  app.use(async (request: ApiRequest, response: ApiResponse) => {
    await countAsked(deps, request, response);
    throw new VerifaError('not_found', { detail: 'There is no such route.' });
  });
  app.use(answerErrors(deps.log));
  return app;
}
