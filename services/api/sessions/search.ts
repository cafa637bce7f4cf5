import { sql, type SqlBool } from 'kysely';
import { keyedHash, ownerKey } from '../../../shared/applicant/keyed-hash';
import { recordAudit } from '../../../shared/audit/record-audit';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { byTime } from '../http/list-order';
import { cursorPageOf } from '../http/pagination';
import { readBehind } from '../http/read-list';
import { route, type Route } from '../http/route';
import { whenceOf } from '../http/whence';
import { readSessions } from './read-sessions';
import { sessionObject } from './session-view';
import { searchBody, type SoughtPerson } from './search-body';
import { soughtKeys, type SoughtKeys } from './sought-keys';

/**
 * Sessions of a person, by equal hashes: of those whose workflow looked for duplicates, as long as their personal
 * data can be read. Recorded in the audit log, without the words.
 */
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
      const page = await readBehind(foundBy(deps, caller, sought), byTime('desc'), limit, after);
      await recordAudit(deps.db, {
        organizationId: caller.organizationId,
        environment: caller.environment,
        actorKind: call.actor.kind,
        actorId: call.actor.id,
        action: 'session.searched',
        resourceId: null,
        requestId: call.requestId,
        whence: whenceOf(call),
        detail: { fields: fieldsOf(sought), found: page.data.length },
        at: deps.clock(),
      });
      const data = await readSessions(deps, caller, page.data);
      return answer(200, { data, pagination: page.pagination });
    },
  });
}

function foundBy(deps: ApiDeps, caller: Caller, sought: SoughtPerson) {
  const owner = { organization_id: caller.organizationId, environment: caller.environment };
  const key = ownerKey(deps.keyring, owner, 'duplicate-attributes');
  const found = deps.db
    .selectFrom('sessions')
    .selectAll()
    .where('organization_id', '=', owner.organization_id)
    .where('environment', '=', owner.environment)
    .where('retention_status', '=', 'active');
  const hasOne = ({ kind, canonicals }: SoughtKeys) => sql<SqlBool>`sessions.id IN (
    SELECT kept.session_id FROM session_attributes AS kept
    WHERE kept.organization_id = ${owner.organization_id}
      AND kept.environment = ${owner.environment} AND kept.kind = ${kind}
      AND kept.value_hash = ANY (${canonicals.map((one) => keyedHash(key, kind, one))}::bytea[]))`;
  return soughtKeys(sought).reduce((rows, keys) => rows.where(hasOne(keys)), found);
}

function fieldsOf(sought: SoughtPerson): readonly string[] {
  return Object.entries(sought).flatMap(([name, value]) => (value === undefined ? [] : [name]));
}
