import type { CheckOutcome } from '../outcome';
import { duplicateKinds, type DuplicateKind } from '../duplicate-kind';

/**
 * `duplicate_detection`: every shared attribute is a reason, `duplicate_document` and so on; those of
 * `failOn` fail the check, the others stand beside a pass, for the risk and for reviewers.
 */
export function judgeDuplicates(
  shared: readonly DuplicateKind[],
  failOn: readonly DuplicateKind[],
): CheckOutcome {
  const kinds = duplicateKinds.filter((kind) => shared.includes(kind));
  return {
    check: 'duplicate_detection',
    status: kinds.some((kind) => failOn.includes(kind)) ? 'failed' : 'passed',
    score: null,
    reasons: kinds.map((kind) => `duplicate_${kind}`),
    engine: 'keyed-attributes',
    engineVersion: '1',
  };
}
