import { z } from 'zod';
import { extractedDataSchema } from '../../../shared/domain/checks/extracted-data';
import { keyToWork } from '../../../shared/crypto/session-key';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { loadExtracted } from '../../../shared/attempt/readings';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { idOf } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { caseActor, reviewerField } from './case-actor';
import { findCase } from './find-case';
import { judgeCorrected } from './judge-corrected';
import { caseParams } from './read-routes';
import { rerunWith } from './rerun-decision';

const correctionAnswer = z
  .strictObject({
    id: idOf('audit'),
    case_id: idOf('case'),
    /** The names of the corrected fields. */
    fields: z.array(z.string()),
    session_status: z.enum(sessionStatuses),
  })
  .meta({ id: 'CaseCorrection' });

/** People type days that no calendar has; a reading is left as it was read. */
const days = {
  date_of_birth: z.iso.date().nullable().optional(),
  date_of_birth_partial: z
    .string()
    .regex(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
    .nullable()
    .optional(),
  document_expiration_date: z.iso.date().nullable().optional(),
  document_issue_date: z.iso.date().nullable().optional(),
};

/** Some of what was read, as it should have been. */
export const correctedFields = extractedDataSchema
  .partial()
  .extend(days)
  .refine((fields) => Object.keys(fields).length > 0, 'must name a field to correct')
  .refine(
    (fields) => Object.values(fields).every((value) => (value ?? '').length <= 200),
    'values have at most 200 characters',
  )
  .meta({ minProperties: 1 });

const correctionBody = z.object({
  ...reviewerField,
  fields: correctedFields,
  /** Free text for people; kept sealed. */
  reason: z.string().min(1).max(2_000).optional(),
});

/** What a reviewer reads instead of what was read, beside it; the decision is run again. */
export function correctDataRoute(deps: ApiDeps): Route {
  return route({
    method: 'PUT',
    path: '/api/v1/cases/:id/extracted-data',
    whose: 'named',
    scope: 'cases:decide',
    params: caseParams,
    body: correctionBody,
    summary: 'Correct extracted data and decide again',
    answers: { 202: json(correctionAnswer) },
    handler: async (call) => {
      const { row, session } = await findCase(deps.db, call.caller, call.params.id);
      const actor = await caseActor(deps, call);
      const { fields, reason } = call.body;
      const ref = { sessionId: row.session_id, attempt: row.attempt };
      const before = await loadExtracted(deps.db, keyToWork(deps.keyring, session), ref);
      const corrected = { ...before, ...fields };
      const { id, view } = await rerunWith(deps, call, {
        actor,
        kind: 'correction',
        content: { ...fields, ...(reason === undefined ? {} : { reason }) },
        detail: { fields: Object.keys(fields), has_reason: reason !== undefined },
        layers: await judgeCorrected(deps, session, ref, corrected),
      });
      return answer(202, {
        id,
        case_id: row.id,
        fields: Object.keys(fields),
        session_status: view.status,
      });
    },
  });
}
