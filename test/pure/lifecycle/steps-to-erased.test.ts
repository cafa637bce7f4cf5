import fc from 'fast-check';
import { stepToErased } from '../../../shared/domain/lifecycle/steps-to-erased';
import type { SessionState } from '../../../shared/domain/lifecycle/state';
import { transition } from '../../../shared/domain/lifecycle/transition';
import { anyState } from './arbitrary-session';

const goals = ['sensitive_redacted', 'redacted'] as const;

test('from any restored state the table leads to what the journal tells, in three steps at most', () => {
  fc.assert(
    fc.property(anyState, fc.constantFrom(...goals), (restored, goal) => {
      let state: SessionState = restored;
      for (let steps = 0; ; steps += 1) {
        const event = stepToErased(state, goal);
        if (event === null) break;
        expect(steps).toBeLessThan(3);
        const moved = transition(state, event);
        if (moved.kind !== 'moved') throw new Error(`${event.type} is ${moved.kind}`);
        state = moved.state;
      }
      expect([goal, 'redacted']).toContain(state.retention);
    }),
  );
});

test('what is erased already stays as it is, whatever else the journal tells', () => {
  fc.assert(
    fc.property(anyState, fc.constantFrom(...goals), (state, goal) => {
      expect(stepToErased({ ...state, retention: 'redacted' }, goal)).toBeNull();
    }),
  );
});
