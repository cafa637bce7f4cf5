import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { byTime } from '../http/list-order';
import { listOf, pageQuery, pageWith } from '../http/pagination';
import { readList } from '../http/read-list';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';
import { deliveryObject, deliveryViews } from './delivery-view';

/** To all endpoints; a session has a few dozen, found by its index. */
export function sessionDeliveriesRoute(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/deliveries',
    scope: ['sessions:read', 'webhooks:read'],
    params: sessionParams,
    query: z.object(pageQuery),
    summary: "List a session's webhook deliveries, newest first",
    answers: { 200: json(listOf(deliveryObject)) },
    handler: async ({ caller, params, query }) => {
      const session = await findSession(deps.db, caller, params.id);
      const wanted = deps.db
        .selectFrom('webhook_deliveries')
        .selectAll()
        .where('session_id', '=', session.id);
      const page = await readList(wanted, byTime('desc'), query);
      return answer(200, pageWith(page, await deliveryViews(deps.db, page.data)));
    },
  });
}
