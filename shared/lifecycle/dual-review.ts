import type { SessionEvent } from './event';
import type { SessionState, SessionStatus } from './state';
import type { Effect } from './table';

type ReviewEvent = Extract<SessionEvent, { type: 'review' }>;
type ReviewPart = Pick<SessionState, 'dualReview' | 'firstReview'>;

/** Nobody has recommended anything yet, and one alone may not decide. */
export function isFirstOfTwo(state: SessionState): boolean {
  return state.dualReview === true && state.firstReview === undefined;
}

/**
 * May this one say the last word? Two reviewers are two known persons: a signal's sender, whom nobody
 * vouches for, can be the first at most.
 */
export function judgeReviewer(
  { firstReview }: SessionState,
  { decision, reviewer }: ReviewEvent,
): 'current' | 'same_reviewer' | 'reviewer_required' {
  // Asking for pieces again decides nothing: one is enough.
  if (firstReview === undefined || decision === 'resubmit') return 'current';
  if (reviewer === undefined) return 'reviewer_required';
  return reviewer === firstReview.by ? 'same_reviewer' : 'current';
}

/** What the next state says of its case's reviewers; nothing when there is no case, or one is enough. */
export function reviewPart(
  state: SessionState,
  event: SessionEvent,
  next: { readonly status: SessionStatus; readonly effects: readonly Effect[] },
): ReviewPart {
  if (next.effects.includes('open_case') && state.openCase === null) return asked(event);
  const isCarriedOn =
    state.openCase !== null &&
    (next.status === 'under_review' ||
      next.status === 'processing' ||
      next.status === 'awaiting_external');
  if (!isCarriedOn || state.dualReview !== true) return {};
  if (next.effects.includes('void_recommendation')) return { dualReview: true };
  if (next.effects.includes('recommend_case') && event.type === 'review') {
    return event.decision === 'resubmit'
      ? { dualReview: true }
      : {
          dualReview: true,
          firstReview: { decision: event.decision, by: event.reviewer ?? null },
        };
  }
  return state.firstReview === undefined
    ? { dualReview: true }
    : { dualReview: true, firstReview: state.firstReview };
}

function asked(event: SessionEvent): ReviewPart {
  const isDual = (event.type === 'decide' || event.type === 'outcome') && event.dualReview === true;
  return isDual ? { dualReview: true } : {};
}
