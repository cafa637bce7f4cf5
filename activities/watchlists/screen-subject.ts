import type { Kysely } from 'kysely';
import { watchlistScreeningConfigSchema } from '../../shared/checks/check-config';
import type { KnownData } from '../../shared/checks/extracted-data';
import type { CheckOutcome } from '../../shared/checks/outcome';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database, SessionRow } from '../../shared/database/schema';
import { foldName } from '../../shared/names/fold-name';
import { fullNames } from '../../shared/applicant/full-names';
import { readStatedData } from '../../shared/applicant/stated-fields';
import { subjectOf, type Subject } from '../../shared/applicant/subject';
import type { ScreeningEvidence, ScreeningHit } from '../../shared/watchlists/screening-evidence';
import { searchWatchlists, type WatchlistHit } from './search-watchlists';

export interface ScreeningDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

export interface Screened {
  readonly outcome: CheckOutcome;
  /** Null when nothing was looked up. */
  readonly evidence: ScreeningEvidence | null;
}

/** Looks a session's person up in the lists as they are now; writes nothing. */
export async function screenSubject(
  { db, keyring }: ScreeningDeps,
  session: SessionRow,
  extracted: KnownData | null,
  config: Readonly<Record<string, unknown>>,
): Promise<Screened> {
  const wish = watchlistScreeningConfigSchema.parse(config);
  const loaded = await db
    .selectFrom('watchlists')
    .select(['source', 'published_on'])
    .$if(wish.lists !== undefined, (query) => query.where('source', 'in', wish.lists ?? []))
    .orderBy('source')
    .execute();
  if (loaded.length === 0) return nothingLookedUp('no_lists_loaded');
  const subject = subjectOf(keyring, { session, extracted });
  const names = screenedNames(keyring, session, subject);
  if (names.length === 0) return nothingLookedUp('input_missing');
  const hits = await searchWatchlists(db, {
    names,
    dateOfBirth: subject.dateOfBirth,
    threshold: wish.threshold,
    lists: wish.lists ?? null,
  });
  // Of a list that is named and not there nobody can be cleared, though another may still have a hit.
  const isWhole = (wish.lists ?? []).every((one) => loaded.some(({ source }) => source === one));
  const outcome = hits.length === 0 && !isWhole ? notLookedUp('no_lists_loaded') : outcomeOf(hits);
  return { outcome, evidence: { lists: loaded, hits: hits.map(hitEvidence) } };
}

const engine = { engine: 'watchlist-trigrams', engineVersion: '1' } as const;

function nothingLookedUp(reason: NotLookedUp): Screened {
  return { outcome: notLookedUp(reason), evidence: null };
}

type NotLookedUp = 'no_lists_loaded' | 'input_missing';

function notLookedUp(reason: NotLookedUp): CheckOutcome {
  return {
    check: 'watchlist_screening',
    status: 'skipped',
    score: null,
    reasons: [reason],
    ...engine,
  };
}

/** Without both names apart: the one there is, else the whole name as somebody stated it. */
function screenedNames(keyring: Keyring, session: SessionRow, subject: Subject): readonly string[] {
  const { firstName, lastName } = subject;
  if (firstName !== null && lastName !== null) return fullNames(subject);
  const { known, typed } = readStatedData(keyring, session);
  const name = lastName ?? firstName ?? foldName(typed.fullName ?? known.fullName ?? '');
  return name === '' ? [] : [name];
}

function outcomeOf(hits: readonly WatchlistHit[]): CheckOutcome {
  const [best] = hits;
  return {
    check: 'watchlist_screening',
    status: best === undefined ? 'passed' : 'failed',
    score: 1 - (best?.similarity ?? 0),
    reasons: best === undefined ? [] : ['watchlist_hit'],
    ...engine,
  };
}

function hitEvidence(hit: WatchlistHit): ScreeningHit {
  return {
    source: hit.source,
    entry_id: hit.entryId,
    name: hit.name,
    matched_name: hit.matchedName,
    is_alias: hit.isAlias,
    quality: hit.quality,
    similarity: hit.similarity,
    birth: hit.birth,
    births: [...hit.births],
    programs: [...hit.programs],
    countries: [...hit.countries],
    list_published_on: hit.publishedOn,
  };
}
