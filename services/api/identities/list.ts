import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute } from '../http/route';
import { identityView, identityObject } from './identity-view';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { byTime } from '../http/list-order';
import { hasTag, newestAsked } from '../http/has-tag';
import { beginningWith, ownRows, soughtRows } from '../http/sought-rows';
import { readList } from '../http/read-list';

const listQuery = z.object({
  ...pageQuery,
  status: z.enum(['unverified', 'approved', 'rejected']).optional(),
  external_ref: z.string().min(1).max(255).optional(),
  tag: z.string().min(1).optional(),
  /** The beginning of an `external_ref`. */
  q: z.string().min(1).max(255).optional(),
  /** Default false: archived ones are put away. */
  archived: z.enum(['true', 'false']).default('false'),
});

/** Newest first, without those that were merged into others. */
export function listIdentities(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/identities',
    scope: 'identities:read',
    query: listQuery,
    queryAliases: { external_ref: ['reference_id'] },
    summary: 'List identities, newest first',
    answers: { 200: json(listOf(identityObject)) },
    handler: async ({ caller, query }) => {
      const { status, external_ref: ref, tag, q } = query;
      const sought =
        q === undefined
          ? undefined
          : await soughtRows(deps.db, { table: 'identities', own: ownRows(caller) }, [
              beginningWith('external_ref', q),
            ]);
      const listed = deps.db
        .selectFrom('identities')
        .selectAll()
        .where('organization_id', '=', caller.organizationId)
        .where('environment', '=', caller.environment)
        .where('merged_into', 'is', null)
        .where('archived_at', query.archived === 'true' ? 'is not' : 'is', null)
        .$if(status !== undefined, (e) => e.where('status', '=', status ?? 'unverified'))
        .$if(ref !== undefined, (e) => e.where('external_ref', '=', ref ?? ''));
      const found = sought === undefined ? listed : listed.where(sought);
      const newest = found
        .clearSelect()
        .select('tags')
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(newestAsked);
      const wanted =
        tag === undefined
          ? found
          : found.where(await hasTag(deps.db, caller, { table: 'identities', tag, newest }));
      const page = await readList(wanted, byTime('desc'), query);
      return answer(200, pageWith(page, page.data.map(identityView)));
    },
  });
}
