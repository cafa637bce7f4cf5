import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import type { Decision } from '../../../shared/domain/lifecycle/event';
import type { SessionStatus } from '../../../shared/domain/lifecycle/state';
import type { Caller } from '../http/caller';

/** What totals are kept of (`shared/database/migrations/0047-session-totals.ts`). */
export interface SessionKind {
  readonly status?: readonly SessionStatus[] | undefined;
  /** `any`: there is one. */
  readonly result?: Decision | 'any' | undefined;
  readonly workflowId?: string | undefined;
  readonly country?: string | undefined;
}

const summed = z.object({ sessions: z.coerce.number() });

/**
 * How many sessions of a kind a caller's environment has: exact, by adding up some hundred totals and the
 * changes of the last minute, in one statement, so that a change is counted in one of the two places.
 */
export async function countSessions(
  db: Kysely<Database>,
  { organizationId, environment }: Pick<Caller, 'organizationId' | 'environment'>,
  { status, result, workflowId, country }: SessionKind,
): Promise<number> {
  const conditions = [
    sql`organization_id = ${organizationId}`,
    sql`environment = ${environment}`,
    ...(status === undefined ? [] : [sql`status = ANY (${[...status]})`]),
    ...(result === undefined
      ? []
      : [result === 'any' ? sql`result IS NOT NULL` : sql`result = ${result}`]),
    ...(workflowId === undefined ? [] : [sql`workflow_id = ${workflowId}`]),
    ...(country === undefined ? [] : [sql`country = ${country}`]),
  ];
  const all = sql.join(conditions, sql` AND `);
  const { rows } = await sql`
    SELECT coalesce(sum(sessions), 0) AS sessions FROM (
      SELECT sessions FROM session_totals WHERE ${all}
      UNION ALL SELECT sessions FROM session_total_changes WHERE ${all}) AS of_kind`.execute(db);
  return summed.parse(rows[0]).sessions;
}
