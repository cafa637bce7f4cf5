import type { CheckName, CheckOutcome } from '../checks/outcome';
import { rejectionReasonOf, type RejectionReason } from '../checks/rejection-reason';
import type { Decision } from '../lifecycle/event';
import { tighten } from './always-run';
import type { Standing } from './walk';

export interface Concluded {
  readonly decision: Decision;
  readonly reasonCode: RejectionReason | null;
}

type Outcomes = ReadonlyMap<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>;

/**
 * What a walk that came to a terminal decides, and why: one rule for the workflow and for a dry-run.
 *
 * @param always the outcomes that may tighten; none for histories that know no always-run checks
 */
export function conclude(
  standing: Extract<Standing, { kind: 'decided' }>,
  outcomes: Outcomes,
  always: Outcomes = outcomes,
): Concluded {
  const { decision, because: tightener } = tighten(standing.decision, always);
  if (decision === 'approved') return { decision, reasonCode: null };
  const because = tightener ?? standing.because;
  const reasons = because === null ? [] : (outcomes.get(because)?.reasons ?? []);
  return { decision, reasonCode: rejectionReasonOf(because, reasons) };
}
