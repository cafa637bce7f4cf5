import { z } from 'zod';
import type { ApiDeps } from '../deps';
import { answer, type Answer } from '../http/answer';
import { route, type Route } from '../http/route';
import { caseView, openReason } from './case-view';
import { decideCase } from './decide-case';
import type { FoundCase } from './find-case';
import { caseParams } from './read-routes';

const approveBody = z.object({});
const rejectBody = z.object({
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
});

export function approveCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/approve',
    scope: 'cases:decide',
    params: caseParams,
    body: approveBody,
    handler: async (call) => decided(deps, await decideCase(deps, call, { decision: 'approve' })),
  });
}

export function rejectCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/reject',
    scope: 'cases:decide',
    params: caseParams,
    body: rejectBody,
    handler: async (call) => {
      const { reason, reason_code: reasonCode } = call.body;
      return decided(
        deps,
        await decideCase(deps, call, { decision: 'reject', reason, reasonCode }),
      );
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
