import type { Insertable, Transaction } from 'kysely';
import type { InvitationsTable } from '../../../shared/database/invitation-tables';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { Invitation } from '../../../shared/temporal/invitation-client';
import type { ApiDeps } from '../deps';

/** The row is the promise; what keeps it is started from it, now or by the sweep. */
export async function insertInvitation(
  trx: Transaction<Database>,
  session: Invited,
  number: number,
  at: Date,
): Promise<void> {
  await trx
    .insertInto('invitations')
    .values(invitationRow(session, number, at))
    .execute();
}

type Invited = Pick<SessionRow, 'id' | 'organization_id' | 'environment'>;

export function invitationRow(
  { id, organization_id, environment }: Invited,
  number: number,
  at: Date,
): Insertable<InvitationsTable> {
  return { session_id: id, number, organization_id, environment, created_at: at };
}

/** The answer does not wait for Temporal. */
export async function beginInvitation(
  { sessions, starts }: Pick<ApiDeps, 'sessions' | 'starts'>,
  invitation: Invitation,
  requestId: string,
): Promise<void> {
  const { sessionId } = invitation;
  const start = () => sessions.invite(invitation);
  await starts.begin({ sessionId, requestId, what: 'invitation', start });
}
