import { sql, type Transaction } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { AttemptRef } from '../../session/contract';

/** What sessions of one owner are found by, each kind with positions of its own. */
export type KeptKind = 'duplicates' | 'document-prints' | 'frame-prints';

/**
 * Before rows are written that other sessions are compared with: positions are given out under the owner's
 * locks, which are held until the commit, so that whoever has the higher position sees the row of the lower.
 * The session's own row is locked first, here as in every transaction; a redaction waits for it.
 *
 * @throws VerifaError attempt_stale when the session is no longer processing this attempt
 */
export async function lockForKeeping(
  trx: Transaction<Database>,
  { organization_id: organizationId, environment }: SessionRow,
  ref: AttemptRef,
  kinds: readonly KeptKind[],
): Promise<void> {
  // In one order, whoever takes several.
  const owners = [...kinds].sort().map((kind) => `${kind}/${organizationId}/${environment}`);
  const { rows } = await sql<Pick<SessionRow, 'status' | 'attempt'>>`
    WITH own AS MATERIALIZED (
      SELECT status, attempt FROM sessions WHERE id = ${ref.sessionId} FOR SHARE
    )
    SELECT status, attempt, (
      SELECT count(pg_advisory_xact_lock(hashtextextended(owner, 0)))
      FROM unnest(${owners}::text[]) AS owner
    ) FROM own`.execute(trx);
  const [row] = rows;
  if (row?.status !== 'processing' || row.attempt !== ref.attempt) {
    throw new VerifaError('attempt_stale');
  }
}
