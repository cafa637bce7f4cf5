import {
  newSessionState,
  sessionStatuses,
  type SessionState,
} from '../../../shared/domain/lifecycle/state';
import { isReadableState } from '../../../shared/domain/lifecycle/state-schema';

const whole: SessionState = newSessionState(true);
const nobodysValue = { nonsense: true };

it.each(sessionStatuses)('a state in %s is readable', (status) => {
  expect(isReadableState({ ...whole, status })).toBe(true);
});

it('with all that it may hold besides, and what a later release adds', () => {
  const taken = { target: 'bank@1', decision: 'continue' };
  expect(
    isReadableState({
      ...whole,
      run: { kind: 'reprocess', before: 'failed' },
      gate: 'bank',
      openCase: 'case_1',
      lastGateDecision: taken,
      lastCaseDecision: taken,
      dualReview: true,
      firstReview: { decision: 'approve', by: null },
      later: 1,
    }),
  ).toBe(true);
});

it.each(Object.keys(whole))('without %s, or with something else in its place, it is not', (key) => {
  const without = Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key));
  expect(isReadableState(without)).toBe(false);
  expect(isReadableState({ ...whole, [key]: nobodysValue })).toBe(false);
});

it.each([null, 'pending', [], { status: 'nonsense' }])('%j is none', (state) => {
  expect(isReadableState(state)).toBe(false);
});
