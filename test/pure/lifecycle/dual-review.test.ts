import type { CaseId, UserId } from '../../../shared/ids';
import type { SessionEvent } from '../../../shared/lifecycle/event';
import { newSessionState, type SessionState } from '../../../shared/lifecycle/state';
import { transition } from '../../../shared/lifecycle/transition';

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

  test('a case of one reviewer is decided at once, by a signal too', () => {
    const { dualReview: _dual, ...single } = dual;
    expect(moved(single, review('approve')).state.status).toBe('completed');
    const rerun = moved(single, { type: 'rerun', cause: 'override' });
    expect(rerun.effects).toEqual(['rerun_graph']);
  });
});
