import type { Kysely } from 'kysely';
import { mayRead } from '../../../shared/crypto/session-key';
import type { Database, SessionRow } from '../../../shared/database/schema';

/** Every word on consent; from where it came, as long as that may be read. */
export async function exportedConsents(db: Kysely<Database>, session: SessionRow) {
  const rows = await db
    .selectFrom('consents')
    .select(['accepted', 'version', 'given_by', 'actor_id', 'ip', 'at'])
    .where('session_id', '=', session.id)
    .orderBy('number')
    .execute();
  const isReadable = mayRead(session, 'consent_address');
  return rows.map((row) => ({ ...row, ip: isReadable ? row.ip : null }));
}
