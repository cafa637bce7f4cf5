import { sql, type Kysely, type RawBuilder, type Selectable, type SqlBool } from 'kysely';
import type { CasesTable, Database } from '../../../shared/database/schema';
import { mayReview } from '../../../shared/domain/auth/roles';
import { callerSettings } from '../caller-settings';
import type { ApiDeps } from '../deps';
import { callerId, type Caller } from '../http/caller';
import type { ChangeView } from './case-changes';

type CaseRow = Selectable<CasesTable>;

/** A reader of a case, and whether it may be the second of two reviewers. */
export interface CaseReader {
  readonly id: string;
  /** Is not told what another recommended, until a second one has spoken. */
  readonly isBlind: boolean;
}

/**
 * Signed-in reviewers, unless the organisation shows it. A key vouches for the reviewers that it names, and for
 * what it shows them.
 */
export async function readerOf(
  deps: Pick<ApiDeps, 'db' | 'copies'>,
  caller: Caller,
): Promise<CaseReader> {
  const id = callerId(caller);
  if (caller.kind === 'key' || !mayReview(caller.role)) return { id, isBlind: false };
  const { hide_first_opinion: isHidden = true } = await callerSettings(deps, caller);
  return { id, isBlind: isHidden };
}

type Reviewed = Pick<
  CaseRow,
  'first_decision' | 'first_reviewer' | 'second_decision' | 'closed_at'
>;

export function isOpinionHidden(row: Reviewed, { id, isBlind }: CaseReader): boolean {
  const isUnanswered = row.first_decision !== null && row.second_decision === null;
  return isBlind && isUnanswered && row.closed_at === null && row.first_reviewer !== id;
}

interface Words {
  readonly case_id: CaseRow['id'];
  readonly author: string | null;
}

/** Leaves out the notes that the author of a hidden opinion wrote on that case. */
export function notesTold<N extends Words>(
  notes: readonly N[],
  row: Reviewed & Pick<CaseRow, 'id'>,
  reader: CaseReader,
): N[] {
  const isHidden = isOpinionHidden(row, reader);
  return notes.filter(
    ({ case_id: caseId, author }) =>
      caseId === row.id && !(isHidden && author === row.first_reviewer),
  );
}

/**
 * The changes of a case. What the author of a hidden opinion changed stays to be seen, for it counts; not why, which
 * is an opinion.
 */
export function changesTold(
  changes: readonly ChangeView[],
  row: Reviewed & Pick<CaseRow, 'id'>,
  reader: CaseReader,
): ChangeView[] {
  const isHidden = isOpinionHidden(row, reader);
  return changes
    .filter(({ case_id: caseId }) => caseId === row.id)
    .map((change) => (isHidden && change.by === row.first_reviewer ? unexplained(change) : change));
}

function unexplained(change: ChangeView): ChangeView {
  if (change.content === null) return change;
  const { reason: _reason, ...content } = change.content;
  return { ...change, content };
}

/** Leaves out the records that tell a hidden opinion: decisions on cases that wait for the second reviewer. */
export function tellsNoHiddenOpinion({ id }: CaseReader): RawBuilder<SqlBool> {
  return sql<SqlBool>`NOT (action LIKE 'case.decision\\_%' AND resource_id IN (
    SELECT hidden.id FROM cases AS hidden
    WHERE hidden.closed_at IS NULL AND hidden.first_decision IS NOT NULL
      AND hidden.second_decision IS NULL
      AND hidden.first_reviewer IS DISTINCT FROM ${id}))`;
}

/** The case of a session whose first opinion this one is not told, if there is one. */
export async function hiddenCaseOf(
  db: Kysely<Database>,
  sessionId: CaseRow['session_id'],
  reader: CaseReader,
): Promise<Pick<CaseRow, 'opened_sequence'> | undefined> {
  if (!reader.isBlind) return undefined;
  const rows = await db
    .selectFrom('cases')
    .select(['opened_sequence', 'first_decision', 'first_reviewer', 'second_decision', 'closed_at'])
    .where('session_id', '=', sessionId)
    .where('closed_at', 'is', null)
    .execute();
  return rows.find((row) => isOpinionHidden(row, reader));
}
