import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { byTime } from '../http/list-order';
import { cursorPageOf } from '../http/pagination';
import { readBehind } from '../http/read-list';
import { route, type Route } from '../http/route';
import { recordSearch, sessionsOfPerson } from '../person-search/person-search';
import { readSessions } from './read-sessions';
import { sessionObject } from './session-view';
import { searchBody } from '../person-search/search-body';

/** Sessions of a person. Recorded in the audit log, without the words. */
export function searchSessions(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/sessions/search',
    // Nothing is stored of a repeat: not even a hash of what was looked for.
    idempotency: 'content',
    scope: ['sessions:read', 'verifications:read'],
    body: searchBody,
    summary:
      'Search sessions by name and birth date, document number, e-mail or phone, newest first',
    answers: { 200: json(cursorPageOf(sessionObject)) },
    example: { document_number: 'SPX015127', issuing_state: 'NLD' },
    handler: async (call) => {
      const { caller, body } = call;
      const { limit, after = '', ...sought } = body;
      const wanted = sessionsOfPerson(deps, caller, sought).selectAll();
      const page = await readBehind(wanted, byTime('desc'), limit, after);
      await recordSearch(deps.db, call, {
        action: 'session.searched',
        sought,
        found: page.data.length,
        at: deps.clock(),
      });
      const data = await readSessions(deps, caller, page.data);
      return answer(200, { data, pagination: page.pagination });
    },
  });
}
