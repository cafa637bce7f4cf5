import {
  forensicReasons,
  type ForensicReason,
} from '../../../../shared/domain/checks/forensic-reasons';
import type { CheckOutcome } from '../../../../shared/domain/checks/outcome';
import type { DocumentReading } from '../document/page/document-reader';
import { ocrBFrom } from '../document/zone-font/zone-font';
import { forensicsEngine, type ImageTraces } from './image-traces';

/** In decibels: no honest picture measured reached it (deploy/ACCURACY.md). */
export const screenPatternFrom = 16;
/** Measured on pictures that were compressed once, and twice (deploy/ACCURACY.md). */
export const recompressedFrom = 0.12;

/** In decibels. Of the tuning set, 84 sides clean and by phone had -29.5 and more, thumbnails enlarged -42 and less. */
export const enlargedBelow = -36;

/** Drawings kept as PNG had 0.63 and more, photographs by phone that were decoded 0.45 at most. */
export const drawnFrom = 0.55;

/** Drawn documents have 0.044 and more, copies made grey 0.000; noise stays below 0.01. */
export const colourlessBelow = 0.02;

/**
 * On the calibrated score. Two shots of one person, taken a moment apart in one light, came to 0.981 (60 pairs),
 * one shot on a document and as selfie to 0.980–0.998 (20): what is at the border is taken for two.
 */
export const sameShotFrom = 0.983;

/** The front without any colour; the backs of some cards are printed in black. */
export function frontReasons({ colour }: Pick<ImageTraces, 'colour'>): readonly ForensicReason[] {
  return colour < colourlessBelow ? ['no_colour'] : [];
}

/** A zone printed in another font, and print that is not the document's; a font that cannot be told accuses nobody. */
export function readingReasons(reading: DocumentReading | null): readonly ForensicReason[] {
  if (reading?.kind !== 'read' && reading?.kind !== 'barcode') return [];
  const ocrB = reading.kind === 'read' ? reading.font.ocrB : null;
  return [
    ...(ocrB !== null && ocrB < ocrBFrom ? (['zone_not_ocr_b'] as const) : []),
    ...(reading.otherPrint ? (['other_print'] as const) : []),
  ];
}

/** The reasons in one picture; whether it was used before, the records know. */
export function tracedReasons(traces: ImageTraces): readonly ForensicReason[] {
  const { editors, screenshot, pattern, fineDetail, flat, recompression } = traces;
  return [
    ...(editors.length > 0 ? (['exif_editing_software'] as const) : []),
    ...(screenshot ? (['screenshot'] as const) : []),
    ...(pattern !== null && pattern >= screenPatternFrom ? (['screen_photo'] as const) : []),
    ...(fineDetail !== null && fineDetail < enlargedBelow ? (['enlarged'] as const) : []),
    // A screen's picture is flat as well.
    ...(flat !== null && flat >= drawnFrom && !screenshot ? (['drawn'] as const) : []),
    ...(recompression !== null && recompression >= recompressedFrom
      ? (['recompressed'] as const)
      : []),
  ];
}

/** `document_forensics`: every trace is a reason; those of `failOn` fail the check. */
export function judgeForensics(
  found: readonly ForensicReason[],
  failOn: readonly ForensicReason[],
): CheckOutcome {
  const reasons = forensicReasons.filter((reason) => found.includes(reason));
  return {
    check: 'document_forensics',
    status: forensicStatus(reasons, failOn),
    score: null,
    reasons,
    ...forensicsEngine,
  };
}

export function forensicStatus(
  reasons: readonly string[],
  failOn: readonly ForensicReason[],
): 'passed' | 'failed' {
  return failOn.some((one) => reasons.includes(one)) ? 'failed' : 'passed';
}
