import type { CheckOutcome } from '../../../shared/checks/outcome';
import type { DocumentReading } from './document-reader';
import { allCheckDigitsRight, type DocumentFields } from './mrz/parse-mrz';
import { isKnownState } from './states';

/** `document_ocr`: what a reading is worth. Pure, whichever engine read. */
export function judgeReading(
  reading: DocumentReading,
  reader: { readonly engine: string; readonly engineVersion: string },
): CheckOutcome {
  const reasons = reasonsOf(reading);
  return {
    check: 'document_ocr',
    status: reasons.length === 0 ? 'passed' : 'failed',
    score: scoreOf(reading),
    reasons,
    engine: reader.engine,
    engineVersion: reader.engineVersion,
  };
}

function scoreOf(reading: DocumentReading): number {
  if (reading.kind === 'read') return reading.certainty;
  // A barcode corrects its own errors: it is read right or not at all.
  return reading.kind === 'barcode' ? 1 : 0;
}

function reasonsOf(reading: DocumentReading): string[] {
  switch (reading.kind) {
    case 'not_found':
      return ['mrz_not_found'];
    case 'unreadable':
      return ['mrz_unreadable'];
    case 'barcode':
      return [
        ...reading.mismatches,
        ...(reading.printed || reading.mismatches.length > 0 ? [] : ['visual_zone_unreadable']),
        ...birthReasons(reading.fields),
      ];
    case 'read': {
      // Two looks that differ prove a bad picture, not a bad document: say only that.
      if (!reading.steady) return ['mrz_unreadable'];
      if (!allCheckDigitsRight(reading.checkDigits)) return ['mrz_checksum_mismatch'];
      const { fields } = reading;
      const states = [fields.document_issuing_state, fields.nationality];
      return [
        ...(reading.mismatches ?? []),
        // A passing check digit alone does not tell J from T (same weight modulo 10).
        ...(reading.numberInDoubt ? ['mrz_repaired'] : []),
        // No check digit covers the states: the list of codes does.
        ...(states.every(isKnownState) ? [] : ['unknown_state']),
        ...birthReasons(fields),
      ];
    }
  }
}

/** A date that the document itself leaves partly open was read: what it proves is for `age` to say. */
function birthReasons({
  date_of_birth: day,
  date_of_birth_partial: part,
}: DocumentFields): string[] {
  return day === null && (part === undefined || part === null) ? ['date_of_birth_unreadable'] : [];
}
