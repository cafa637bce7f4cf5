import type { Expression, ExpressionBuilder, Selectable, SqlBool } from 'kysely';
import { z } from 'zod';
import type { AuditTable, Database } from '../../../shared/database/schema';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject, idOf, instant } from '../http/answer-values';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { listOf, pageWith } from '../http/pagination';
import { auditByTime } from '../http/list-order';
import { beginsWith } from '../http/begins-with';
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
      const all = ofCaller(deps, caller, query);
      const wanted = reader.isBlind ? all.where(tellsNoHiddenOpinion(reader)) : all;
      const page = await readList(wanted, auditByTime, { limit, offset: offset ?? 0, after });
      return answer(200, pageWith(page, page.data.map(auditView)));
    },
  });
}

function ofCaller({ db }: ApiDeps, caller: Caller, query: AuditQuery) {
  return (
    db
      .selectFrom('audit')
      .select(['id', 'actor_kind', 'actor_id', 'action', 'resource_id', 'request_id', 'detail'])
      .select('at')
      .where('organization_id', '=', caller.organizationId)
      // What is of no environment shows in both; so do changes of workflows and settings before 0025.
      .where((where) =>
        where.or([where('environment', '=', caller.environment), where('environment', 'is', null)]),
      )
      .where((where) => where.and(conditions(where, query)))
  );
}

function conditions(
  where: ExpressionBuilder<Database, 'audit'>,
  query: AuditQuery,
): Expression<SqlBool>[] {
  const all: Expression<SqlBool>[] = [];
  const text = (column: 'actor_id' | 'actor_kind' | 'resource_id' | 'request_id', value: string) =>
    where(where.ref(column).$castTo<string | null>(), '=', value);
  if (query.resource_type !== undefined) {
    all.push(beginsWith('resource_id', prefixOf(query.resource_type)));
  }
  if (query.resource_id !== undefined) all.push(where('resource_id', '=', query.resource_id));
  if (query.action !== undefined) all.push(where('action', '=', query.action));
  if (query.actor !== undefined) {
    all.push(where.or([text('actor_id', query.actor), text('actor_kind', query.actor)]));
  }
  if (query.since !== undefined) all.push(where('at', '>=', query.since));
  if (query.until !== undefined) all.push(where('at', '<', query.until));
  if (query.created_after !== undefined) all.push(where('at', '>', query.created_after));
  if (query.created_before !== undefined) all.push(where('at', '<', query.created_before));
  if (query.q !== undefined) {
    all.push(
      where.or([
        beginsWith('action', query.q),
        text('actor_id', query.q),
        text('resource_id', query.q),
        text('request_id', query.q),
      ]),
    );
  }
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
