export const riskLevels = ['low', 'medium', 'high', 'critical'] as const;
export type RiskLevel = (typeof riskLevels)[number];

/** low 0–20, medium 21–50, high 51–80, critical 81–100 (`4-verification.md`). */
export function riskLevelOf(score: number): RiskLevel {
  if (score <= 20) return 'low';
  if (score <= 50) return 'medium';
  return score <= 80 ? 'high' : 'critical';
}
