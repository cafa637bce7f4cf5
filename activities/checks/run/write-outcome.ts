import type { CheckOutcome } from '../../../shared/domain/checks/outcome';
import { sealJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { AttemptRef } from '../../session/contract';
import { recordOutcome } from '../../session/record-outcome';
import type { CheckInput, CheckInputDeps } from '../judge/check-input';
import type { Judged } from '../judge/judge';

/** Runs one judgement, keeps its time, and writes its row. */
export async function writeOutcome(
  deps: CheckInputDeps,
  ref: AttemptRef,
  { session, dataKey }: Pick<CheckInput, 'session' | 'dataKey'>,
  judge: () => Promise<Judged> | Judged,
): Promise<CheckOutcome> {
  const startedAt = deps.clock();
  const { outcome, evidence, extracted } = await judge();
  const at = deps.clock();
  return recordOutcome(
    deps.db,
    {
      sessionId: ref.sessionId,
      attempt: ref.attempt,
      outcome,
      startedAt,
      durationMs: at.getTime() - startedAt.getTime(),
      ...(evidence === undefined
        ? {}
        : { sealEvidence: (id) => sealJson(dataKey, sealContext.evidence(id), evidence) }),
      ...(extracted === undefined
        ? {}
        : {
            extraction: sealJson(
              dataKey,
              sealContext.extraction(session.id, ref.attempt),
              extracted,
            ),
          }),
    },
    at,
  );
}

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
