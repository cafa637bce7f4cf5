import type { Insertable, Kysely } from 'kysely';
import type { Write } from '../../../shared/database/in-one-statement';
import type { Database, SessionRow } from '../../../shared/database/schema';
import type { SessionsTable } from '../../../shared/database/session-tables';
import { PendingWrites } from '../../../shared/records/pending-writes';
import { noteSession } from '../../../shared/tracing/log-context';
import type { Actor } from '../../../shared/temporal/session-messages';
import type { AuditedCall } from '../http/whence';
import { sessionAudit } from './audit-session';
import type { ComposedSession } from './compose-session';
import { invitationRow } from './invitations';

/**
 * Everything a session begins with, in one statement and so in one transaction: row, token, event, timeline,
 * audit record, and with `kept` the answer for a repeat. The row is the session; its workflow is started
 * from it, now or by the sweep.
 */
export async function insertSession(
  db: Kysely<Database>,
  { row, token }: ComposedSession,
  call: AuditedCall,
  kept: Write | null,
): Promise<void> {
  const { status, created_at: at } = row;
  noteSession(row.id);
  const writes = new PendingWrites(db);
  writes.add(db.insertInto('sessions').values(insertable(row)));
  writes.add(db.insertInto('capture_tokens').values(token));
  if (row.send_email) writes.add(db.insertInto('invitations').values(invitationRow(row, 1, at)));
  if (kept !== null) writes.add(kept);
  writes.addEvent(row, { type: 'session.created', sequence: 1, data: { status }, at });
  writes.addTimeline(creationOf(row, call.actor));
  writes.addAudit(sessionAudit(call, row, 'created', at));
  await writes.send();
}

function insertable(row: SessionRow): Insertable<SessionsTable> {
  return { ...row, state: JSON.stringify(row.state), metadata: JSON.stringify(row.metadata) };
}

function creationOf(row: SessionRow, actor: Actor) {
  return {
    organization_id: row.organization_id,
    environment: row.environment,
    session_id: row.id,
    sequence: 0,
    kind: 'transition' as const,
    event: 'create' as const,
    from_status: null,
    to_status: row.status,
    attempt: row.attempt,
    actor_kind: actor.kind,
    actor_id: actor.id,
    detail: '{}',
    content_hash: null,
    at: row.created_at,
  };
}
