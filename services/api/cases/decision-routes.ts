import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer, type Answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { route, type KeyedRoute, type Route } from '../http/route';
import { actorOnCase, reviewerField } from './case-actor';
import { caseView, openReason, decidedCase } from './case-view';
import { decideCase } from './decide-case';
import type { FoundCase } from './find-case';
import { caseParams } from './read-routes';
import { requireAskable, resubmitBody, resubmitBodyAsSent } from './resubmit-body';

const approveBody = z.object(reviewerField);
const rejectBody = z.object({
  ...reviewerField,
  /** Free text for people; kept sealed, never sent on. */
  reason: z
    .string()
    .max(2_000)
    .nullable()
    .default(null)
    .transform((text) => (text === '' ? null : text)),
  /** A machine code: it travels through the workflow and stands in the result. */
  reason_code: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be a code in lower snake case')
    .default('review_rejected'),
  /** What finds this person again goes to the organisation's list of review. */
  blocklist: z.boolean().default(false),
});

export function approveCaseRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/approve',
    scope: 'cases:decide',
    params: caseParams,
    body: approveBody,
    summary: 'Approve a case',
    answers: { 200: json(decidedCase) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      return decided(deps, await decideCase(deps, call, actor, { decision: 'approve' }));
    },
  });
}

export function rejectCaseRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/reject',
    scope: 'cases:decide',
    params: caseParams,
    body: rejectBody,
    summary: 'Reject a case',
    answers: { 200: json(decidedCase) },
    example: { reason: 'The photograph was replaced.', reason_code: 'photo_replaced' },
    handler: async (call) => {
      const { reason, reason_code: reasonCode, blocklist } = call.body;
      const actor = await actorOnCase(deps, call);
      return decided(
        deps,
        await decideCase(deps, call, actor, { decision: 'reject', reason, reasonCode, blocklist }),
      );
    },
  });
}

/** Asks the person for these pieces again: the case closes, a new capture begins. */
export function resubmitCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/resubmit',
    scope: 'cases:decide',
    params: caseParams,
    body: resubmitBody,
    bodyAs: resubmitBodyAsSent,
    summary: 'Ask the person for pieces again',
    answers: { 200: json(decidedCase) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const { pieces } = call.body;
      await requireAskable(deps, call, pieces);
      const wish = { decision: 'resubmit', pieces } as const;
      return decided(deps, await decideCase(deps, call, actor, wish));
    },
  });
}

function decided(deps: ApiDeps, { row, session }: FoundCase): Answer {
  return answer(200, {
    ...caseView(row, deps.clock()),
    reason: openReason(deps.keyring, session, row),
    session_status: session.status,
  });
}
