import type { DocumentPage } from '../../document/document-reader';
import { judgeReading } from '../../document/judge-reading';
import type { Judge } from '../judge';
import { skipped } from '../write-outcome';

const sides = [
  ['front', 'id_front'],
  ['back', 'id_back'],
] as const;

/** `document_ocr`: what it reads is stored with its row, for the checks after it. */
export const judgeDocumentOcr: Judge = async ({ deps, input, signal }) => {
  const pages: DocumentPage[] = [];
  for (const [side, type] of sides) {
    const bytes = await input.picture(type);
    if (bytes !== null) pages.push({ side, bytes });
  }
  if (pages.length === 0) return { outcome: skipped('document_ocr', 'input_missing') };
  const { reading, ...engine } = await deps.engines.readDocument(pages, signal);
  const outcome = judgeReading(reading, engine);
  if (reading.kind === 'barcode') {
    const { side, fields, mismatches } = reading;
    return { outcome, evidence: { side, mismatches }, extracted: fields };
  }
  if (reading.kind !== 'read') return { outcome };
  const { side, format, checkDigits, repaired, fields } = reading;
  return { outcome, evidence: { side, format, checkDigits, repaired }, extracted: fields };
};
