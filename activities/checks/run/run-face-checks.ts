import { z } from 'zod';
import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { CheckRequest } from '../../session/contract';
import { loadOutcomes } from '../../session/load-session';
import { faceThresholds } from '../engines';
import { loadCheckInput, type CheckInput } from './check-input';
import type { CheckDeps } from './run-document-checks';
import { skipped, writeOutcome } from './write-outcome';

const faceMatchConfigSchema = z.object({ threshold: z.enum(faceThresholds).default('standard') });

/** `face_match`: the selfie against the portrait on the document's front. */
export async function runFaceChecks(
  deps: CheckDeps,
  request: CheckRequest,
  signal: AbortSignal,
): Promise<readonly CheckOutcome[]> {
  const input = await loadCheckInput(deps, request);
  const done = await loadOutcomes(deps.db, request);
  const outcomes: CheckOutcome[] = [];
  for (const { check, config } of request.checks) {
    const known = done.find((outcome) => outcome.check === check);
    const judge = async (): Promise<{ outcome: CheckOutcome }> => ({
      outcome: await matchFaces(deps, input, faceMatchConfigSchema.parse(config).threshold, signal),
    });
    outcomes.push(known ?? (await writeOutcome(deps, request, input, judge)));
  }
  return outcomes;
}

async function matchFaces(
  { engines }: CheckDeps,
  input: CheckInput,
  threshold: (typeof faceThresholds)[number],
  signal: AbortSignal,
): Promise<CheckOutcome> {
  const portrait = await input.picture('id_front');
  const selfie = await input.picture('selfie');
  if (portrait === null || selfie === null) return skipped('face_match', 'input_missing');
  return engines.matchFaces({ portrait, selfie, threshold }, signal);
}
