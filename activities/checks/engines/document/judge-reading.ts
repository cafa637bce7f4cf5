import { assertNever } from '../../../../shared/domain/assert-never';
import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import {
  differingFields,
  unseenFields,
} from '../../../../shared/domain/checks/print/compare-print';
import type { ComparedPages, DocumentReading } from './page/document-reader';
import { allCheckDigitsRight } from './mrz/parse-mrz';
import type { DocumentFields } from '../../../../shared/domain/checks/document-fields';
import { isKnownState } from '../../../../shared/domain/countries/states';

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
    case 'unsupported':
      return ['format_not_supported'];
    case 'barcode':
      return [...mismatchesOf(reading), ...pageReasons(reading), ...birthReasons(reading.fields)];
    case 'read': {
      // Two looks that differ prove a bad picture, not a bad document: say only that.
      if (!reading.steady) return ['mrz_unreadable'];
      if (!allCheckDigitsRight(reading.checkDigits)) {
        // Wrong digits are the document's only where nothing that was read may be misread.
        return [reading.misreadable ? 'mrz_unreadable' : 'mrz_checksum_mismatch'];
      }
      const { fields } = reading;
      const states = [fields.document_issuing_state, fields.nationality];
      return [
        ...mismatchesOf(reading),
        ...pageReasons(reading),
        // A passing check digit alone does not tell J from T (same weight modulo 10).
        ...(reading.numberInDoubt ? ['mrz_repaired'] : []),
        // No check digit covers the states: the list of codes does.
        ...(states.every(isKnownState) ? [] : ['unknown_state']),
        ...birthReasons(fields),
      ];
    }
    default:
      return assertNever(reading);
  }
}

/** A date that the document itself leaves partly open was read: what it proves is for `age` to say. */
function birthReasons({
  date_of_birth: day,
  date_of_birth_partial: part,
}: DocumentFields): string[] {
  return day === null && (part === undefined || part === null) ? ['date_of_birth_unreadable'] : [];
}

export type ReadingMismatch = 'barcode_mismatch' | 'visual_zone_mismatch' | 'front_back_mismatch';

/** Which places of a document plainly contradict each other. */
export function mismatchesOf(reading: DocumentReading): ReadingMismatch[] {
  if (reading.kind !== 'read' && reading.kind !== 'barcode') return [];
  const printDiffers = differingFields(reading.print).length > 0;
  const isBarcode = reading.kind === 'barcode';
  return [
    ...((isBarcode ? printDiffers : reading.barcodeDiffers) ? (['barcode_mismatch'] as const) : []),
    // A zone that is in doubt itself proves nothing about the print.
    ...(!isBarcode && printDiffers && reading.steady ? (['visual_zone_mismatch'] as const) : []),
    ...(reading.otherSide === 'differs' ? (['front_back_mismatch'] as const) : []),
  ];
}

/** Zone or barcode alone prove nothing: the page has to be a document's, and print what they say. */
function pageReasons({
  fields,
  print,
  otherSide,
  isDocument,
}: ComparedPages & { readonly fields: DocumentFields }): string[] {
  const isUnseen = unseenFields(print, fields).length > 0 || otherSide === 'unseen';
  return [
    ...(isDocument ? [] : ['not_a_document']),
    ...(isUnseen ? ['visual_zone_unreadable'] : []),
  ];
}
