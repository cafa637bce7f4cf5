import express, { type Router } from 'express';
import type { ErrorCode } from '../../shared/domain/errors/catalogue';
import type { HealthProbes } from '../../shared/health/probe';

/** Public: whether the process runs, and whether it may be sent requests. */
export function createHealthRouter(
  postgres: HealthProbes['postgres'],
  leaving: AbortSignal | undefined,
  closedBy: () => ErrorCode | null,
): Router {
  const router = express.Router();
  router.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' });
  });
  // Temporal and the object store may be down and the API still serves: a create is committed and
  // its workflow owed. Without its records it can serve nothing.
  router.get('/readyz', async (_request, response) => {
    const reason = closedBy();
    const isReady = reason === null && leaving?.aborted !== true && (await postgres()) === 'ok';
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'not_ready',
      ...(reason === null ? {} : { reason }),
    });
  });
  return router;
}
