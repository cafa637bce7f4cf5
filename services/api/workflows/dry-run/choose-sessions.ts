import { versionOfAttempt } from '../../../../shared/database/version-of-attempt';
import { sql } from 'kysely';
import type { SessionRow } from '../../../../shared/database/schema';
import type { Environment } from '../../../../shared/domain/environment';
import type { ErrorCode } from '../../../../shared/domain/errors/catalogue';
import type { WorkflowDefinition } from '../../../../shared/domain/graph/definition';
import type { OrganizationId, SessionId, WorkflowId } from '../../../../shared/domain/ids';
import type { ApiDeps } from '../../deps';

/** The newest attempt of a session that was decided on outcomes. */
export interface JudgedAttempt {
  readonly session: SessionRow;
  readonly attempt: number;
  readonly startedAt: Date;
  readonly workflowId: WorkflowId;
  readonly workflowVersion: number;
  readonly definition: WorkflowDefinition;
}

interface Owner {
  readonly organizationId: OrganizationId;
  readonly environment: Environment;
}

/**
 * What a tester chose in the sandbox is judged over what was made up for it; sessions of release 0.1.0 have
 * nothing that could be.
 */
const hasOutcomes = sql<boolean>`(results.processing_mode <> 'sandbox' OR EXISTS (
  SELECT FROM check_runs WHERE check_runs.session_id = results.session_id
    AND check_runs.attempt = results.attempt))`;

/** The sessions decided last, the newest first. */
export async function lastDecided(
  { db }: Pick<ApiDeps, 'db'>,
  { organizationId, environment }: Owner,
  count: number,
): Promise<readonly SessionId[]> {
  const rows = await db
    .selectFrom('results')
    .select(['session_id', (e) => e.fn.max('created_at').as('decided_at')])
    .where('organization_id', '=', organizationId)
    .where('environment', '=', environment)
    .where(hasOutcomes)
    .where('withdrawn_at', 'is', null)
    .groupBy('session_id')
    .orderBy('decided_at', 'desc')
    .orderBy('session_id', 'desc')
    .limit(count)
    .execute();
  return rows.map(({ session_id: id }) => id);
}

/** Of these sessions; one that was never judged is not among them. */
export async function judgedAttempts(
  { db }: Pick<ApiDeps, 'db'>,
  sessions: readonly SessionRow[],
): Promise<readonly JudgedAttempt[]> {
  const ids = sessions.map(({ id }) => id);
  const rows = await db
    .selectFrom('attempts')
    .innerJoin('results', (join) =>
      join
        .onRef('results.session_id', '=', 'attempts.session_id')
        .onRef('results.attempt', '=', 'attempts.attempt'),
    )
    .innerJoin('workflow_versions', versionOfAttempt)
    .distinctOn('attempts.session_id')
    .select([
      'attempts.session_id',
      'attempts.attempt',
      'attempts.started_at',
      'attempts.workflow_id',
      'attempts.workflow_version',
      'workflow_versions.definition',
    ])
    .where(sql<boolean>`attempts.session_id = ANY(${ids})`)
    .where('attempts.status', '=', 'decided')
    .where(hasOutcomes)
    .where('results.withdrawn_at', 'is', null)
    .orderBy('attempts.session_id')
    .orderBy('attempts.attempt', 'desc')
    .execute();
  const byId = new Map(rows.map((row) => [row.session_id, row]));
  return sessions.flatMap((session) => {
    const row = byId.get(session.id);
    return row === undefined
      ? []
      : [
          {
            session,
            attempt: row.attempt,
            startedAt: row.started_at,
            workflowId: row.workflow_id,
            workflowVersion: row.workflow_version,
            definition: row.definition,
          },
        ];
  });
}

/** Why a session cannot be judged again, in the words of the catalogue; null when it can. */
export function unavailability(session: SessionRow): ErrorCode | null {
  switch (session.retention_status) {
    case 'redacted':
      return 'session_redacted';
    case 'sensitive_redacted':
      return 'sensitive_data_expired';
    default:
      return null;
  }
}
