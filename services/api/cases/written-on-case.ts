import type { CaseActor } from './case-actor';
import type { CaseRow } from './case-view';

/** The columns of what somebody writes on a case: whose, on which case of which session, and by whom. */
export function writtenOnCase(
  row: Pick<CaseRow, 'id' | 'organization_id' | 'environment' | 'session_id'>,
  actor: Pick<CaseActor, 'kind' | 'id'>,
) {
  return {
    organization_id: row.organization_id,
    environment: row.environment,
    case_id: row.id,
    session_id: row.session_id,
    author_kind: actor.kind,
    author_id: actor.id,
  };
}
