import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { keysVersion } from './name-keys';

/** Says at start-up that nobody can be screened: every live approval waits for a person, or is unscreened. */
export async function warnWithoutLists(
  db: Kysely<Database>,
  warn: (message: string) => void,
): Promise<void> {
  const loaded = await db
    .selectFrom('watchlists')
    .select('source')
    .where('keys_version', '=', keysVersion)
    .limit(1)
    .execute();
  if (loaded.length > 0) return;
  warn(
    'no sanctions list is loaded: live approvals go to review with no_lists_loaded, unless ' +
      'screening_without_lists lets them pass; see deploy/WATCHLISTS.md',
  );
}
