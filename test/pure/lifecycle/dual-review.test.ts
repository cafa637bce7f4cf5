import type { CaseId, UserId } from '../../../shared/domain/ids';
import type { SessionEvent } from '../../../shared/domain/lifecycle/event';
import { newSessionState, type SessionState } from '../../../shared/domain/lifecycle/state';
import { transition } from '../../../shared/domain/lifecycle/transition';

const caseId: CaseId = 'case_01hzzzzzzzzzzzzzzzzzzzzzzz';
const [first, second]: readonly [UserId, UserId] = ['usr_first', 'usr_second'];
const dual: SessionState = {
  ...newSessionState(false),
  status: 'under_review',
  attempt: 1,
  openCase: caseId,
  dualReview: true,
};

function review(decision: 'approve' | 'reject', reviewer?: UserId): SessionEvent {
  return { type: 'review', decision, caseId, ...(reviewer === undefined ? {} : { reviewer }) };
}

function moved(state: SessionState, event: SessionEvent) {
  const step = transition(state, event);
  if (step.kind !== 'moved') throw new Error(`not moved: ${step.kind}`);
  return step;
}

describe('with two reviewers', () => {
  test('the first one’s decision moves nothing but the case', () => {
    const step = moved(dual, review('approve', first));
    expect(step.effects).toEqual(['recommend_case']);
    expect(step.state).toMatchObject({
      status: 'under_review',
      openCase: caseId,
      lastCaseDecision: null,
      firstReview: { decision: 'approve', by: first },
    });
  });

  test('the second one’s counts, whatever the first one said, and nothing of it stays behind', () => {
    const { state } = moved(dual, review('approve', first));
    const step = moved(state, review('reject', second));
    expect(step.effects).toContain('decide_case');
    expect(step.effects).toContain('fire:session.declined');
    expect(step.state.status).toBe('completed');
    expect(step.state).not.toHaveProperty('firstReview');
    expect(step.state).not.toHaveProperty('dualReview');
  });

  test('one person is not two', () => {
    const { state } = moved(dual, review('approve', first));
    for (const decision of ['approve', 'reject'] as const) {
      expect(transition(state, review(decision, first))).toMatchObject({
        kind: 'refused',
        code: 'same_reviewer',
      });
    }
  });

  test('a signal recommends at most: nobody vouches for who sent it', () => {
    const { state } = moved(dual, review('approve'));
    expect(state.firstReview).toEqual({ decision: 'approve', by: null });
    expect(transition(state, review('approve'))).toMatchObject({ code: 'reviewer_required' });
    expect(moved(state, review('approve', first)).state.status).toBe('completed');
  });

  test('a rerun that still needs review voids the recommendation, and still asks for two', () => {
    const { state } = moved(dual, review('approve', first));
    const rerun = moved(state, { type: 'rerun', cause: 'correction' });
    expect(rerun.effects).toEqual(['void_recommendation', 'rerun_graph']);
    const again = moved(rerun.state, {
      type: 'decide',
      attempt: 1,
      decision: 'needs_review',
      reasonCode: 'rejected',
      dualReview: true,
    });
    expect(again.state).toMatchObject({ openCase: caseId, dualReview: true });
    expect(again.state).not.toHaveProperty('firstReview');
  });

  test.each(['approved', 'rejected'] as const)(
    'what one reviewer’s change leads to (%s) is that one’s recommendation, and takes another one',
    (decision) => {
      const rerun = moved(dual, { type: 'rerun', cause: 'override', reviewer: first });
      const decided = moved(rerun.state, {
        type: 'decide',
        attempt: 1,
        decision,
        reasonCode: null,
      });
      const recommended = decision === 'approved' ? 'approve' : 'reject';
      expect(decided.effects).toEqual(['recommend_case']);
      expect(decided.state).toMatchObject({
        status: 'under_review',
        openCase: caseId,
        firstReview: { decision: recommended, by: first },
      });
      expect(decided.state).not.toHaveProperty('changedBy');
      expect(transition(decided.state, review('approve', first))).toMatchObject({
        code: 'same_reviewer',
      });
      expect(moved(decided.state, review('approve', second)).state.status).toBe('completed');
    },
  );

  test('a change stays its author’s over a gate, and is forgotten when nothing is decided by it', () => {
    const rerun = moved(dual, { type: 'rerun', cause: 'correction', reviewer: first });
    const atGate = moved(rerun.state, { type: 'reach_gate', attempt: 1, gate: 'gate' });
    const goesOn = moved(atGate.state, { type: 'external', decision: 'continue' });
    expect(goesOn.state).toMatchObject({ changedBy: first });
    const decide = { type: 'decide', attempt: 1, reasonCode: null } as const;
    const unclear = moved(goesOn.state, { ...decide, decision: 'needs_review' });
    expect(unclear.state).toMatchObject({ dualReview: true });
    expect(unclear.state).not.toHaveProperty('changedBy');
    expect(moved(goesOn.state, { ...decide, decision: 'approved' }).state.firstReview).toEqual({
      decision: 'approve',
      by: first,
    });
  });

  test('a rerun of release 0.1.0, which names nobody, decides as it did', () => {
    const rerun = moved(dual, { type: 'rerun', cause: 'override' });
    const decide = { type: 'decide', attempt: 1, decision: 'approved', reasonCode: null } as const;
    expect(moved(rerun.state, decide).state.status).toBe('completed');
  });

  test('a case of one reviewer is decided at once, by a signal too', () => {
    const { dualReview: _dual, ...single } = dual;
    expect(moved(single, review('approve')).state.status).toBe('completed');
    const rerun = moved(single, { type: 'rerun', cause: 'override' });
    expect(rerun.effects).toEqual(['rerun_graph']);
  });
});
