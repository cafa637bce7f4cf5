import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import type { Caller } from '../http/caller';
import { invalidField } from '../http/parse';
import { findSession } from '../lifecycle/find-session';

/** A session that a body names: an unknown one is that field's mistake, not the path's. */
export async function findNamedSession(
  db: Kysely<Database>,
  caller: Caller,
  id: string,
): Promise<SessionRow> {
  return findSession(db, caller, id).catch((cause: unknown) => {
    if (cause instanceof VerifaError && cause.code === 'not_found') {
      throw invalidField('session_id', 'unknown_session', 'is no session');
    }
    throw cause;
  });
}
