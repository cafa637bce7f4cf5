import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Keyring } from '../../../shared/crypto/keyring';
import { openJson } from '../../../shared/crypto/seal';
import { sealContext, sessionKey } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { AuditId, CaseId } from '../../../shared/ids';

export interface ChangeView {
  readonly id: AuditId;
  readonly kind: 'override' | 'correction';
  readonly case_id: CaseId;
  readonly attempt: number;
  readonly by: string | null;
  readonly applied_at: Date | null;
  /** What was corrected, or why; null once the session was redacted. */
  readonly content: Readonly<Record<string, unknown>> | null;
  readonly outcomes: readonly { readonly check: string; readonly status: string }[];
}

const contentSchema = z.record(z.string(), z.unknown());

/** What reviewers laid over the session's attempts and what took effect, the oldest first. */
export async function changesOf(
  { db, keyring }: { readonly db: Kysely<Database>; readonly keyring: Keyring },
  session: SessionRow,
): Promise<readonly ChangeView[]> {
  const rows = await db
    .selectFrom('case_changes')
    .selectAll()
    .where('session_id', '=', session.id)
    .where('applied_at', 'is not', null)
    .orderBy('applied_at')
    .orderBy('id')
    .execute();
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const layers = await db
    .selectFrom('outcome_layers')
    .selectAll()
    .where('change_id', 'in', ids)
    .orderBy('check')
    .execute();
  const key = session.wrapped_key === null ? null : sessionKey(keyring, session);
  return rows.map(
    ({ id, kind, case_id, attempt, author_id: by, applied_at, content_sealed: sealed }) => ({
      id,
      kind,
      case_id,
      attempt,
      by,
      applied_at,
      content:
        key === null || sealed === null
          ? null
          : contentSchema.parse(openJson(key, sealContext.caseChange(id), sealed)),
      outcomes: layers
        .filter(({ change_id }) => change_id === id)
        .map(({ check, status }) => ({ check, status })),
    }),
  );
}
