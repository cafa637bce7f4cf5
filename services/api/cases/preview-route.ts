import { z } from 'zod';
import { loadExtracted } from '../../../shared/attempt/readings';
import { keyToWork } from '../../../shared/crypto/session-key';
import { checkNames, checkStatuses } from '../../../shared/domain/checks/outcome';
import { recordedDecisions } from '../workflows/dry-run/walk-recorded';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import { route, type Route } from '../http/route';
import { isClosed } from './case-view';
import { correctedFields } from './correction-route';
import { findCase } from './find-case';
import { judgeCorrected } from './judge-corrected';
import { overrideLayer } from './override-layer';
import { previewRecorded } from './preview-recorded';
import { caseParams } from './read-routes';
import { waitingAttempt } from './recorded-attempt';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';

const previewBody = z
  .object({
    fields: correctedFields.optional(),
    override: z.object({ check: z.enum(checkNames), passed: z.boolean() }).optional(),
  })
  .refine(({ fields, override }) => (fields === undefined) !== (override === undefined), {
    path: ['fields'],
    message: 'either fields or override has to be given',
    params: { code: 'one_of' },
  });

const end = z.strictObject({
  decision: z.enum(recordedDecisions),
  reason_code: z.string().nullable(),
});
const said = z.strictObject({
  status: z.enum(checkStatuses),
  reasons: z.array(z.string()).readonly(),
});

const previewAnswer = z
  .strictObject({
    case_id: idOf('case'),
    attempt: z.number().int(),
    /** The names of the fields whose values would be others. */
    fields: z.array(z.string()),
    checks: z.array(z.strictObject({ check: z.enum(checkNames), before: said, after: said })),
    before: end,
    after: end,
    /** True where two reviewers decide and nobody has yet: another one has the last word. */
    is_recommendation: z.boolean(),
  })
  .meta({ id: 'CasePreview' });

/** Tells what a correction or an override would lead to. Reads only; the values themselves are not said again. */
export function previewCaseRoute(deps: ApiDeps): Route {
  return route({
    method: 'POST',
    path: '/api/v1/cases/:id/preview',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: previewBody,
    summary: 'Preview a correction or an override',
    answers: { 200: json(previewAnswer) },
    example: { override: { check: 'face_match', passed: true } },
    handler: async ({ caller, params, body }) => {
      const found = await findCase(deps.db, caller, params.id);
      const { row, session } = found;
      if (isClosed(row)) {
        throw new VerifaError('case_closed', { extra: { case_status: row.status } });
      }
      const recorded = await waitingAttempt(deps, caller, found);
      const ref = { sessionId: session.id, attempt: row.attempt };
      const { fields = {}, override } = body;
      if (override !== undefined && !recorded.outcomes.has(override.check)) {
        throw invalidField('override.check', 'not_run', 'has no outcome in this attempt');
      }
      const read = await loadExtracted(deps.db, keyToWork(deps.keyring, session), ref);
      const layers =
        override === undefined
          ? await judgeCorrected(deps, session, ref, { ...read, ...fields })
          : [overrideLayer(override.check, override.passed)];
      const { before, after, changed } = previewRecorded(recorded, layers, fields);
      return answer(200, {
        case_id: row.id,
        attempt: row.attempt,
        fields: Object.entries(fields).flatMap(([field, value]) =>
          read?.[field] === value ? [] : [field],
        ),
        checks: changed.map(({ check, before: was, after: is }) => ({
          check,
          before: { status: was.status, reasons: was.reasons },
          after: { status: is.status, reasons: is.reasons },
        })),
        before: { decision: before.decision, reason_code: before.reasonCode },
        after: { decision: after.decision, reason_code: after.reasonCode },
        is_recommendation: row.dual_review && row.first_decision === null,
      });
    },
  });
}
