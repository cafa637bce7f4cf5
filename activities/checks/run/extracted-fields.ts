import { extractedDataSchema, type ExtractedData } from '../../../shared/checks/extracted-data';
import { openJson } from '../../../shared/crypto/seal';
import { sealContext } from '../../../shared/crypto/session-key';
import type { JudgeContext } from './judge';

/** What `document_ocr` of this attempt read and stored; null when it read nothing. */
export async function extractedFields({
  deps,
  input: { session, dataKey },
  ref: { attempt },
}: Pick<JudgeContext, 'deps' | 'input' | 'ref'>): Promise<ExtractedData | null> {
  const row = await deps.db
    .selectFrom('extractions')
    .select('fields_sealed')
    .where('session_id', '=', session.id)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  if (row?.fields_sealed == null) return null;
  const context = sealContext.extraction(session.id, attempt);
  return extractedDataSchema.parse(openJson(dataKey, context, row.fields_sealed));
}
