import type { CheckName } from './outcome';

/**
 * One class of resource each, and one activity: what reads documents, what compares faces, and what asks
 * the records. The first two run side by side; the records are asked when both are done, for they judge
 * what was read.
 */
export const checkClasses = ['document', 'face', 'records'] as const;
export type CheckClass = (typeof checkClasses)[number];

export const classOf: Readonly<Record<CheckName, CheckClass>> = {
  document_quality: 'document',
  document_ocr: 'document',
  document_expiration: 'document',
  id_document_filter: 'document',
  document_forensics: 'document',
  face_match: 'face',
  liveness: 'face',
  age: 'document',
  identity_crossref: 'records',
  duplicate_detection: 'records',
  watchlist_screening: 'records',
  check_against_list: 'records',
  proof_of_address_check: 'document',
  risk_assessment: 'records',
};
