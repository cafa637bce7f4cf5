import type { SessionEvent } from '../shared/domain/lifecycle/event';
import type { SessionState } from '../shared/domain/lifecycle/state';

/** What happens when a status's deadline has passed; null for a status that has none. */
export function deadlineEvent(state: SessionState): SessionEvent | null {
  switch (state.status) {
    case 'pending':
    case 'capturing':
      return { type: 'token_ran_out' };
    case 'sandbox_pending':
      return { type: 'sandbox_wait_over' };
    case 'awaiting_external':
      return { type: 'gate_timeout', attempt: state.attempt, gate: state.gate ?? '' };
    case 'processing':
    case 'under_review':
    case 'completed':
    case 'expired':
    case 'failed':
      return null;
  }
}

/** What Temporal's UI calls the timer. */
export function deadlineSummary({ status }: SessionState): string {
  if (status === 'awaiting_external') return 'the gate times out';
  return status === 'sandbox_pending' ? 'the tester has waited too long' : 'the link runs out';
}
