import { z } from 'zod';
import { livenessEvidence } from '../../../shared/domain/checks/liveness-evidence';

export const livenessMeasured = z
  .strictObject(livenessEvidence.shape)
  .meta({ id: 'LivenessMeasured' });
type LivenessMeasured = z.output<typeof livenessMeasured>;

/** Null where the evidence is of no judged set of frames, such as one that the person declined. */
export function livenessOf(evidence: unknown): LivenessMeasured | null {
  return livenessEvidence.safeParse(evidence).data ?? null;
}
