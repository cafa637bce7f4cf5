import type { Kysely } from 'kysely';
import type { Database } from '../../../shared/database/schema';
import type { RiskLevel } from '../../../shared/risk/assess-risk';
import type { AttemptRef } from '../../session/contract';

/** What a workflow's conditions may ask of an attempt's risk; null before it was assessed. */
export async function loadRisk(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptRef,
): Promise<{ readonly score: number; readonly level: RiskLevel } | null> {
  const row = await db
    .selectFrom('risk_assessments')
    .select(['score', 'level'])
    .where('session_id', '=', sessionId)
    .where('attempt', '=', attempt)
    .executeTakeFirst();
  return row ?? null;
}
