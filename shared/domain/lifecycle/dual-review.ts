import type { SessionEvent } from './event';
import type { FirstReview, SessionState, SessionStatus } from './state';
import type { Effect } from './table';

type ReviewEvent = Extract<SessionEvent, { type: 'review' }>;
type ReviewPart = Pick<SessionState, 'dualReview' | 'firstReview' | 'changedBy'>;

/** Nobody has recommended anything yet, and one alone may not decide. */
export function isFirstOfTwo(state: SessionState): boolean {
  return state.dualReview === true && state.firstReview === undefined;
}

/** The decision that runs follows from what one of two reviewers overrode or corrected. */
export function isChangedByOne(state: SessionState): boolean {
  return state.dualReview === true && state.changedBy !== undefined;
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
  if (event.type === 'rerun') {
    return { dualReview: true, ...(event.reviewer && { changedBy: event.reviewer }) };
  }
  if (next.effects.includes('recommend_case')) {
    const recommended = recommendation(state, event);
    return { dualReview: true, ...(recommended && { firstReview: recommended }) };
  }
  const { firstReview, changedBy } = state;
  return {
    dualReview: true,
    ...(firstReview && { firstReview }),
    // Until the decision is there: one that still needs a reviewer is nobody's word.
    ...(changedBy && next.status !== 'under_review' && { changedBy }),
  };
}

/** Of the first one who decides, or whose change led to what the workflow decides. */
function recommendation(state: SessionState, event: SessionEvent): FirstReview | null {
  if (event.type === 'review' && event.decision !== 'resubmit') {
    return { decision: event.decision, by: event.reviewer ?? null };
  }
  if (event.type === 'decide' && event.decision !== 'needs_review') {
    const decision = event.decision === 'approved' ? 'approve' : 'reject';
    return { decision, by: state.changedBy ?? null };
  }
  return null;
}

function asked(event: SessionEvent): ReviewPart {
  const isDual = (event.type === 'decide' || event.type === 'outcome') && event.dualReview === true;
  return isDual ? { dualReview: true } : {};
}
