/**
 * The checks of `4-verification.md` in the table's order, in which those of one class run: each may use
 * what an earlier one found.
 */
export const checkNames = [
  'document_quality',
  'document_ocr',
  'document_expiration',
  'id_document_filter',
  'document_forensics',
  'face_match',
  'liveness',
  'age',
  'identity_crossref',
  'duplicate_detection',
  'watchlist_screening',
  'check_against_list',
  'proof_of_address_check',
  'risk_assessment',
] as const;
export type CheckName = (typeof checkNames)[number];

export const checkStatuses = [
  'pending',
  'passed',
  'failed',
  'error',
  'skipped',
  'requires_retry',
] as const;
export type CheckStatus = (typeof checkStatuses)[number];

/**
 * What one check says of one attempt. Everything here may enter Temporal: codes, scores, engine
 * names; never a read value. Evidence (which may be personal) is stored sealed beside the row.
 */
export interface CheckOutcome {
  readonly check: CheckName;
  readonly status: CheckStatus;
  /** 0–1, higher is better; null when the check has no score. */
  readonly score: number | null;
  /** Stable machine codes, e.g. `mrz_checksum_mismatch`, `document_expired`. */
  readonly reasons: readonly string[];
  readonly engine: string;
  readonly engineVersion: string;
}

/** In the table's order, whatever order they came in. */
export function inOrderOfNames<T extends { readonly check: CheckName }>(
  some: readonly T[],
): readonly T[] {
  return [...some].sort((a, b) => checkNames.indexOf(a.check) - checkNames.indexOf(b.check));
}
