import type { Expression, ExpressionBuilder, Kysely, RawBuilder, SqlBool } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { listOf, pageWith } from '../http/pagination';
import { byTime } from '../http/list-order';
import { hasTag, newestAsked } from '../http/has-tag';
import { beginningWith, equalTo, ownRows, soughtRows } from '../http/sought-rows';
import { readList } from '../http/read-list';
import { route, type KeyedRoute } from '../http/route';
import { countSessions } from './count-sessions';
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
      const { wanted, countAll } = await sessionsWanted(deps.db, caller, query);
      const page = await readList(wanted, byTime('desc'), query, countAll);
      return answer(200, pageWith(page, await readSessions(deps, caller, page.data)));
    },
  });
}

type Owner = Pick<Caller, 'organizationId' | 'environment'>;

/** The rows that a query asks for, and their number where totals are kept of all that it filters by. */
export async function sessionsWanted(db: Kysely<Database>, owner: Owner, query: ListQuery) {
  const { q, tag } = query;
  const all = filtered(db, owner, query);
  const sought =
    q === undefined
      ? all
      : all.where(
          await soughtRows(db, { table: 'sessions', own: ownRows(owner) }, [
            equalTo('id', q),
            beginningWith('external_ref', q),
          ]),
        );
  const wanted = tag === undefined ? sought : sought.where(await tagged(db, owner, sought, tag));
  return { wanted, countAll: counted(db, owner, query) };
}

function tagged(
  db: Kysely<Database>,
  owner: Owner,
  wanted: ReturnType<typeof filtered>,
  tag: string,
): Promise<RawBuilder<SqlBool>> {
  const newest = wanted
    .clearSelect()
    .select('tags')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(newestAsked);
  return hasTag(db, owner, { table: 'sessions', tag, newest });
}

function counted(
  db: Kysely<Database>,
  owner: Owner,
  query: ListQuery,
): (() => Promise<number>) | undefined {
  const { limit: _limit, offset: _offset, after: _after, ...filters } = query;
  const { status, result, workflow_id: workflowId, country, ...others } = filters;
  if (Object.values(others).some((filter) => filter !== undefined)) return undefined;
  return () => countSessions(db, owner, { status, result, workflowId, country });
}

function filtered(db: Kysely<Database>, owner: Owner, query: ListQuery) {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('organization_id', '=', owner.organizationId)
    .where('environment', '=', owner.environment)
    .where((where) => where.and(conditions(where, query)));
}

function conditions(
  where: ExpressionBuilder<Database, 'sessions'>,
  query: ListQuery,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  const text = (column: 'workflow_id' | 'external_ref' | 'country', value: string) =>
    where(where.ref(column).$castTo<string | null>(), '=', value);
  if (query.status !== undefined) all.push(where('status', 'in', query.status));
  if (query.external_ref !== undefined) all.push(text('external_ref', query.external_ref));
  if (query.workflow_id !== undefined) all.push(text('workflow_id', query.workflow_id));
  if (query.country !== undefined) all.push(text('country', query.country));
  if (query.result !== undefined) all.push(where('result', '=', query.result));
  if (query.created_after !== undefined) all.push(where('created_at', '>', query.created_after));
  if (query.created_before !== undefined) all.push(where('created_at', '<', query.created_before));
  return all;
}
