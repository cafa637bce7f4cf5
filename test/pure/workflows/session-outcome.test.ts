import { newSessionState, type SessionState } from '../../../shared/domain/lifecycle/state';
import type { Effect } from '../../../shared/domain/lifecycle/table';
import type { SessionEvent } from '../../../shared/domain/lifecycle/event';
import { SessionOutcome } from '../../../workflows/session-outcome';

const fresh = newSessionState(false);

function commit(
  event: SessionEvent,
  effects: readonly Effect[],
  change: Partial<SessionState> = {},
) {
  return { event, effects, state: { ...fresh, ...change } };
}

const approve = commit(
  { type: 'decide', attempt: 1, decision: 'approved', reasonCode: null },
  ['write_result'],
  { status: 'completed', attempt: 1 },
);
const check = { check: 'document_ocr', status: 'passed', score: null, reasons: [] } as const;

test('an approval has no reason, whatever optional checks said', () => {
  const outcome = new SessionOutcome();
  outcome.begin(fresh, null);
  outcome.checked([{ ...check, status: 'failed', reasons: ['mrz_not_found'] }]);
  outcome.committed(approve);
  expect(outcome.result(approve.state)).toMatchObject({ decision: 'approved', reasonCodes: [] });
});

test('a reprocess that is given back leaves the decision that stood before', () => {
  const outcome = new SessionOutcome();
  outcome.begin({ ...fresh, status: 'completed', attempt: 1 }, 'approved');
  outcome.committed(
    commit({ type: 'reprocess', via: 'reprocess' }, ['begin_attempt', 'run_graph']),
  );
  outcome.committed(
    commit({ type: 'decide', attempt: 2, decision: 'needs_review', reasonCode: 'duplicate' }, [
      'write_result',
      'open_case',
    ]),
  );
  expect(outcome.decision).toBe('needs_review');
  outcome.committed(commit({ type: 'expire' }, ['close_case', 'end_attempt']));
  expect([outcome.decision, outcome.reasonCodes]).toEqual(['approved', []]);
});

test('a case that was left undecided is no decision', () => {
  const outcome = new SessionOutcome();
  outcome.begin({ ...fresh, status: 'expired' }, 'needs_review');
  expect(outcome.decision).toBeNull();
  outcome.begin({ ...fresh, status: 'under_review' }, 'needs_review');
  expect(outcome.decision).toBe('needs_review');
});

test('pieces asked for again, and a new attempt, forget what was before', () => {
  const outcome = new SessionOutcome();
  outcome.begin({ ...fresh, status: 'under_review' }, 'needs_review');
  outcome.checked([check]);
  outcome.committed(
    commit({ type: 'review', decision: 'resubmit' }, ['close_case', 'issue_token']),
  );
  expect(outcome.decision).toBeNull();
  outcome.committed(commit({ type: 'submit' }, ['begin_attempt', 'run_graph']));
  expect(outcome.result(fresh).checks).toBeNull();
});

test.each([
  [0, 'low'],
  [0.2, 'low'],
  [0.21, 'medium'],
  [0.51, 'high'],
  [1, 'critical'],
] as const)('a risk of %d is %s', (score, band) => {
  const outcome = new SessionOutcome();
  outcome.checked([check, { ...check, check: 'risk_assessment', score }]);
  expect(outcome.riskBand).toBe(band);
});

test('reasons are told once each, the decision’s first, and no more than a dozen', () => {
  const outcome = new SessionOutcome();
  const reasons = Array.from({ length: 20 }, (_, index) => `reason_${String(index)}`);
  outcome.checked([{ ...check, status: 'failed', reasons: ['no_face', ...reasons] }]);
  outcome.committed(
    commit({ type: 'review', decision: 'reject', reasonCode: 'no_face' }, ['write_result']),
  );
  expect(outcome.reasonCodes).toHaveLength(12);
  expect(outcome.reasonCodes.slice(0, 2)).toEqual(['no_face', 'reason_0']);
});
