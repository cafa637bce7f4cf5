import type { Decision, SessionEvent } from './event';

/** The decision that an event brings; null for an event that decides nothing by itself. */
export function decisionOf(event: SessionEvent): Decision | null {
  switch (event.type) {
    case 'decide':
      return event.decision;
    case 'outcome':
      return ofTester[event.outcome];
    case 'external':
      return event.decision === 'reject' ? 'rejected' : null;
    case 'review':
      return ofReviewer[event.decision];
    default:
      return null;
  }
}

const ofTester = {
  approve: 'approved',
  reject: 'rejected',
  needs_review: 'needs_review',
  expire: null,
} as const;
const ofReviewer = { approve: 'approved', reject: 'rejected', resubmit: null } as const;
