import type { CheckOutcome } from '../../../shared/domain/checks/outcome';

/** The outcome of a check whose input is not there. */
export function skipped(check: CheckOutcome['check'], reason: string): CheckOutcome {
  return {
    check,
    status: 'skipped',
    score: null,
    reasons: [reason],
    engine: 'none',
    engineVersion: '1',
  };
}
