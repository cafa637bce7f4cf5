import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { forgetOldAttempts } from './sign-in-attempts';

/** So long the list of a user's sign-ins shows those that are over. */
const shownMs = 30 * 24 * 60 * 60_000;

/** Deletes sign-ins that were over long ago, links that ran out, and tries that count no more. */
export async function forgetSignIns(db: Kysely<Database>, now: Date): Promise<void> {
  await db
    .deleteFrom('console_sessions')
    .where('expires_at', '<', new Date(now.getTime() - shownMs))
    .execute();
  await db.deleteFrom('user_setup_links').where('expires_at', '<=', now).execute();
  await forgetOldAttempts(db, now);
}
