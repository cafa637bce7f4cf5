import { idDocumentFilterConfigSchema } from '../../../shared/domain/checks/check-config';
import {
  declaredDocument,
  judgeDocumentFilter,
} from '../../../shared/domain/checks/rules/id-document-filter';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

export const judgeIdDocumentFilter: Judge = async (context, config) => {
  const fields = await extractedFields(context);
  if (fields === null) return { outcome: skipped('id_document_filter', 'document_unreadable') };
  const { document_type: documentType, document_country: country } = context.input.session;
  return {
    outcome: judgeDocumentFilter(
      fields,
      idDocumentFilterConfigSchema.parse(config),
      declaredDocument(documentType, country),
    ),
  };
};
