import type { Kysely, Transaction } from 'kysely';
import { z } from 'zod';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { notFound } from '../../../shared/domain/errors/not-found';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { isId } from '../../../shared/domain/ids';
import type { Caller } from '../http/caller';

export const sessionParams = z.object({ id: z.string() });

/** The caller's session: one of another organisation or environment does not exist for it. */
export async function findSession(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<SessionRow> {
  return ownSession(db, caller, id).executeTakeFirstOrThrow(notFound);
}

/** The same under its row lock, for writes that are no message to the workflow. */
export async function lockSession(
  trx: Transaction<Database>,
  caller: Caller,
  id: string,
): Promise<SessionRow> {
  return ownSession(trx, caller, id).forUpdate().executeTakeFirstOrThrow(notFound);
}

/** Redacted: every write but a repeated redact is refused. */
export function requireNotRedacted(row: SessionRow): void {
  if (row.retention_status === 'redacted') {
    throw new VerifaError('session_redacted', { extra: { status: row.status } });
  }
}

function ownSession(db: Kysely<Database>, caller: Caller, id: string) {
  // What is no session's id matches nothing, without a special answer.
  const sessionId = isId('session', id) ? id : 'ses_';
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', sessionId)
    .where('organization_id', '=', caller.organizationId)
    .where('environment', '=', caller.environment);
}
