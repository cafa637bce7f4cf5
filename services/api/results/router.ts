import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { listAttempts } from './attempts';
import { listChecks } from './checks';
import { listResults, retrieveResult, sessionResult } from './result-routes';
import { sessionRisk } from './risk';
import { sessionWorkflowRun } from './workflow-run';

export function createResultsRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [
    sessionResult(deps),
    retrieveResult(deps),
    listResults(deps),
    listChecks(deps),
    listAttempts(deps),
    sessionWorkflowRun(deps),
    sessionRisk(deps),
  ]);
}
