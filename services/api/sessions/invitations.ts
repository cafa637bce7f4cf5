import type { Transaction } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { Invitation } from '../../../shared/temporal/invitation-client';
import type { ApiDeps } from '../deps';

/** The row is the promise; what keeps it is started from it, now or by the sweep. */
export async function insertInvitation(
  trx: Transaction<Database>,
  { id, organization_id, environment }: SessionRow,
  number: number,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('invitations')
    .values({ session_id: id, number, organization_id, environment, created_at: at })
    .execute();
}

/** The answer does not wait for a Temporal that is away. */
export async function beginInvitation(
  { sessions, log }: Pick<ApiDeps, 'sessions' | 'log'>,
  invitation: Invitation,
): Promise<void> {
  try {
    await sessions.invite(invitation);
  } catch {
    log.warn({ session_id: invitation.sessionId }, 'the invitation is left for the sweep to start');
  }
}
