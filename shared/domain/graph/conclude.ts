import type { CheckName, CheckOutcome } from '../checks/outcome';
import type { RejectionReason } from '../checks/rejection-reason';
import { rejectionReasonOf } from '../checks/rejection-reason-of';
import type { Decision } from '../lifecycle/event';
import { tighten, type AlwaysRunOutcomes } from './always-run';
import type { Standing } from './walk';

export interface Concluded {
  readonly decision: Decision;
  readonly reasonCode: RejectionReason | null;
}

type Outcomes = ReadonlyMap<CheckName, Pick<CheckOutcome, 'status' | 'reasons'>>;

/**
 * What a walk that came to a terminal decides, and why: one rule for the workflow and for a dry-run.
 *
 * @param always what may tighten; null for histories that know no always-run checks
 */
export function conclude(
  standing: Extract<Standing, { kind: 'decided' }>,
  outcomes: Outcomes,
  always: AlwaysRunOutcomes | null,
): Concluded {
  const { decision, because: tightener } =
    always === null
      ? { decision: standing.decision, because: null }
      : tighten(standing.decision, always);
  if (decision === 'approved') return { decision, reasonCode: null };
  const because = tightener ?? standing.because;
  const notRun = tightener === null ? undefined : ({ status: 'pending', reasons: [] } as const);
  const outcome = because === null ? undefined : (outcomes.get(because) ?? notRun);
  return { decision, reasonCode: rejectionReasonOf(because, outcome) };
}
