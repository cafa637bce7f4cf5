import type { Selectable } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import { open, seal } from '../../../shared/crypto/seal';
import { sealContext, sessionKey } from '../../../shared/crypto/session-key';
import type { CasesTable, SessionRow } from '../../../shared/database/schema';

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

export interface CaseView {
  readonly id: CaseRow['id'];
  readonly session_id: CaseRow['session_id'];
  readonly attempt: number;
  readonly status: CaseRow['status'];
  readonly environment: CaseRow['environment'];
  readonly reason_code: string | null;
  readonly dual_review: boolean;
  readonly assignee: string | null;
  readonly claimed_until: string | null;
  readonly first_review: { readonly by: string | null; readonly decision: string } | null;
  readonly escalated_by: string | null;
  readonly decided_by: string | null;
  readonly close_reason: string | null;
  readonly age_band: AgeBand;
  readonly created_at: string;
  readonly closed_at: string | null;
}

export function caseView(row: CaseRow, now: Date): CaseView {
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
      row.first_decision === null ? null : { by: row.first_reviewer, decision: row.first_decision },
    escalated_by: row.escalated_by,
    decided_by: row.decided_by,
    close_reason: row.close_reason,
    age_band: ageBand((row.closed_at ?? now).getTime() - row.created_at.getTime()),
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

/** A reviewer's free text is about a person: it lies under the session's key and goes with it. */
export function sealReason(
  keyring: Keyring,
  session: SessionRow,
  row: Pick<CaseRow, 'id'>,
  reason: string,
): Buffer {
  const context = sealContext.caseReason(row.id);
  return seal(sessionKey(keyring, session), context, Buffer.from(reason, 'utf8'));
}

/** Null when there was none and when the session's key is gone. */
export function openReason(keyring: Keyring, session: SessionRow, row: CaseRow): string | null {
  if (row.reason_sealed === null || session.wrapped_key === null) return null;
  const context = sealContext.caseReason(row.id);
  return open(sessionKey(keyring, session), context, row.reason_sealed).toString('utf8');
}
