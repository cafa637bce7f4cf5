import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';
import { loadedWatchlists } from './loaded-watchlists';

/** Says at start-up by which lists nobody can be screened: live approvals wait for a person, or are unscreened. */
export async function warnWithoutLists(
  db: Kysely<Database>,
  warn: (message: string) => void,
): Promise<void> {
  const { current, outdated } = await loadedWatchlists(db);
  const meanwhile =
    'live approvals go to review with no_lists_loaded, unless screening_without_lists lets them pass; ' +
    'see deploy/WATCHLISTS.md';
  for (const source of outdated) {
    warn(
      `the list ${source} was loaded by an earlier version and counts as not loaded until it is loaded ` +
        `again, by the refresh where WATCHLIST_SOURCES names it, else by ` +
        `\`npm run watchlists:load -- ${source} FILE\`: ${meanwhile}`,
    );
  }
  if (current.length === 0 && outdated.length === 0) {
    warn(`no sanctions list is loaded: ${meanwhile}`);
  }
}
