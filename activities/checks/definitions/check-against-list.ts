import { checkAgainstListConfigSchema } from '../../../shared/domain/checks/check-config';
import { findListMatches, listedKinds, type ListMatch } from '../records/lists/find-matches';
import { subjectItems } from '../records/lists/subject-items';
import { subjectOf } from '../../../shared/applicant/subject';
import { findListedFaces, hasListedFaces } from '../records/lists/find-listed-faces';
import {
  isComparable,
  judgeListMatches,
} from '../../../shared/domain/checks/rules/judge-list-matches';
import { thresholdScores } from '../engines/face/match-faces';
import { extractedFields } from '../run/extracted-fields';
import type { Judge, JudgeContext } from '../judge/judge';
import { sessionFace } from '../run/session-face';
import { skipped } from '../run/skipped';

/** `check_against_list`: the organisation's own lists. What matched is named by ids, sealed. */
export const judgeCheckAgainstList: Judge = async (context, config) => {
  const { deps, input } = context;
  const wish = checkAgainstListConfigSchema.parse(config);
  const lists = wish.lists ?? null;
  const extracted = await extractedFields(context);
  const subject = subjectOf(deps.keyring, { session: input.session, extracted });
  const items = subjectItems(subject);
  const written = await findListMatches(deps, input.session, items, lists);
  const faces = await listedFaces(context, lists, thresholdScores[wish.face_threshold]);
  const matches = [...written, ...(faces ?? [])];
  const listed = await listedKinds(deps.db, input.session, lists);
  const known = [...items.map(({ kind }) => kind), ...(faces === null ? [] : (['face'] as const))];
  if (!isComparable(listed, known)) {
    return { outcome: skipped('check_against_list', 'nothing_to_compare') };
  }
  return {
    outcome: judgeListMatches(matches.map(({ action }) => action)),
    evidence: {
      matches: matches.map(({ listId, itemId, kind, action }) => ({
        list_id: listId,
        item_id: itemId,
        kind,
        action,
      })),
    },
  };
};

/** A face is made out only when there is one on the lists to compare it with. Null: none was made out. */
async function listedFaces(
  context: JudgeContext,
  lists: readonly string[] | null,
  minimumScore: number,
): Promise<readonly ListMatch[] | null> {
  const { deps, input, signal } = context;
  if (!(await hasListedFaces(deps.db, input.session, lists))) return [];
  const face = await sessionFace(context);
  if (face === null) return null;
  return findListedFaces(deps, input.session, { face, lists, minimumScore }, signal);
}
