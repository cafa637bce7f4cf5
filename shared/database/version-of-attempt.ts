import type { JoinBuilder } from 'kysely';
import type { Database } from './schema';

type Joined = JoinBuilder<Database, 'attempts' | 'workflow_versions'>;

/** Joins the version of the workflow that an attempt is judged by. */
export function versionOfAttempt(join: Joined): Joined {
  return join
    .onRef('workflow_versions.workflow_id', '=', 'attempts.workflow_id')
    .onRef('workflow_versions.version', '=', 'attempts.workflow_version');
}
