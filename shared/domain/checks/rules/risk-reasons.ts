import type { RiskAssessment } from '../../risk/assess-risk';

/** The graph tightens its decision by these: a block rejects, a high risk is looked at. */
export function riskReasons({
  level,
  blockedBy,
}: Pick<RiskAssessment, 'level' | 'blockedBy'>): readonly string[] {
  return [
    ...(blockedBy === null ? [] : ['risk_blocked']),
    ...(level === 'high' || level === 'critical' ? [`risk_${level}`] : []),
  ];
}
