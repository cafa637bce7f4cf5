import { z } from 'zod';
import { documentTypes, needsBack } from '../../../shared/graph/document-types';
import { sessionStatuses } from '../../../shared/lifecycle/state';
import { appendStep } from '../../../shared/records/append-step';
import { countrySchema } from '../../../shared/schemas/country';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { json } from '../http/declared-answer';
import { invalidField } from '../http/parse';
import type { Route } from '../http/route';
import { captureStep, recordStep } from './capture-step';
import { allowedDocumentTypes, requirementsOf } from '../../../shared/capture/requirements';

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
    until: 'live',
    needsConsent: true,
    summary: 'Choose the type of document',
    answers: { 200: json(chosenType) },
    example: { document_type: 'passport', country: 'NL' },
    handler: async (call) => {
      const { document_type: type, country } = call.body;
      const requirements = await requirementsOf(deps.db, call.open.session);
      if (!allowedDocumentTypes(requirements, country).includes(type)) {
        throw invalidField('document_type', 'not_allowed', 'is not accepted here');
      }
      const status = await recordStep(deps, call, async (trx, session, at) => {
        await trx
          .updateTable('sessions')
          .set({ document_type: type, document_country: country, updated_at: at })
          .where('id', '=', session.id)
          .execute();
        // The back of the document that was chosen before is no part of this one.
        if (!needsBack(type)) {
          await trx
            .updateTable('documents')
            .set({ superseded_at: at })
            .where('session_id', '=', session.id)
            .where('doc_type', '=', 'id_back')
            .where('superseded_at', 'is', null)
            .execute();
        }
        const detail = { document_type: type, country };
        const { actor } = call;
        await appendStep(trx, session, { event: 'document_type_chosen', actor, detail, at });
        return session.status;
      });
      return answer(200, { document_type: type, country, needs_back: needsBack(type), status });
    },
  });
}
