import type { CheckName } from '../../../shared/checks/outcome';
import { isRejectionReason, rejectionReasons } from '../../../shared/checks/rejection-reason';
import { piiFields, type PiiField } from '../../../shared/organization/settings';
import { ageOnDay } from './age-on-day';
import type { StandingRun, ResultParts } from './result-parts';

interface CheckResult {
  readonly status: StandingRun['status'];
  readonly score: number | null;
  readonly reasons: readonly string[];
}

type ExtractedData = Partial<Record<PiiField, unknown>>;

/** The result object, exactly as published (`1-lifecycle.md`). */
export interface ResultObject {
  readonly session_id: string;
  readonly status: ResultParts['result']['status'];
  readonly attempt: number;
  readonly is_sandbox: boolean;
  readonly created_at: Date;
  readonly face_match_passed: boolean | null;
  readonly face_match_score: number | null;
  readonly age_check_passed: boolean | null;
  readonly extracted_age: number | null;
  readonly extracted_data: ExtractedData | null;
  readonly check_results: Partial<Record<CheckName, CheckResult>>;
  readonly rejection_reason: string | null;
  readonly rejection_reason_code: string | null;
  readonly reviewed_by: string | null;
  readonly processing_mode: ResultParts['result']['processing_mode'];
  readonly country_used: string | null;
  readonly sensitive_data_expired: boolean;
}

/** `allowed`: the fields of `extracted_data` to show. A data subject's export shows all of them. */
export function resultView(
  parts: ResultParts,
  allowed: readonly PiiField[] = parts.settings.api_pii_fields ?? piiFields,
): ResultObject {
  const { session, result, checks, extracted } = parts;
  const face = checks.find((run) => run.check === 'face_match');
  return {
    session_id: session.id,
    status: result.status,
    attempt: result.attempt,
    is_sandbox: session.environment === 'sandbox',
    created_at: result.created_at,
    face_match_passed: passed(face),
    face_match_score: face?.score ?? null,
    age_check_passed: passed(checks.find((run) => run.check === 'age')),
    // An age tells of a birthday: it is shown to whom the birthday may be shown.
    extracted_age: allowed.includes('date_of_birth')
      ? ageOnDay(extracted?.['date_of_birth'], parts.attemptAt, parts.settings.time_zone ?? 'UTC')
      : null,
    extracted_data: extracted === null ? null : only(extracted, allowed),
    check_results: Object.fromEntries(checks.map((run) => [run.check, checkResult(run)])),
    rejection_reason: rejectionReason(parts),
    rejection_reason_code: result.rejection_reason_code,
    reviewed_by: result.reviewed_by,
    processing_mode: result.processing_mode,
    country_used: result.country_used,
    sensitive_data_expired: session.retention_status !== 'active',
  };
}

type Outside =
  | 'session_id'
  | 'status'
  | 'created_at'
  | 'rejection_reason'
  | 'processing_mode'
  | 'sensitive_data_expired';

/** `/results/{id}`: a few members outside, the rest under `result`. */
export interface ResultSummary extends Pick<ResultObject, Outside> {
  readonly external_ref: string | null;
  readonly result: Omit<ResultObject, Outside>;
}

export function resultSummary(parts: ResultParts): ResultSummary {
  const {
    session_id,
    status,
    created_at,
    rejection_reason,
    processing_mode,
    sensitive_data_expired,
    ...result
  } = resultView(parts);
  return {
    session_id,
    status,
    created_at,
    external_ref: parts.session.external_ref,
    rejection_reason,
    processing_mode,
    sensitive_data_expired,
    result,
  };
}

function passed(run: StandingRun | undefined): boolean | null {
  if (run?.status === 'passed') return true;
  return run?.status === 'failed' ? false : null;
}

function checkResult({ status, score, reasons }: StandingRun): CheckResult {
  return { status, score, reasons };
}

function only(
  extracted: Readonly<Record<string, unknown>>,
  allowed: readonly PiiField[],
): ExtractedData {
  const shown = piiFields.filter(
    (field) => allowed.includes(field) && extracted[field] !== undefined,
  );
  return Object.fromEntries(shown.map((field) => [field, extracted[field]]));
}

/** The reviewer's words where there are some, else the catalogue's sentence for the code. */
function rejectionReason({ result, reviewReason }: ResultParts): string | null {
  const code = result.rejection_reason_code;
  if (reviewReason !== null) return reviewReason;
  if (code === null) return null;
  return isRejectionReason(code) ? rejectionReasons[code] : rejectionReasons.rejected;
}
