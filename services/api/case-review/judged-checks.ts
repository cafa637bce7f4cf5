import type { Selectable } from 'kysely';
import { z } from 'zod';
import { thresholdScores } from '../../../activities/checks/engines/face/match-faces';
import { layerOver, type OutcomeLayer } from '../../../shared/attempt/outcome-layers';
import type { CheckRunsTable } from '../../../shared/database/schema';
import {
  faceMatchConfigSchema,
  identityCrossrefConfigSchema,
  watchlistScreeningConfigSchema,
} from '../../../shared/domain/checks/check-config';
import { checkCatalogue } from '../../../shared/domain/checks/catalogue';
import { checkNames, checkStatuses, type CheckName } from '../../../shared/domain/checks/outcome';
import { reasonInWords } from '../../../shared/domain/checks/reason-words';
import { idOf, instant } from '../http/answer-values';
import type { CheckConfig, RecordedSession } from '../workflows/dry-run/recorded-session';
import { recordedDecisions } from '../workflows/dry-run/walk-recorded';
import { overrideLayer } from '../cases/override-layer';
import { previewRecorded } from '../cases/preview-recorded';

const threshold = z.strictObject({
  score: z.number(),
  /** On which side of it the check passes. */
  passes: z.enum(['from', 'below']),
});

export const judgedCheck = z
  .strictObject({
    id: idOf('check'),
    check: z.enum(checkNames),
    /** The sentence that tells what it judges. */
    description: z.string(),
    /** As it counts: a reviewer's word over the engine's. */
    status: z.enum(checkStatuses),
    engine_status: z.enum(checkStatuses),
    reviewed: z
      .strictObject({ by_change: idOf('audit'), kind: z.enum(['override', 'correction']) })
      .nullable(),
    score: z.number().nullable(),
    /** Null where the check is not judged by its score. */
    threshold: threshold.nullable(),
    reasons: z.array(z.strictObject({ code: z.string(), text: z.string() })).readonly(),
    engine: z.string(),
    engine_version: z.string(),
    started_at: instant,
    duration_ms: z.number(),
    /** The decision if this check alone had gone the other way; null where that cannot be said. */
    otherwise: z
      .strictObject({
        status: z.enum(['passed', 'failed']),
        decision: z.enum(recordedDecisions),
        reason_code: z.string().nullable(),
      })
      .nullable(),
    /** Fields to correct and pieces to ask for again that could change it; an override always can. */
    remedies: z.strictObject({
      fields: z.array(z.string()).readonly(),
      pieces: z.array(z.string()).readonly(),
    }),
  })
  .meta({ id: 'JudgedCheck' });
export type JudgedCheck = z.output<typeof judgedCheck>;

type RunRow = Selectable<CheckRunsTable>;

/** The checks of one attempt. Without `recorded`, which may not be read any more, thresholds and other ends are unknown. */
export function judgedChecks(
  runs: readonly RunRow[],
  layers: readonly OutcomeLayer[],
  recorded: RecordedSession | null,
): readonly JudgedCheck[] {
  return runs.map((run) => {
    const layer = layerOver(layers, { ...run, sessionId: run.session_id });
    const status = layer?.status ?? run.status;
    return {
      id: run.id,
      check: run.check,
      description: checkCatalogue[run.check].description,
      status,
      engine_status: run.status,
      reviewed: layer === undefined ? null : { by_change: layer.changeId, kind: layer.kind },
      score: run.score,
      threshold:
        recorded === null ? null : thresholdOf(run.check, recorded.configs.get(run.check) ?? {}),
      reasons: (layer?.reasons ?? run.reasons).map((code) => ({ code, text: reasonInWords(code) })),
      engine: run.engine,
      engine_version: run.engine_version,
      started_at: run.started_at,
      duration_ms: run.duration_ms,
      otherwise: recorded === null ? null : otherwise(recorded, run.check, status),
      remedies: remedies[run.check],
    };
  });
}

/** The score of a picture's quality is scaled so that each limit lies there (`shared/images/quality-hints.ts`). */
const qualityLimit = 0.5;

function thresholdOf(check: CheckName, config: CheckConfig): z.output<typeof threshold> | null {
  switch (check) {
    case 'document_quality':
      return { score: qualityLimit, passes: 'from' };
    case 'face_match': {
      const asked = faceMatchConfigSchema.parse(config).threshold;
      return { score: thresholdScores[asked], passes: 'from' };
    }
    case 'identity_crossref':
      return { score: identityCrossrefConfigSchema.parse(config).name_threshold, passes: 'from' };
    case 'watchlist_screening':
      return { score: watchlistScreeningConfigSchema.parse(config).threshold, passes: 'below' };
    default:
      return null;
  }
}

function otherwise(
  recorded: RecordedSession,
  check: CheckName,
  status: RunRow['status'],
): JudgedCheck['otherwise'] {
  const passed = status !== 'passed';
  const { after } = previewRecorded(recorded, [overrideLayer(check, passed)]);
  return {
    status: passed ? 'passed' : 'failed',
    decision: after.decision,
    reason_code: after.reasonCode,
  };
}

const none: JudgedCheck['remedies'] = { fields: [], pieces: [] };
const pictures = ['id_front', 'id_back'];

/** Ways besides an override, check by check: fields that its rule judges, and pieces that it looks at. */
const remedies: Readonly<Record<CheckName, JudgedCheck['remedies']>> = {
  document_quality: { fields: [], pieces: pictures },
  document_ocr: { fields: [], pieces: pictures },
  document_expiration: { fields: ['document_expiration_date'], pieces: pictures },
  id_document_filter: {
    fields: ['document_type', 'document_issuing_state'],
    pieces: ['document_type', ...pictures],
  },
  document_forensics: { fields: [], pieces: pictures },
  face_match: { fields: [], pieces: ['selfie', 'id_front'] },
  liveness: { fields: [], pieces: ['liveness'] },
  age: { fields: ['date_of_birth'], pieces: pictures },
  identity_crossref: {
    fields: [
      'first_name',
      'last_name',
      'date_of_birth',
      'document_number',
      'document_issuing_state',
      'nationality',
      'gender',
    ],
    pieces: ['user_info', ...pictures],
  },
  duplicate_detection: none,
  watchlist_screening: none,
  check_against_list: none,
  proof_of_address_check: { fields: [], pieces: ['proof_of_address'] },
  risk_assessment: none,
};
