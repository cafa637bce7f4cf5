import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { assignCaseRoute, claimCaseRoute, nextCaseRoute, releaseCaseRoute } from './claim-routes';
import { correctDataRoute } from './correction-route';
import { approveCaseRoute, rejectCaseRoute, resubmitCaseRoute } from './decision-routes';
import { escalateCaseRoute } from './escalate-route';
import { addNoteRoute } from './note-routes';
import { overrideCheckRoute } from './override-route';
import { getCaseRoute, listCasesRoute } from './read-routes';

export function casesRoutes(deps: ApiDeps): readonly Route[] {
  return [
    listCasesRoute(deps),
    getCaseRoute(deps),
    nextCaseRoute(deps),
    claimCaseRoute(deps),
    releaseCaseRoute(deps),
    assignCaseRoute(deps),
    approveCaseRoute(deps),
    rejectCaseRoute(deps),
    resubmitCaseRoute(deps),
    escalateCaseRoute(deps),
    addNoteRoute(deps),
    correctDataRoute(deps),
    overrideCheckRoute(deps),
  ];
}
