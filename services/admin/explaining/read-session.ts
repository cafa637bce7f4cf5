import { sql, type Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../../shared/database/schema';
import type { SessionId } from '../../../shared/domain/ids';
import { isReadableState } from '../../../shared/domain/lifecycle/state-schema';
import type { SessionFacts } from './explanation';

const waiting = z.object({ gate: z.string().nullable(), erasurePending: z.boolean() });

/** The row, whatever stands in it: nothing is taken for what it should be. */
export async function readSession(
  db: Kysely<Database>,
  id: SessionId,
): Promise<SessionFacts | null> {
  const row = await db
    .selectFrom('sessions')
    .select(['organization_id', 'environment', 'status', 'attempt', 'capture', 'sequence'])
    .select(['deadline_at', 'retention_status', 'legal_hold', 'result', 'state'])
    .select(['workflow_id', 'workflow_version', 'created_at', 'updated_at'])
    .select(sql<boolean>`wrapped_key IS NOT NULL`.as('has_key'))
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) return null;
  const isReadable = isReadableState(row.state);
  const { data: state } = waiting.safeParse(row.state);
  return {
    organizationId: row.organization_id,
    environment: row.environment,
    status: row.status,
    attempt: row.attempt,
    capture: row.capture,
    sequence: row.sequence,
    deadlineAt: row.deadline_at,
    retention: row.retention_status,
    legalHold: row.legal_hold,
    hasKey: row.has_key,
    result: row.result,
    workflow: `${row.workflow_id} version ${String(row.workflow_version)}`,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    isReadable,
    gate: isReadable ? (state?.gate ?? null) : null,
    erasurePending: isReadable && state?.erasurePending === true,
  };
}
