import type { Router } from 'express';
import type { ApiDeps } from '../deps';
import { mountRoutes } from '../http/mount-routes';
import { approveCaseRoute, rejectCaseRoute } from './decision-routes';
import { getCaseRoute, listCasesRoute } from './read-routes';

/** So far: review opens a case, approve and reject decide it. */
export function createCasesRouter(deps: ApiDeps): Router {
  return mountRoutes(deps, [
    listCasesRoute(deps),
    getCaseRoute(deps),
    approveCaseRoute(deps),
    rejectCaseRoute(deps),
  ]);
}
