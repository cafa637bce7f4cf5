import type { SessionEvent } from '../lifecycle/event';

type ReviewEvent = Extract<SessionEvent, { type: 'review' }>;

/** What a reviewer's reason may be called; which of these an organisation takes is its setting. */
export const reasonCodePattern = /^[a-z][a-z0-9_]{0,63}$/;

/**
 * Why a reviewer decided: one code for the case, the webhook, the result and the audit. A rejection by a
 * signal may come without one, or with what is no code of ours.
 */
export function reviewReasonCode({ decision, reasonCode }: ReviewEvent): string | null {
  if (reasonCode !== undefined && reasonCodePattern.test(reasonCode)) return reasonCode;
  return decision === 'reject' ? 'review_rejected' : null;
}
