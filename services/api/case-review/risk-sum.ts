import { z } from 'zod';
import type { Selectable } from 'kysely';
import type { RiskAssessmentsTable } from '../../../shared/database/risk-tables';
import type { SessionRow } from '../../../shared/database/schema';
import { riskLevels } from '../../../shared/domain/risk/risk-level';
import { signalNames, signalOf } from '../../../shared/domain/risk/signal-catalogue';
import type { ApiDeps } from '../deps';
import { assessedSignals, riskSignal } from '../results/risk';

export const riskSum = z
  .strictObject({
    score: z.number().int(),
    level: z.enum(riskLevels),
    blocked_by: z.enum(signalNames).nullable(),
    /** The signals that were triggered, in the catalogue's order, each with the sum up to and with it. */
    parts: z
      .array(
        z.strictObject({
          ...riskSignal.shape,
          /** The words of `deploy/RISK.md` for what triggers it. */
          text: z.string(),
          /** Its weight, or 0 where the organisation ignores it. */
          counts: z.number(),
          sum: z.number(),
        }),
      )
      .readonly(),
    /** The sum is higher than the score can be. */
    is_capped: z.boolean(),
  })
  .meta({ id: 'RiskSum' });

/** Adds the score up again, step by step. */
export function riskSumOf(
  deps: Pick<ApiDeps, 'keyring'>,
  session: SessionRow,
  row: Selectable<RiskAssessmentsTable>,
): z.output<typeof riskSum> {
  let sum = 0;
  const parts = assessedSignals(deps, session, row).map((signal) => {
    const counts = signal.action === 'ignore' ? 0 : signal.weight;
    sum += counts;
    return { ...signal, text: signalOf(signal.signal).when, counts, sum };
  });
  return {
    score: row.score,
    level: row.level,
    blocked_by: row.blocked_by,
    parts,
    is_capped: sum > row.score,
  };
}
