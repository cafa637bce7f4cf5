import { assertNever } from '../shared/domain/assert-never';
import { statusCatalogue } from '../shared/domain/lifecycle/status-catalogue';
import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type { SessionState } from '../shared/domain/lifecycle/state';

/** What happens when a status's deadline has passed; null for a status that has none. */
export function deadlineEvent(state: SessionState): SessionEvent | null {
  const { endsBy } = statusCatalogue[state.status];
  switch (endsBy) {
    case 'token':
      return { type: 'token_ran_out' };
    case 'sandbox_wait':
      return { type: 'sandbox_wait_over' };
    case 'gate':
      return { type: 'gate_timeout', attempt: state.attempt, gate: state.gate ?? '' };
    case null:
      return null;
    default:
      return assertNever(endsBy);
  }
}

/** What Temporal's UI calls the timer. */
export function deadlineSummary({ status }: SessionState): string {
  if (status === 'awaiting_external') return 'the gate times out';
  return status === 'sandbox_pending' ? 'the tester has waited too long' : 'the link runs out';
}
