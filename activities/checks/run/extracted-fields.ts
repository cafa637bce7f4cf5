import { loadExtracted } from '../../../shared/attempt/readings';
import {
  extractedDataSchema,
  type ExtractedData,
} from '../../../shared/domain/checks/extracted-data';
import type { JudgeContext } from '../judge/judge';

/**
 * What `document_ocr` of this attempt read and stored, with what a reviewer corrected before a check that
 * waited; null when it read nothing, or too little was corrected to stand for a document.
 */
export async function extractedFields({
  deps,
  input: { session, dataKey },
  ref: { attempt },
}: Pick<JudgeContext, 'deps' | 'input' | 'ref'>): Promise<ExtractedData | null> {
  const extracted = await loadExtracted(deps.db, dataKey, { sessionId: session.id, attempt });
  return extractedDataSchema.safeParse(extracted).data ?? null;
}
