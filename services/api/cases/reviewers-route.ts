import { z } from 'zod';
import { isSeniorRole, userRoles } from '../../../shared/domain/auth/roles';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { byId } from '../http/list-order';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { readList } from '../http/read-list';
import { route, type KeyedRoute } from '../http/route';

const reviewerObject = z
  .strictObject({
    id: idOf('user'),
    name: z.string(),
    role: z.enum(userRoles),
    /** May assign cases, decide escalated ones, override checks. */
    is_senior: z.boolean(),
    /** False for whoever has left: old cases still name them. */
    active: z.boolean(),
  })
  .meta({ id: 'Reviewer' });

/** The names behind the ids that cases carry. How people sign in is for those who manage them. */
export function listReviewersRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'GET',
    path: '/api/v1/reviewers',
    scope: 'cases:read',
    query: z.object(pageQuery),
    summary: 'List the people whom cases name',
    answers: { 200: json(listOf(reviewerObject)) },
    handler: async ({ caller, query }) => {
      const ofOrganization = deps.db
        .selectFrom('users')
        .select(['id', 'name', 'role', 'deactivated_at'])
        .where('organization_id', '=', caller.organizationId);
      const page = await readList(ofOrganization, byId('asc'), query);
      return answer(
        200,
        pageWith(
          page,
          page.data.map(({ id, name, role, deactivated_at: left }) => ({
            id,
            name,
            role,
            is_senior: isSeniorRole(role),
            active: left === null,
          })),
        ),
      );
    },
  });
}
