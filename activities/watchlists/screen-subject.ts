import type { Kysely } from 'kysely';
import { watchlistScreeningConfigSchema } from '../../shared/domain/checks/check-config';
import type { KnownData } from '../../shared/domain/checks/extracted-data';
import type { CheckOutcome } from '../../shared/domain/checks/outcome';
import type { Keyring } from '../../shared/crypto/keyring';
import type { Database, SessionRow } from '../../shared/database/schema';
import { spelledNames } from '../../shared/applicant/full-names';
import { subjectOf } from '../../shared/applicant/subject';
import { scoreCalibration } from '../../shared/domain/watchlists/match/score-calibration';
import { loadedWatchlists } from '../../shared/watchlists/loaded-watchlists';
import type {
  ScreeningEvidence,
  ScreeningHit,
} from '../../shared/domain/watchlists/screening-evidence';
import { searchWatchlists, type WatchlistFinding, type WatchlistHit } from './search-watchlists';

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
  const { current, outdated } = await loadedWatchlists(db);
  const { lists } = wish;
  const loaded = current.filter(({ source }) => lists?.includes(source) !== false);
  if (loaded.length === 0) return nothingLookedUp('no_lists_loaded');
  const subject = subjectOf(keyring, { session, extracted });
  const names = spelledNames(subject).filter((name) => name.trim() !== '');
  if (names.length === 0) return nothingLookedUp('input_missing');
  const finding = await searchWatchlists(db, {
    names,
    dateOfBirth: subject.dateOfBirth,
    threshold: wish.threshold,
    lists: lists ?? null,
  });
  // Of a list that is named, or was loaded, and does not answer nobody can be cleared, though another may
  // still have a hit.
  const isWhole =
    lists === undefined
      ? outdated.length === 0
      : lists.every((one) => loaded.some(({ source }) => source === one));
  const { hits, nearHits } = finding;
  const outcome =
    hits.length === 0 && !isWhole ? notLookedUp('no_lists_loaded') : outcomeOf(finding);
  const evidence = {
    lists: loaded,
    hits: hits.map((hit) => hitEvidence(hit, true)),
    near_hits: nearHits.map((hit) => hitEvidence(hit, false)),
    calibration: scoreCalibration.version,
  };
  return { outcome, evidence };
}

/** With the version of the table that its scores are read by. */
const engine = {
  engine: 'watchlist-names',
  engineVersion: `2/${scoreCalibration.version}`,
} as const;

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

/**
 * Somebody of the very name of a listed person and of another date of birth passes with a reason beside it,
 * and the near hit in the evidence: dates are misread, mistyped and mislisted.
 */
function outcomeOf({ hits, nearHits }: WatchlistFinding): CheckOutcome {
  const [best] = hits;
  const [near] = nearHits;
  const isNamesake = nearHits.some(({ nameSimilarity }) => nameSimilarity === 1);
  return {
    check: 'watchlist_screening',
    status: best === undefined ? 'passed' : 'failed',
    score: 1 - (best?.similarity ?? near?.similarity ?? 0),
    reasons:
      best !== undefined ? ['watchlist_hit'] : isNamesake ? ['watchlist_birth_contradicts'] : [],
    ...engine,
  };
}

function hitEvidence(hit: WatchlistHit, isHit: boolean): ScreeningHit {
  return {
    is_hit: isHit,
    source: hit.source,
    entry_id: hit.entryId,
    name: hit.name,
    matched_name: hit.matchedName,
    is_alias: hit.isAlias,
    quality: hit.quality,
    similarity: hit.similarity,
    name_similarity: hit.nameSimilarity,
    birth: hit.birth,
    births: [...hit.births],
    programs: [...hit.programs],
    countries: [...hit.countries],
    list_published_on: hit.publishedOn,
  };
}
