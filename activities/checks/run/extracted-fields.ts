import {
  extractedDataSchema,
  type ExtractedData,
} from '../../../shared/domain/checks/extracted-data';
import type { JudgeContext } from '../judge/judge';

/**
 * What `document_ocr` of this attempt read, with what a reviewer corrected before a check that waited; null
 * when it read nothing, or too little was corrected to stand for a document.
 */
export async function extractedFields({
  found,
}: Pick<JudgeContext, 'found'>): Promise<ExtractedData | null> {
  return extractedDataSchema.safeParse(await found.extracted()).data ?? null;
}
