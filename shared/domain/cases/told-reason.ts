import type { SessionEvent } from '../lifecycle/event';
import { reviewReasonCode } from './reason-code';

/**
 * Why a session went the way it went, as webhooks and the timeline tell it: of a rejection its reason; of
 * a review why a person has to look, which is never that somebody was rejected. `workflow_review`: the
 * workflow's own way ends with a reviewer, no check is to blame.
 */
export function toldReason(event: SessionEvent): string | null {
  switch (event.type) {
    case 'decide':
      return event.decision === 'needs_review' && event.reasonCode === 'rejected'
        ? 'workflow_review'
        : event.reasonCode;
    case 'review':
      return reviewReasonCode(event);
    case 'outcome':
      if (event.outcome === 'needs_review') return 'sandbox_review';
      return event.outcome === 'reject' ? 'sandbox_rejected' : null;
    case 'external':
      return event.decision === 'reject' ? 'external_rejected' : null;
    default:
      return null;
  }
}
