import { assertNever } from '../shared/domain/assert-never';
import type { SessionState } from '../shared/domain/lifecycle/state';

/** What an operator reads in Temporal's UI: where the session stands, in words, nothing personal. */
export function standing(state: SessionState): string {
  switch (state.status) {
    case 'pending':
      return 'waiting for the person to open the link';
    case 'capturing':
      return 'waiting for the rest of the capture and its submission';
    case 'processing':
      return `checks are running, attempt ${String(state.attempt)}`;
    case 'awaiting_external':
      return `waiting for the integrator's decision at gate ${state.gate ?? ''}`;
    case 'under_review':
      return `waiting for a reviewer's decision on ${state.openCase ?? 'a case'}`;
    case 'sandbox_pending':
      return 'waiting for the tester to choose the outcome';
    case 'completed':
      return 'decided';
    case 'expired':
      return 'expired';
    case 'failed':
      return 'failed: the engines gave up';
    default:
      return assertNever(state.status);
  }
}
