import type { CheckName, CheckStatus } from '../../../../shared/domain/checks/outcome';
import type { Translate } from '../texts';
import { everyOne } from './every-one';

const checks = everyOne<CheckName>()([
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
]);
const statuses = everyOne<CheckStatus>()([
  'passed',
  'failed',
  'error',
  'requires_retry',
  'skipped',
  'pending',
]);

/** A check of a later version goes by its own name. */
export function checkText(check: string, t: Translate): string {
  const known = checks.find((one) => one === check);
  return known === undefined ? check : t(`checks.name.${known}`);
}

export function statusText(status: string, t: Translate): string {
  const known = statuses.find((one) => one === status);
  return known === undefined ? status : t(`checks.status.${known}`);
}
