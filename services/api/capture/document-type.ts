import { z } from 'zod';
import { documentTypes, needsBack } from '../../../shared/domain/documents/document-types';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { countrySchema } from '../http/country';
import type { ApiDeps } from '../deps';
import { declareDocument, requireAccepted } from '../documents/declared-document';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import type { Route } from '../http/route';
import { captureStep, recordStep } from './capture-step';
import { requirementsOf } from '../../../shared/capture/requirements';

const chosenType = z
  .strictObject({
    document_type: z.enum(documentTypes),
    country: z.string(),
    needs_back: z.boolean(),
    status: z.enum(sessionStatuses),
  })
  .meta({ id: 'ChosenDocumentType' });

const documentTypeBody = z.object({
  document_type: z.enum(documentTypes),
  /** Where the document was issued. */
  country: countrySchema,
});

export function chooseDocumentType(deps: ApiDeps): Route {
  return captureStep(deps, {
    method: 'POST',
    step: 'document-type',
    body: documentTypeBody,
    standings: ['live'],
    consent: 'given',
    summary: 'Choose the document type',
    answers: { 200: json(chosenType) },
    example: { document_type: 'passport', country: 'NL' },
    handler: async (call) => {
      const { document_type: type, country } = call.body;
      const requirements = await requirementsOf(deps.db, call.open.session);
      requireAccepted(requirements, { type, country }, 'document_type');
      const status = await recordStep(deps, call, async (trx, session, at) => {
        await declareDocument(trx, session, { type, country }, { actor: call.actor, at });
        return session.status;
      });
      return answer(200, { document_type: type, country, needs_back: needsBack(type), status });
    },
  });
}
