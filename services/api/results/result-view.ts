import { z } from 'zod';
import { checkNames, checkStatuses } from '../../../shared/domain/checks/outcome';
import {
  isRejectionReason,
  rejectionReasons,
} from '../../../shared/domain/checks/rejection-reason';
import { mayRead } from '../../../shared/crypto/session-key';
import { decisions } from '../../../shared/domain/lifecycle/event';
import { piiFields, type PiiField } from '../../../shared/domain/organization/settings';
import { idOf, instant } from '../http/answer-values';
import { ageOnDay } from './age-on-day';
import type { StandingRun, ResultParts } from './result-parts';

const checkResultObject = z.strictObject({
  status: z.enum(checkStatuses),
  score: z.number().nullable(),
  reasons: z.array(z.string()).readonly(),
});
type CheckResult = z.output<typeof checkResultObject>;

const extractedData = z.partialRecord(z.enum(piiFields), z.unknown());
type ExtractedData = z.output<typeof extractedData>;

/** The result object, exactly as published (`1-lifecycle.md`). */
export const resultObject = z
  .strictObject({
    session_id: idOf('session'),
    status: z.enum(decisions),
    attempt: z.number().int(),
    is_sandbox: z.boolean(),
    created_at: instant,
    /** Null while a reviewer is waited for. */
    decided_at: instant.nullable(),
    face_match_passed: z.boolean().nullable(),
    face_match_score: z.number().nullable(),
    age_check_passed: z.boolean().nullable(),
    extracted_age: z.number().int().nullable(),
    extracted_data: extractedData.nullable(),
    check_results: z.partialRecord(z.enum(checkNames), checkResultObject),
    rejection_reason: z.string().nullable(),
    rejection_reason_code: z.string().nullable(),
    reviewed_by: z.string().nullable(),
    processing_mode: z.enum(['workflow', 'manual', 'sandbox']),
    country_used: z.string().nullable(),
    sensitive_data_expired: z.boolean(),
  })
  .meta({ id: 'Result' });
export type ResultObject = z.output<typeof resultObject>;

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
    decided_at: result.decided_at,
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
    rejection_reason_code: result.status === 'rejected' ? result.rejection_reason_code : null,
    reviewed_by: result.reviewed_by,
    processing_mode: result.processing_mode,
    country_used: result.country_used,
    sensitive_data_expired: !mayRead(session, 'extracted_data'),
  };
}

const outside = {
  session_id: true,
  status: true,
  created_at: true,
  rejection_reason: true,
  processing_mode: true,
  sensitive_data_expired: true,
} as const;

/** `/results/{id}`: a few members outside, the rest under `result`. */
export const resultSummaryObject = z
  .strictObject({
    ...resultObject.pick(outside).shape,
    external_ref: z.string().nullable(),
    result: z.strictObject(resultObject.omit(outside).shape),
  })
  .meta({ id: 'ResultSummary' });
export type ResultSummary = z.output<typeof resultSummaryObject>;

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
  // Also of rows from before: who waits for a reviewer is not told of a rejection.
  if (result.status !== 'rejected') return null;
  const code = result.rejection_reason_code;
  if (reviewReason !== null) return reviewReason;
  if (code === null) return null;
  return isRejectionReason(code) ? rejectionReasons[code] : rejectionReasons.review_rejected;
}
