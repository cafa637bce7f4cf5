import { z } from 'zod';
import {
  documentForensicsConfigSchema,
  duplicateDetectionConfigSchema,
  faceMatchConfigSchema,
  livenessConfigSchema,
} from '../../../../shared/domain/checks/check-config';
import { livenessStatus } from '../../../../shared/domain/checks/liveness-doubts';
import type { CheckName } from '../../../../shared/domain/checks/outcome';
import { duplicateKinds } from '../../../../shared/domain/checks/duplicate-kind';
import { judgeDuplicates } from '../../../../shared/domain/checks/rules/judge-duplicates';
import { rulesOverRead } from '../../../../shared/domain/checks/rules/over-read';
import { judgeFaceScore } from '../../../../activities/checks/engines/face/match-faces';
import { forensicStatus } from '../../../../activities/checks/engines/forensics/judge-forensics';
import type { CheckConfig, RecordedOutcome, RecordedSession } from './recorded-session';

/** Null: what is recorded does not answer it. */
type RecordedRule = (session: RecordedSession, config: CheckConfig) => RecordedOutcome | null;

/** The checks that are rules over what others found: the judges' functions, over what was kept. */
export const recordedRules: Readonly<Partial<Record<CheckName, RecordedRule>>> = {
  ...rulesOverRead,

  /** A pair that could not be compared has no score, and fails under every threshold. */
  face_match({ outcomes }, config) {
    const recorded = outcomes.get('face_match');
    if (recorded?.score == null) return recorded ?? null;
    const { threshold } = faceMatchConfigSchema.parse(config);
    return { ...recorded, ...judgeFaceScore(recorded.score, threshold) };
  },

  /** All reasons are recorded, those beside a pass too; another `fail_on` only weighs them anew. */
  liveness({ outcomes }, config) {
    const judged = judgedOutcome(outcomes.get('liveness'));
    if (judged === null) return null;
    const { fail_on: failOn } = livenessConfigSchema.parse(config);
    return { ...judged, status: livenessStatus(judged.reasons, failOn) };
  },

  document_forensics({ outcomes }, config) {
    const judged = judgedOutcome(outcomes.get('document_forensics'));
    if (judged === null) return null;
    const { fail_on: failOn } = documentForensicsConfigSchema.parse(config);
    return { ...judged, status: forensicStatus(judged.reasons, failOn) };
  },

  /** What was found stays; another `fail_on` only weighs it anew. Kinds that were not kept are unknown. */
  duplicate_detection({ configs, evidence }, config) {
    const found = duplicateEvidence.safeParse(evidence('duplicate_detection'));
    const asked = duplicateDetectionConfigSchema.safeParse(configs.get('duplicate_detection'));
    const wish = duplicateDetectionConfigSchema.parse(config);
    if (!found.success || !asked.success) return null;
    const isKept = wish.attributes.every((kind) => asked.data.attributes.includes(kind));
    if (!isKept || wish.face_threshold !== asked.data.face_threshold) return null;
    const shared = wish.attributes.filter((kind) => found.data.sessions[kind] !== undefined);
    return judgeDuplicates(shared, wish.fail_on);
  },
};

/** A check that was skipped or broke off found nothing to weigh. */
function judgedOutcome(recorded: RecordedOutcome | undefined): RecordedOutcome | null {
  if (recorded === undefined) return null;
  return recorded.status === 'passed' || recorded.status === 'failed' ? recorded : null;
}

const duplicateEvidence = z.object({
  sessions: z.partialRecord(z.enum(duplicateKinds), z.array(z.string())),
});
