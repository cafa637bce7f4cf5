import { idDocumentFilterConfigSchema } from '../../../../shared/checks/check-config';
import { declaredDocument, judgeDocumentFilter } from '../../document/id-document-filter';
import { extractedFields } from '../extracted-fields';
import type { Judge } from '../judge';
import { skipped } from '../write-outcome';

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
