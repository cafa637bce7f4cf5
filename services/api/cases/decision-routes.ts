import { z } from 'zod';
import { isRejectionReason } from '../../../shared/domain/checks/rejection-reason';
import { blockedKinds } from '../../../shared/domain/lists/blocked-kind';
import { reasonCodePattern } from '../../../shared/domain/cases/reason-code';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import type { Caller } from '../http/caller';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type KeyedRoute, type Route } from '../http/route';
import { callerSettings } from '../caller-settings';
import { actorOnCase, reviewerField } from './case-actor';
import { caseView, openReason, decidedCase } from './case-view';
import { decideCase } from './decide-case';
import type { FoundCase } from './find-case';
import { readerOf } from './first-opinion';
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
  /**
   * A documented rejection reason or one of the organisation's `reject_reasons`; any where it has none. The
   * same in the case, the webhook and the result.
   */
  reason_code: z
    .string()
    .regex(reasonCodePattern, 'must be a code in lower snake case')
    .default('review_rejected'),
  /** What finds this person again goes to the organisation's list of review: all of it, or these kinds. */
  blocklist: z
    .union([z.boolean(), z.array(z.enum(blockedKinds)).max(blockedKinds.length)])
    .default(false),
});

export function approveCaseRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/approve',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: approveBody,
    summary: 'Approve a case',
    answers: { 200: json(decidedCase) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      return decided(
        deps,
        call.caller,
        await decideCase(deps, call, actor, { decision: 'approve' }),
      );
    },
  });
}

export function rejectCaseRoute(deps: ApiDeps): KeyedRoute {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/reject',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: rejectBody,
    summary: 'Reject a case',
    answers: { 200: json(decidedCase) },
    example: { reason: 'The photograph was replaced.', reason_code: 'photo_replaced' },
    handler: async (call) => {
      const { reason, reason_code: reasonCode, blocklist } = call.body;
      const actor = await actorOnCase(deps, call);
      await requireKnownReason(deps, call.caller, reasonCode);
      return decided(
        deps,
        call.caller,
        await decideCase(deps, call, actor, { decision: 'reject', reason, reasonCode, blocklist }),
      );
    },
  });
}

/** @throws VerifaError validation_failed for a code that is neither documented nor the organisation's own */
async function requireKnownReason(deps: ApiDeps, caller: Caller, code: string): Promise<void> {
  const { reject_reasons: own = [] } = await callerSettings(deps, caller);
  if (own.length === 0 || own.includes(code) || isRejectionReason(code)) return;
  throw invalidField('reason_code', 'unknown_reason', 'is none of the reasons for a rejection');
}

/** Asks the person for these pieces again: the case closes, a new capture begins. */
export function resubmitCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/resubmit',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: resubmitBody,
    bodyAs: resubmitBodyAsSent,
    summary: 'Request pieces again from the person',
    answers: { 200: json(decidedCase) },
    handler: async (call) => {
      const actor = await actorOnCase(deps, call);
      const { pieces } = call.body;
      await requireAskable(deps, call, pieces);
      const wish = { decision: 'resubmit', pieces } as const;
      return decided(deps, call.caller, await decideCase(deps, call, actor, wish));
    },
  });
}

async function decided(deps: ApiDeps, caller: Caller, { row, session }: FoundCase) {
  return answer(200, {
    ...caseView(row, deps.clock(), await readerOf(deps, caller)),
    reason: openReason(deps.keyring, session, row),
    session_status: session.status,
  });
}
