import fc from 'fast-check';
import type { CaseId, UserId } from '../../../shared/domain/ids';
import type { SessionEvent } from '../../../shared/domain/lifecycle/event';
import { sessionStatuses, type SessionState } from '../../../shared/domain/lifecycle/state';

const caseId: CaseId = 'case_01hzzzzzzzzzzzzzzzzzzzzzzz';
export const otherCaseId: CaseId = 'case_01hyyyyyyyyyyyyyyyyyyyyyyy';
export const reviewers: readonly [UserId, UserId] = ['usr_first', 'usr_second'];

/** Any state a session can be in, with the parts that belong together kept together. */
export const anyState: fc.Arbitrary<SessionState> = fc
  .record({
    status: fc.constantFrom(...sessionStatuses),
    isSandbox: fc.boolean(),
    retention: fc.constantFrom(
      'active' as const,
      'sensitive_redacted' as const,
      'redacted' as const,
    ),
    legalHold: fc.boolean(),
    erasurePending: fc.boolean(),
    reprocessBefore: fc.option(fc.constantFrom('completed' as const, 'failed' as const)),
    capture: fc.integer({ min: 1, max: 5 }),
    attempt: fc.integer({ min: 0, max: 5 }),
    dual: fc.constantFrom('one' as const, 'two' as const, 'second' as const),
  })
  .map(({ reprocessBefore, erasurePending, dual, ...drawn }) => ({
    ...drawn,
    ...(drawn.status === 'under_review' && dual !== 'one' ? { dualReview: true } : {}),
    ...(drawn.status === 'under_review' && dual === 'second'
      ? { firstReview: { decision: 'approve' as const, by: reviewers[0] } }
      : {}),
    ...(drawn.status === 'processing' && dual === 'second'
      ? { dualReview: true as const, changedBy: reviewers[0] }
      : {}),
    erasurePending: erasurePending && drawn.legalHold,
    run:
      reprocessBefore !== null &&
      ['processing', 'awaiting_external', 'under_review', 'sandbox_pending'].includes(drawn.status)
        ? ({ kind: 'reprocess', before: reprocessBefore } as const)
        : ({ kind: 'capture' } as const),
    gate: drawn.status === 'awaiting_external' ? 'gate' : null,
    openCase:
      drawn.status === 'under_review' || (drawn.status === 'processing' && dual === 'second')
        ? caseId
        : null,
    lastGateDecision: null,
    lastCaseDecision: null,
  }));

/** Any event, mostly aimed at what the state has before it. */
export function anyEvent(state: SessionState): fc.Arbitrary<SessionEvent> {
  const attempt = fc.constantFrom(state.attempt, state.attempt, state.attempt + 1);
  return fc.oneof(
    fc.constantFrom<SessionEvent>(
      { type: 'start_capture' },
      { type: 'token_ran_out' },
      { type: 'resume' },
      { type: 'submit' },
      { type: 'sandbox_wait_over' },
      { type: 'expire' },
      { type: 'redact' },
      { type: 'hide_data' },
      { type: 'end_retention' },
      { type: 'place_hold' },
      { type: 'lift_hold' },
      { type: 'rerun', cause: 'override' },
      { type: 'reprocess', via: 'reprocess' },
    ),
    fc
      .constantFrom(
        'approve' as const,
        'reject' as const,
        'needs_review' as const,
        'expire' as const,
      )
      .map((outcome): SessionEvent => ({ type: 'outcome', outcome })),
    fc
      .tuple(
        attempt,
        fc.constantFrom('approved' as const, 'rejected' as const, 'needs_review' as const),
      )
      .map(([at, decision]): SessionEvent => ({
        type: 'decide',
        attempt: at,
        decision,
        reasonCode: null,
      })),
    attempt.map((at): SessionEvent => ({ type: 'reach_gate', attempt: at, gate: 'gate' })),
    attempt.map((at): SessionEvent => ({
      type: 'give_up',
      attempt: at,
      errorCode: 'engine_failed',
    })),
    attempt.map((at): SessionEvent => ({ type: 'gate_timeout', attempt: at, gate: 'gate' })),
    fc
      .tuple(
        fc.constantFrom('continue' as const, 'fail' as const, 'reject' as const),
        fc.option(attempt, { nil: undefined }),
      )
      .map(([decision, at]): SessionEvent => ({
        type: 'external',
        decision,
        ...(at === undefined ? {} : { gate: 'gate', attempt: at }),
      })),
    fc
      .tuple(
        fc.constantFrom('approve' as const, 'reject' as const, 'resubmit' as const),
        fc.constantFrom(undefined, caseId, otherCaseId),
        fc.constantFrom(undefined, ...reviewers),
      )
      .map(([decision, target, reviewer]): SessionEvent => ({
        type: 'review',
        decision,
        ...(target === undefined ? {} : { caseId: target }),
        ...(reviewer === undefined ? {} : { reviewer }),
      })),
  );
}

export const anyMove: fc.Arbitrary<{ state: SessionState; event: SessionEvent }> = anyState.chain(
  (state) => anyEvent(state).map((event) => ({ state, event })),
);
