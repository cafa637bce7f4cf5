import type { Kysely } from 'kysely';
import {
  checkAgainstListConfigSchema,
  duplicateDetectionConfigSchema,
} from '../../../../shared/domain/checks/check-config';
import type { KnownData } from '../../../../shared/domain/checks/extracted-data';
import type { CheckName, CheckOutcome } from '../../../../shared/domain/checks/outcome';
import type { Keyring } from '../../../../shared/crypto/keyring';
import type { Database, SessionRow } from '../../../../shared/database/schema';
import { attemptChecksOf } from '../../../../shared/domain/graph/always-run';
import type { Graph } from '../../../../shared/domain/graph/definition';
import {
  findListMatches,
  listedKinds,
} from '../../../../activities/checks/records/lists/find-matches';
import { subjectItems } from '../../../../activities/checks/records/lists/subject-items';
import { subjectOf } from '../../../../shared/applicant/subject';
import { screenSubject } from '../../../../activities/watchlists/screen-subject';
import {
  findDuplicates,
  findFaceDuplicates,
} from '../../../../activities/checks/records/duplicates/find-duplicates';
import { judgeDuplicates } from '../../../../shared/domain/checks/rules/judge-duplicates';
import { thresholdScores } from '../../../../activities/checks/engines/face/match-faces';
import { findListedFaces } from '../../../../activities/checks/records/lists/find-listed-faces';
import {
  isComparable,
  judgeListMatches,
} from '../../../../shared/domain/checks/rules/judge-list-matches';
import { keptAttributes, keptFace } from './kept-recognition';
import type { CheckConfig, RecordedSession } from './recorded-session';

export interface LookUpDeps {
  readonly db: Kysely<Database>;
  readonly keyring: Keyring;
}

/** One session's records, looked up as they are now. Null: nothing was kept to look up by. */
type LookUp = (
  deps: LookUpDeps,
  session: SessionRow,
  extracted: KnownData | null,
  config: CheckConfig,
  signal: AbortSignal,
) => Promise<CheckOutcome | null>;

const lookUps: Readonly<Partial<Record<CheckName, LookUp>>> = {
  watchlist_screening: async (deps, session, extracted, config) =>
    (await screenSubject(deps, session, extracted, config)).outcome,

  async duplicate_detection(deps, session, _extracted, config, signal) {
    const wish = duplicateDetectionConfigSchema.parse(config);
    const kept = await keptAttributes(deps, session, wish.attributes);
    const face = wish.attributes.includes('face') ? await keptFace(deps, session) : null;
    if (kept.length === 0 && face === null) return null;
    const minimumScore = thresholdScores[wish.face_threshold];
    const equal = await findDuplicates(deps.db, session, kept);
    const faces =
      face === null ? null : await findFaceDuplicates(deps, session, face, minimumScore, signal);
    const found = faces?.duplicate == null ? equal : [...equal, faces.duplicate];
    return judgeDuplicates(
      found.map(({ kind }) => kind),
      wish.fail_on,
    );
  },

  async check_against_list(deps, session, extracted, config, signal) {
    const wish = checkAgainstListConfigSchema.parse(config);
    const lists = wish.lists ?? null;
    const subject = subjectOf(deps.keyring, { session, extracted });
    const items = subjectItems(subject);
    const face = await keptFace(deps, session);
    const known = [...items.map(({ kind }) => kind), ...(face === null ? [] : ['face' as const])];
    if (!isComparable(await listedKinds(deps.db, session, lists), known)) return null;
    const written = await findListMatches(deps, session, items, lists);
    const query = { lists, minimumScore: thresholdScores[wish.face_threshold] };
    const faces =
      face === null ? [] : await findListedFaces(deps, session, { face, ...query }, signal);
    return judgeListMatches([...written, ...faces].map(({ action }) => action));
  },
};

/**
 * What the sanctions lists, the organisation's lists and its other sessions say today of a recorded
 * session. Reads only. A reviewer's override stands.
 */
export async function lookUpAgain(
  deps: LookUpDeps,
  session: SessionRow,
  recorded: RecordedSession,
  graph: Graph,
  signal: AbortSignal,
): Promise<ReadonlyMap<CheckName, CheckOutcome>> {
  const fresh = new Map<CheckName, CheckOutcome>();
  for (const { check, config } of attemptChecksOf(graph)) {
    const lookUp = lookUps[check];
    if (lookUp === undefined || recorded.overridden.has(check)) continue;
    const outcome = await lookUp(deps, session, recorded.extracted, config, signal);
    if (outcome !== null) fresh.set(check, outcome);
  }
  return fresh;
}
