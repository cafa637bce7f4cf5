import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import { open } from '../../../shared/crypto/seal';
import { keyToRead, sealContext } from '../../../shared/crypto/session-key';
import type { CasesTable, SessionRow } from '../../../shared/database/schema';
import { caseTag, casePriorities, priorityOf } from '../../../shared/domain/cases/priority';
import { sessionStatuses } from '../../../shared/domain/lifecycle/state';
import { signalNames } from '../../../shared/domain/risk/signal-catalogue';
import { isOpinionHidden, type CaseReader } from './first-opinion';
import { environment, idOf, instantText } from '../http/answer-values';

export type CaseRow = Selectable<CasesTable>;

/** How long a case has waited (`4-verification.md`). */
export const ageBands = ['green', 'yellow', 'red'] as const;
export type AgeBand = (typeof ageBands)[number];
const hourMs = 3_600_000;
export const yellowAfterMs = 4 * hourMs;
export const redAfterMs = 24 * hourMs;

export const caseStatuses = [
  'open',
  'in_review',
  'pending_second_review',
  'escalated',
  'approved',
  'rejected',
  'closed',
] as const satisfies readonly CaseRow['status'][];
export const caseStatus = z.enum(caseStatuses);

export const caseObject = z
  .strictObject({
    id: idOf('case'),
    session_id: idOf('session'),
    attempt: z.number().int(),
    status: caseStatus,
    environment,
    reason_code: z.string().nullable(),
    dual_review: z.boolean(),
    assignee: z.string().nullable(),
    claimed_until: instantText.nullable(),
    first_review: z
      .strictObject({
        by: z.string().nullable(),
        /** Null to whoever may be the second reviewer, until the case is decided. */
        decision: z.string().nullable(),
      })
      .nullable(),
    /** The word of the second reviewer where it is another than the first one's: a third one decides. */
    second_review: z.strictObject({ by: z.string().nullable(), decision: z.string() }).nullable(),
    escalated_by: z.string().nullable(),
    decided_by: z.string().nullable(),
    close_reason: z.string().nullable(),
    age_band: z.enum(ageBands),
    priority: z.enum(casePriorities),
    /** Reviewers' own codes. */
    tags: z.array(caseTag).readonly(),
    /** The workflow that opened it. */
    workflow_id: idOf('workflow').nullable(),
    country: z.string().nullable(),
    document_type: z.string().nullable(),
    /** What the risk of its attempt came to; null until it was assessed. */
    risk_score: z.number().int().nullable(),
    /** What was triggered and is not ignored, the heaviest first. */
    signals: z.array(z.enum(signalNames)).readonly(),
    created_at: instantText,
    closed_at: instantText.nullable(),
  })
  .meta({ id: 'Case' });
export type CaseView = z.output<typeof caseObject>;

/** With the words of whoever decided, and what the session has come to. */
export const decidedCase = z.strictObject({
  ...caseObject.shape,
  reason: z.string().nullable(),
  session_status: z.enum(sessionStatuses),
});

/** As this one may read it. */
export function caseView(row: CaseRow, now: Date, reader: CaseReader): CaseView {
  return {
    id: row.id,
    session_id: row.session_id,
    attempt: row.attempt,
    status: effectiveStatus(row, now),
    environment: row.environment,
    reason_code: row.reason_code,
    dual_review: row.dual_review,
    assignee: isHeld(row, now) ? row.assignee : null,
    claimed_until: isHeld(row, now) ? (row.claimed_until?.toISOString() ?? null) : null,
    first_review:
      row.first_decision === null
        ? null
        : {
            by: row.first_reviewer,
            decision: isOpinionHidden(row, reader) ? null : row.first_decision,
          },
    second_review:
      row.second_decision === null ? null : { by: row.escalated_by, decision: row.second_decision },
    escalated_by: row.escalated_by,
    decided_by: row.decided_by,
    close_reason: row.close_reason,
    age_band: ageBand((row.closed_at ?? now).getTime() - row.created_at.getTime()),
    priority: priorityOf(row.priority),
    tags: row.tags,
    workflow_id: row.workflow_id,
    country: row.country,
    document_type: row.document_type,
    risk_score: row.risk_score,
    signals: row.signals,
    created_at: row.created_at.toISOString(),
    closed_at: row.closed_at?.toISOString() ?? null,
  };
}

/** Somebody's hands are on it; a claim that ran out counts for nothing. */
export function isHeld(row: Pick<CaseRow, 'assignee' | 'claimed_until'>, now: Date): boolean {
  return row.assignee !== null && row.claimed_until !== null && row.claimed_until > now;
}

/** A case whose claim ran out is open again, without anybody having to write that down. */
export function effectiveStatus(row: CaseRow, now: Date): CaseRow['status'] {
  return row.status === 'in_review' && !isHeld(row, now) ? 'open' : row.status;
}

function ageBand(ageMs: number): AgeBand {
  if (ageMs < yellowAfterMs) return 'green';
  return ageMs < redAfterMs ? 'yellow' : 'red';
}

export function isClosed(row: Pick<CaseRow, 'status'>): boolean {
  return row.status === 'approved' || row.status === 'rejected' || row.status === 'closed';
}

/** The words of whoever decided. Null when there were none and when they may not be read any more. */
export function openReason(keyring: Keyring, session: SessionRow, row: CaseRow): string | null {
  const key = keyToRead(keyring, session, 'reviewers_words');
  if (row.reason_sealed === null || key === null) return null;
  const context = sealContext.caseReason(row.id);
  return open(key, context, row.reason_sealed).toString('utf8');
}
