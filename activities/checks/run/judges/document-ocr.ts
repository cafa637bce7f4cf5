import { judgeReading } from '../../document/judge-reading';
import { documentReading } from '../document-reading';
import type { Judge } from '../judge';
import { skipped } from '../write-outcome';

/** `document_ocr`: what it reads is stored with its row, for the checks after it. */
export const judgeDocumentOcr: Judge = async (context) => {
  const read = await documentReading(context);
  if (read === null) return { outcome: skipped('document_ocr', 'input_missing') };
  const { reading, reused, ...engine } = read;
  const outcome = judgeReading(reading, engine);
  if (reading.kind === 'barcode') {
    const { side, fields, mismatches } = reading;
    return { outcome, evidence: { side, mismatches, reused }, extracted: fields };
  }
  if (reading.kind !== 'read') return { outcome, evidence: { reused } };
  const { side, format, checkDigits, repaired, fields } = reading;
  return { outcome, evidence: { side, format, checkDigits, repaired, reused }, extracted: fields };
};
