import type { Kysely } from 'kysely';
import type { Database, SessionRow } from '../database/schema';
import type { WorkflowDefinition } from '../graph/definition';
import { readSettings } from '../organization/read-settings';
import type { OrganizationSettings } from '../organization/settings';

/** What the workflow says, else what the organisation says, else one reviewer. */
export function isDualReview(
  definition: Pick<WorkflowDefinition, 'dualReview'>,
  settings: OrganizationSettings,
): boolean {
  return definition.dualReview ?? settings.dual_review ?? false;
}

/** For a case that no attempt's walk opens: a tester's choice in the sandbox. */
export async function needsTwoReviewers(
  db: Kysely<Database>,
  session: Pick<SessionRow, 'organization_id' | 'environment' | 'workflow_id' | 'workflow_version'>,
): Promise<boolean> {
  const { definition } = await db
    .selectFrom('workflow_versions')
    .select('definition')
    .where('workflow_id', '=', session.workflow_id)
    .where('version', '=', session.workflow_version)
    .executeTakeFirstOrThrow();
  return isDualReview(definition, await readSettings(db, session));
}
