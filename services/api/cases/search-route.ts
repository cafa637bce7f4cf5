import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { byTime } from '../http/list-order';
import { cursorPageOf } from '../http/pagination';
import { readBehind } from '../http/read-list';
import { route, type KeyedRoute } from '../http/route';
import { recordSearch, sessionsOfPerson } from '../person-search/person-search';
import { searchBody } from '../person-search/search-body';
import { ownCases } from './case-filters';
import { caseObject, caseView } from './case-view';
import { readerOf } from './first-opinion';

/** Cases of a person's sessions, waiting or decided. Recorded in the audit log, without the words. */
export function searchCasesRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/cases/search',
    // Nothing is stored of a repeat: not even a hash of what was looked for.
    idempotency: 'content',
    scope: ['cases:read', 'verifications:read'],
    body: searchBody,
    summary: 'Search cases by name and birth date, document number, e-mail or phone, newest first',
    answers: { 200: json(cursorPageOf(caseObject)) },
    example: { document_number: 'SPX015127', issuing_state: 'NLD' },
    handler: async (call) => {
      const { caller, body } = call;
      const { limit, after = '', ...sought } = body;
      const sessions = sessionsOfPerson(deps, caller, sought).select('sessions.id');
      const wanted = ownCases(deps.db, caller).where('session_id', 'in', sessions);
      const { data, pagination } = await readBehind(wanted, byTime('desc'), limit, after);
      const now = deps.clock();
      await recordSearch(deps.db, call, {
        action: 'case.searched',
        sought,
        found: data.length,
        at: now,
      });
      const reader = await readerOf(deps, caller);
      return answer(200, { data: data.map((row) => caseView(row, now, reader)), pagination });
    },
  });
}
