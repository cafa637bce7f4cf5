import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { listAttempts } from './attempts';
import { listChecks } from './checks';
import { listResults, retrieveResult, sessionResult } from './result-routes';
import { sessionRisk } from './risk';
import { sessionWorkflowRun } from './workflow-run';

export function resultsRoutes(deps: ApiDeps): readonly Route[] {
  return [
    sessionResult(deps),
    retrieveResult(deps),
    listResults(deps),
    listChecks(deps),
    listAttempts(deps),
    sessionWorkflowRun(deps),
    sessionRisk(deps),
  ];
}
