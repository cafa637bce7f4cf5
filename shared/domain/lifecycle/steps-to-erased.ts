import type { SessionEvent } from './event';
import type { RetentionStatus, SessionState } from './state';
import { isTerminal } from './status-catalogue';

/**
 * The next step from a restored state to what the erasure journal says of the session; null when it is there.
 * A hold of then was lifted before the erasure that the journal tells of, and only what has ended is hidden.
 */
export function stepToErased(
  { retention, legalHold, status }: SessionState,
  goal: Exclude<RetentionStatus, 'active'>,
): SessionEvent | null {
  if (retention === 'redacted' || retention === goal) return null;
  if (legalHold) return { type: 'lift_hold' };
  if (goal === 'redacted') return { type: 'redact' };
  return isTerminal(status) ? { type: 'hide_data' } : { type: 'expire' };
}
