import { judgeExpiration } from '../../../shared/domain/checks/rules/document-expiration';
import { extractedFields } from '../run/extracted-fields';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

export const judgeDocumentExpiration: Judge = async (context) => {
  const fields = await extractedFields(context);
  return {
    outcome:
      fields === null
        ? skipped('document_expiration', 'document_unreadable')
        : judgeExpiration(fields, context.input.today),
  };
};
