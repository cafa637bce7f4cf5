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
const yellowAfterMs = 4 * hourMs;
const redAfterMs = 24 * hourMs;

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
    status: row.status,
    environment: row.environment,
    reason_code: row.reason_code,
    decided_by: row.decided_by,
    close_reason: row.close_reason,
    age_band: ageBand((row.closed_at ?? now).getTime() - row.created_at.getTime()),
    created_at: row.created_at.toISOString(),
    closed_at: row.closed_at?.toISOString() ?? null,
  };
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
