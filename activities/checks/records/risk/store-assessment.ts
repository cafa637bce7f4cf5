import { sealJson } from '../../../../shared/crypto/seal';
import { sealContext } from '../../../../shared/crypto/session-key';
import type { RiskAssessment, Triggered } from '../../../../shared/domain/risk/assess-risk';
import type { SignalName } from '../../../../shared/domain/risk/signal-catalogue';
import type { JudgeContext } from '../../judge/judge';

export interface Assessed {
  readonly assessment: RiskAssessment;
  readonly triggered: Triggered;
  readonly notEvaluated: readonly SignalName[];
}

/** The attempt's row; a repeat after a crash writes it anew. */
export function storeAssessment(
  { deps, input, ref, found }: JudgeContext,
  { assessment, triggered, notEvaluated }: Assessed,
): void {
  const { session, dataKey } = input;
  const values = {
    score: assessment.score,
    level: assessment.level,
    blocked_by: assessment.blockedBy,
    signals: JSON.stringify(assessment.signals),
    not_evaluated: [...notEvaluated],
    evidence_sealed: sealJson(
      dataKey,
      sealContext.riskEvidence(session.id, ref.attempt),
      Object.fromEntries(triggered),
    ),
    evaluated_at: deps.clock(),
  };
  found.beside((db) =>
    db
      .insertInto('risk_assessments')
      .values({
        organization_id: session.organization_id,
        environment: session.environment,
        session_id: session.id,
        attempt: ref.attempt,
        ...values,
      })
      .onConflict((conflict) => conflict.columns(['session_id', 'attempt']).doUpdateSet(values)),
  );
}
