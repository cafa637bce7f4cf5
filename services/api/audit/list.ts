import {
  sql,
  type Expression,
  type ExpressionBuilder,
  type RawBuilder,
  type Selectable,
  type SqlBool,
} from 'kysely';
import { z } from 'zod';
import type { AuditTable, Database } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject, idOf, instant } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { listOf, pageWith } from '../http/pagination';
import { auditByTime } from '../http/list-order';
import { beginningWith, equalTo, soughtRows, type SoughtBy } from '../http/sought-rows';
import { readerOf, tellsNoHiddenOpinion } from '../cases/first-opinion';
import { readList } from '../http/read-list';
import { route, type KeyedRoute } from '../http/route';
import { auditQuery, type AuditQuery } from './audit-query';
import { prefixOf, resourceTypeOf } from './resource-type';

const auditObject = z
  .strictObject({
    id: idOf('audit'),
    at: instant,
    actor: z.strictObject({ kind: z.string(), id: z.string().nullable() }),
    action: z.string(),
    resource: z.strictObject({ type: z.string().nullable(), id: z.string() }).nullable(),
    request_id: z.string().nullable(),
    detail: freeObject,
  })
  .meta({ id: 'AuditEvent' });

/** The audit log, newest first. From where somebody came stays in the database. */
export function listAudit(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/events',
    scope: 'audit:read',
    query: auditQuery,
    summary: 'List the audit log, newest first',
    answers: { 200: json(listOf(auditObject)) },
    handler: async ({ caller, query }) => {
      const { limit, offset, after = offset === undefined ? '' : undefined } = query;
      const reader = await readerOf(deps, caller);
      const all = await ofCaller(deps, caller, query);
      const wanted = reader.isBlind ? all.where(tellsNoHiddenOpinion(reader)) : all;
      const page = await readList(wanted, auditByTime, { limit, offset: offset ?? 0, after });
      return answer(200, pageWith(page, page.data.map(auditView)));
    },
  });
}

async function ofCaller({ db }: ApiDeps, caller: Caller, query: AuditQuery) {
  // Of both environments: which ones are shown is asked of the records that are found.
  const place = {
    table: 'audit',
    own: sql<SqlBool>`organization_id = ${caller.organizationId}`,
  } as const;
  const sought: RawBuilder<SqlBool>[] = [];
  for (const ways of soughtBy(query)) sought.push(await soughtRows(db, place, ways));
  const all = db
    .selectFrom('audit')
    .select(['id', 'actor_kind', 'actor_id', 'action', 'resource_id', 'request_id', 'detail'])
    .select('at')
    .where('organization_id', '=', caller.organizationId)
    // What is of no environment shows in both; so do changes of workflows and settings before 0025.
    .where((where) =>
      where.or([where('environment', '=', caller.environment), where('environment', 'is', null)]),
    )
    .where((where) => where.and(conditions(where, query)));
  return sought.reduce((wanted, condition) => wanted.where(condition), all);
}

/** Of one actor, as the index of actors has them. */
const newest = sql`at DESC, id DESC`;

/** What is looked for by more than one column, or by how one begins. */
function soughtBy({ resource_type: type, actor, q }: AuditQuery): readonly SoughtBy[][] {
  return [
    ...(type === undefined ? [] : [[beginningWith('resource_id', prefixOf(type))]]),
    ...(actor === undefined
      ? []
      : [[equalTo('actor_id', actor, newest), equalTo('actor_kind', actor, newest)]]),
    ...(q === undefined
      ? []
      : [
          [
            beginningWith('action', q),
            equalTo('actor_id', q, newest),
            ...['resource_id', 'request_id'].map((column) => equalTo(column, q)),
          ],
        ]),
  ];
}

function conditions(
  where: ExpressionBuilder<Database, 'audit'>,
  query: AuditQuery,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  if (query.resource_id !== undefined) all.push(where('resource_id', '=', query.resource_id));
  if (query.action !== undefined) all.push(where('action', '=', query.action));
  if (query.since !== undefined) all.push(where('at', '>=', query.since));
  if (query.until !== undefined) all.push(where('at', '<', query.until));
  if (query.created_after !== undefined) all.push(where('at', '>', query.created_after));
  if (query.created_before !== undefined) all.push(where('at', '<', query.created_before));
  return all;
}

type AuditRow = Pick<
  Selectable<AuditTable>,
  'id' | 'actor_kind' | 'actor_id' | 'action' | 'resource_id' | 'request_id' | 'detail' | 'at'
>;

function auditView(row: AuditRow) {
  return {
    id: row.id,
    at: row.at,
    actor: { kind: row.actor_kind, id: row.actor_id },
    action: row.action,
    resource:
      row.resource_id === null
        ? null
        : { type: resourceTypeOf(row.resource_id), id: row.resource_id },
    request_id: row.request_id,
    detail: row.detail,
  };
}
