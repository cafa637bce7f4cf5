import { judgeReading } from '../engines/document/judge-reading';
import { documentReading } from '../run/document-reading';
import type { Judge } from '../judge/judge';
import { skipped } from '../run/skipped';

/** `document_ocr`: what it reads is stored with its row, for the checks after it. */
export const judgeDocumentOcr: Judge = async (context) => {
  const read = await documentReading(context);
  if (read === null) return { outcome: skipped('document_ocr', 'input_missing') };
  const { reading, reused, ...engine } = read;
  const outcome = judgeReading(reading, engine);
  if (reading.kind !== 'read' && reading.kind !== 'barcode')
    return { outcome, evidence: { reused } };
  const { side, fields, print, otherSide, isDocument } = reading;
  const seen = {
    side,
    print,
    other_side: otherSide,
    looks_like_document: isDocument,
    reused,
  };
  if (reading.kind === 'barcode') return { outcome, evidence: seen, extracted: fields };
  const { format, checkDigits, repaired, barcodeDiffers } = reading;
  const evidence = { ...seen, format, checkDigits, repaired, barcode_differs: barcodeDiffers };
  return { outcome, evidence, extracted: fields };
};
