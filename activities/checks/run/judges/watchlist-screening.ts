import { watchlistScreeningConfigSchema } from '../../../../shared/checks/check-config';
import type { CheckOutcome } from '../../../../shared/checks/outcome';
import { foldName } from '../../../../shared/subject/fold-name';
import { fullNames } from '../../../../shared/subject/full-names';
import { readStatedData } from '../../../../shared/subject/stated-fields';
import { subjectOf, type Subject } from '../../../../shared/subject/subject';
import type {
  ScreeningEvidence,
  ScreeningHit,
} from '../../../../shared/watchlists/screening-evidence';
import { searchWatchlists, type WatchlistHit } from '../../../watchlists/search-watchlists';
import { extractedFields } from '../extracted-fields';
import type { Judge, JudgeContext } from '../judge';
import { skipped } from '../write-outcome';

/** `watchlist_screening`: always runs. A hit is a likeness for a person to look at, no verdict. */
export const judgeWatchlistScreening: Judge = async (context, config) => {
  const { deps, input } = context;
  const wish = watchlistScreeningConfigSchema.parse(config);
  const loaded = await deps.db
    .selectFrom('watchlists')
    .select(['source', 'published_on'])
    .$if(wish.lists !== undefined, (query) => query.where('source', 'in', wish.lists ?? []))
    .orderBy('source')
    .execute();
  if (loaded.length === 0) return { outcome: skipped('watchlist_screening', 'no_lists_loaded') };
  const extracted = await extractedFields(context);
  const subject = subjectOf(deps.keyring, { session: input.session, extracted });
  const names = screenedNames(context, subject);
  if (names.length === 0) return { outcome: skipped('watchlist_screening', 'input_missing') };
  const hits = await searchWatchlists(deps.db, {
    names,
    dateOfBirth: subject.dateOfBirth,
    threshold: wish.threshold,
    lists: wish.lists ?? null,
  });
  const evidence: ScreeningEvidence = { lists: loaded, hits: hits.map(hitEvidence) };
  return { outcome: outcomeOf(hits), evidence: { ...evidence } };
};

/** Without both names apart: the one there is, else the whole name as somebody stated it. */
function screenedNames({ deps, input }: JudgeContext, subject: Subject): readonly string[] {
  const { firstName, lastName } = subject;
  if (firstName !== null && lastName !== null) return fullNames(subject);
  const { known, typed } = readStatedData(deps.keyring, input.session);
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
    engine: 'watchlist-trigrams',
    engineVersion: '1',
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
