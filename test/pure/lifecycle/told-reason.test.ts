import { toldReason } from '../../../shared/domain/cases/told-reason';

const decide = { type: 'decide', attempt: 1 } as const;

it.each([
  [
    'the workflow’s own review',
    { ...decide, decision: 'needs_review', reasonCode: 'rejected' },
    'workflow_review',
  ],
  [
    'a review for a check',
    { ...decide, decision: 'needs_review', reasonCode: 'poor_quality' },
    'poor_quality',
  ],
  [
    'the workflow’s own rejection',
    { ...decide, decision: 'rejected', reasonCode: 'rejected' },
    'rejected',
  ],
  ['a tester’s review', { type: 'outcome', outcome: 'needs_review' }, 'sandbox_review'],
  ['a reviewer’s code', { type: 'review', decision: 'reject', reasonCode: 'own_code' }, 'own_code'],
  ['a signal without a code', { type: 'review', decision: 'reject' }, 'review_rejected'],
  [
    'a signal with what is none',
    { type: 'review', decision: 'reject', reasonCode: 'No.Code' },
    'review_rejected',
  ],
  ['an approval', { type: 'review', decision: 'approve' }, null],
] as const)('%s', (_name, event, reason) => {
  expect(toldReason(event)).toBe(reason);
});
