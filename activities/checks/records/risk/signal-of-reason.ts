import type { CheckName, CheckOutcome } from '../../../../shared/domain/checks/outcome';
import {
  isSignalName,
  signalNames,
  signalOf,
  type SignalName,
} from '../../../../shared/domain/risk/signal-catalogue';

/** Which check can tell of which signal: without its outcome the signal is not evaluated. */
const checkOf: Readonly<Partial<Record<SignalName, CheckName>>> = {
  exif_editing_software: 'document_forensics',
  screen_photo: 'document_forensics',
  image_reused: 'document_forensics',
  image_seen_before: 'document_forensics',
  screenshot: 'document_forensics',
  one_picture_twice: 'document_forensics',
  same_shot: 'document_forensics',
  no_colour: 'document_forensics',
  zone_not_ocr_b: 'document_forensics',
  other_print: 'document_forensics',
  enlarged: 'document_forensics',
  drawn: 'document_forensics',
  passive_suspicious: 'liveness',
  mrz_checksum_mismatch: 'document_ocr',
  barcode_mismatch: 'document_ocr',
  expired_document: 'document_expiration',
  same_photograph: 'liveness',
  frames_replayed: 'liveness',
  selfie_replayed: 'liveness',
  capture_times_impossible: 'liveness',
  motion_unlikely: 'liveness',
  colours_differ: 'liveness',
  colours_unclear: 'liveness',
};

/** The signal that a check's reason is: the same word but for `document_expired`. */
export function signalOfReason(reason: string): SignalName | null {
  if (reason === 'document_expired') return 'expired_document';
  if (!isSignalName(reason)) return null;
  const { category } = signalOf(reason);
  return category === 'forensics' || category === 'graph' ? reason : null;
}

/** The signals that only a check can tell, of checks that did not judge. */
export function unjudgedSignals(outcomes: readonly CheckOutcome[]): readonly SignalName[] {
  const judged = new Set(
    outcomes
      .filter(({ status }) => status === 'passed' || status === 'failed')
      .map(({ check }) => check),
  );
  return signalNames.filter((name) => {
    const check = signalOf(name).category === 'graph' ? 'duplicate_detection' : checkOf[name];
    return check !== undefined && !judged.has(check);
  });
}
