import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Caller } from '../http/call';
import { json } from '../http/declared-answer';
import { listOf, pageWith } from '../http/pagination';
import { byTime } from '../http/list-order';
import { readList } from '../http/read-list';
import { route, type KeyedRoute } from '../http/route';
import { listQuery, type ListQuery } from './list-query';
import { readSessions } from './read-sessions';
import { sessionObject } from './session-view';

export function listSessions(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/sessions',
    scope: 'sessions:read',
    query: listQuery,
    queryAliases: { external_ref: ['reference_id'] },
    summary: 'List sessions, newest first',
    answers: { 200: json(listOf(sessionObject)) },
    handler: async ({ caller, query }) => {
      const page = await readList(filtered(deps, caller, query), byTime('desc'), query);
      return answer(200, pageWith(page, await readSessions(deps, caller, page.data)));
    },
  });
}

function filtered({ db }: ApiDeps, caller: Caller, query: ListQuery) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment)
    .where((where) => where.and(conditions(where, query)));
}

function conditions(
  where: ExpressionBuilder<Database, 'sessions'>,
  query: ListQuery,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  const text = (column: 'id' | 'workflow_id' | 'external_ref' | 'country', value: string) =>
    where(where.ref(column).$castTo<string | null>(), '=', value);
  if (query.status !== undefined) all.push(where('status', 'in', query.status));
  if (query.q !== undefined) {
    const prefix = `${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`;
    all.push(where.or([text('id', query.q), where('external_ref', 'like', prefix)]));
  }
  if (query.external_ref !== undefined) all.push(text('external_ref', query.external_ref));
  if (query.workflow_id !== undefined) all.push(text('workflow_id', query.workflow_id));
  if (query.country !== undefined) all.push(text('country', query.country));
  if (query.tag !== undefined) all.push(sql<SqlBool>`tags @> ARRAY[${query.tag}]::text[]`);
  if (query.result !== undefined) all.push(newestResultIs(query.result));
  if (query.created_after !== undefined) all.push(where('created_at', '>', query.created_after));
  if (query.created_before !== undefined) all.push(where('created_at', '<', query.created_before));
  return all;
}

function newestResultIs(result: NonNullable<ListQuery['result']>): Expression<SqlBool> {
  return sql<SqlBool>`${result} = (
    SELECT results.status FROM results
    WHERE results.session_id = sessions.id AND results.withdrawn_at IS NULL
    ORDER BY results.attempt DESC LIMIT 1)`;
}
