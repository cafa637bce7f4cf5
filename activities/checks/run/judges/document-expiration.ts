import { judgeExpiration } from '../../document/document-expiration';
import { extractedFields } from '../extracted-fields';
import type { Judge } from '../judge';
import { skipped } from '../write-outcome';

export const judgeDocumentExpiration: Judge = async (context) => {
  const fields = await extractedFields(context);
  return {
    outcome:
      fields === null
        ? skipped('document_expiration', 'document_unreadable')
        : judgeExpiration(fields, context.input.today),
  };
};
