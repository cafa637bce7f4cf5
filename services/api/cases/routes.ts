import type { ApiDeps } from '../deps';
import type { Route } from '../http/route';
import { assignCaseRoute, claimCaseRoute, nextCaseRoute, releaseCaseRoute } from './claim-routes';
import { correctDataRoute } from './correction-route';
import { approveCaseRoute, rejectCaseRoute, resubmitCaseRoute } from './decision-routes';
import { escalateCaseRoute } from './escalate-route';
import { addNoteRoute } from './note-routes';
import { overrideCheckRoute } from './override-route';
import { caseChoicesRoute } from './choices-route';
import { createCaseFeed } from './case-feed';
import { previewCaseRoute } from './preview-route';
import { getCaseRoute, listCasesRoute } from './read-routes';
import { listReviewersRoute } from './reviewers-route';
import { caseStatsRoute } from './stats-route';
import { searchCasesRoute } from './search-route';
import { streamCasesRoute } from './stream-route';
import { updateCaseRoute } from './update-route';

export function casesRoutes(deps: ApiDeps): readonly Route[] {
  return [
    listCasesRoute(deps),
    searchCasesRoute(deps),
    caseStatsRoute(deps),
    listReviewersRoute(deps),
    streamCasesRoute(deps, createCaseFeed(deps)),
    getCaseRoute(deps),
    caseChoicesRoute(deps),
    updateCaseRoute(deps),
    nextCaseRoute(deps),
    claimCaseRoute(deps),
    releaseCaseRoute(deps),
    assignCaseRoute(deps),
    approveCaseRoute(deps),
    rejectCaseRoute(deps),
    resubmitCaseRoute(deps),
    escalateCaseRoute(deps),
    previewCaseRoute(deps),
    addNoteRoute(deps),
    correctDataRoute(deps),
    overrideCheckRoute(deps),
  ];
}
