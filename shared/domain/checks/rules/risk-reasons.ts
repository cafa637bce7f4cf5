import type { RiskAssessment } from '../../risk/assess-risk';
import type { CheckOutcome } from '../outcome';

/** The graph tightens its decision by these: a block rejects, a high risk is looked at. */
function riskReasons({
  level,
  blockedBy,
}: Pick<RiskAssessment, 'level' | 'blockedBy'>): readonly string[] {
  return [
    ...(blockedBy === null ? [] : ['risk_blocked']),
    ...(level === 'high' || level === 'critical' ? [`risk_${level}`] : []),
  ];
}

/** An assessment as the check's outcome: it fails for any of these reasons, by the assessment's own score. */
export function riskVerdict(
  assessment: RiskAssessment,
): Pick<CheckOutcome, 'check' | 'status' | 'score' | 'reasons'> {
  const reasons = riskReasons(assessment);
  return {
    check: 'risk_assessment',
    status: reasons.length === 0 ? 'passed' : 'failed',
    score: assessment.score / 100,
    reasons,
  };
}
