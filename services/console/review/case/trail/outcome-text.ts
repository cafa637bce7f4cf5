import type { Translate } from '../../texts';

const checks = [
  'age',
  'check_against_list',
  'document_expiration',
  'document_forensics',
  'document_ocr',
  'document_quality',
  'duplicate_detection',
  'face_match',
  'id_document_filter',
  'identity_crossref',
  'liveness',
  'proof_of_address_check',
  'risk_assessment',
  'watchlist_screening',
] as const;
const statuses = ['passed', 'failed', 'error', 'requires_retry', 'skipped', 'pending'] as const;

/** A check of a later version goes by its own name. */
export function checkText(check: string, t: Translate): string {
  const known = checks.find((one) => one === check);
  return known === undefined ? check : t(`checks.name.${known}`);
}

export function statusText(status: string, t: Translate): string {
  const known = statuses.find((one) => one === status);
  return known === undefined ? status : t(`checks.status.${known}`);
}
