import { duplicateDetectionConfigSchema } from '../../../shared/domain/checks/check-config';
import { subjectOf } from '../../../shared/applicant/subject';
import { duplicateAttributes } from '../records/duplicates/duplicate-attributes';
import { findDuplicates, findFaceDuplicates } from '../records/duplicates/find-duplicates';
import { judgeDuplicates } from '../../../shared/domain/checks/rules/judge-duplicates';
import { keepAttributes } from '../records/duplicates/keep-attributes';
import { thresholdScores } from '../engines/face/match-faces';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';
import { sessionFace } from '../run/session-face';
import { skipped } from '../run/skipped';

/**
 * `duplicate_detection`: keeps the session's own attributes first, then looks for earlier ones, so that of
 * two sessions at once the later finds the earlier.
 */
export const judgeDuplicateDetection: Judge = async (context, config) => {
  const { deps, input, ref, signal } = context;
  const { session } = input;
  const wish = duplicateDetectionConfigSchema.parse(config);
  const extracted = await extractedFields(context);
  const subject = subjectOf(deps.keyring, { session, extracted });
  const attributes = duplicateAttributes(subject, wish.attributes);
  const face = wish.attributes.includes('face') ? await sessionFace(context) : null;
  if (attributes.length === 0 && face === null) {
    return { outcome: skipped('duplicate_detection', 'input_missing') };
  }
  const kept = await keepAttributes(deps, session, ref, { attributes, face });
  const equal = await findDuplicates(deps.db, session, kept);
  const minimumScore = thresholdScores[wish.face_threshold];
  const faces =
    face === null ? null : await findFaceDuplicates(deps, session, face, minimumScore, signal);
  const duplicates = faces?.duplicate == null ? equal : [...equal, faces.duplicate];
  const outcome = judgeDuplicates(
    duplicates.map(({ kind }) => kind),
    wish.fail_on,
  );
  return {
    outcome,
    evidence: {
      sessions: Object.fromEntries(duplicates.map(({ kind, sessionIds }) => [kind, sessionIds])),
      ...(faces === null
        ? {}
        : {
            best_face_score: faces.bestScore,
            faces_compared: faces.compared,
            // All are compared: kept for who reads evidence of releases that left some out.
            faces_truncated: false,
          }),
    },
  };
};
