import { assertNever } from '../assert-never';
import { checkCatalogue } from './catalogue';
import type { CheckName, CheckOutcome } from './outcome';
import { isRejectionReason, type RejectionReason } from './rejection-reason';

/**
 * The check's own first reason where that is in the catalogue. What the check stands for is said only of one
 * that failed: a check that said nothing has found nothing, and is no hit.
 *
 * @param outcome undefined: the check was left out
 */
export function rejectionReasonOf(
  check: CheckName | null,
  outcome: Pick<CheckOutcome, 'status' | 'reasons'> | undefined,
): RejectionReason {
  if (check === null) return 'rejected';
  if (outcome === undefined) return 'check_left_out';
  for (const reason of outcome.reasons) {
    if (isRejectionReason(reason)) return reason;
    if (reason.startsWith('no_face_in_')) return 'no_face';
  }
  switch (outcome.status) {
    case 'passed':
    case 'failed':
      return checkCatalogue[check].rejection;
    case 'skipped':
    case 'requires_retry':
      return 'input_missing';
    case 'error':
    case 'pending':
      return 'check_unavailable';
    default:
      return assertNever(outcome.status);
  }
}
