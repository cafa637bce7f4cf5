import express, { type Express } from 'express';
import { VerifaError } from '../../shared/errors/verifa-error';
import { createCaptureRouter } from './capture/router';
import { createCasesRouter } from './cases/router';
import type { ApiDeps } from './deps';
import { createDocumentsRouter } from './documents/router';
import { createClientAddress } from './http/client-address';
import { answerErrors } from './http/error-answer';
import { requestContext } from './http/request-context';
import { createIdentitiesRouter } from './identities/router';
import { createHealthRouter, probePostgres } from './health';
import { createLiveRouter } from './live/router';
import { createMcpRouter } from './mcp/router';
import { createResultsRouter } from './results/router';
import { createSessionsRouter } from './sessions/router';
import { createWorkflowsRouter } from './workflows/router';
import { createWebhooksRouter } from './webhooks/router';

/** The whole API over its dependencies; it holds no state of its own. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', 'simple');
  // Probes come every second and say nothing: they are answered before anything is logged.
  app.use(createHealthRouter(() => probePostgres(deps.db)));
  app.use(requestContext(deps.log, createClientAddress(deps.settings.TRUSTED_PROXIES)));
  app.use(createSessionsRouter(deps));
  app.use(createDocumentsRouter(deps));
  app.use(createCaptureRouter(deps));
  app.use(createResultsRouter(deps));
  app.use(createWebhooksRouter(deps));
  app.use(createCasesRouter(deps));
  app.use(createWorkflowsRouter(deps));
  app.use(createIdentitiesRouter(deps));
  app.use(createLiveRouter(deps));
  app.use(createMcpRouter(deps));
  app.use(() => {
    throw new VerifaError('not_found', { detail: 'There is no such route.' });
  });
  app.use(answerErrors(deps.log));
  return app;
}
