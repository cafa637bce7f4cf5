import type { CaseId } from '../../../shared/domain/ids';
import type { RunningApi } from '../running-api';

/** A medium risk of 35, as an assessment stores it: two signals that count, and one that was ignored. */
export async function plantRisk({ db }: Pick<RunningApi, 'db'>, caseId: CaseId): Promise<void> {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow();
  await db.deleteFrom('risk_assessments').where('session_id', '=', row.session_id).execute();
  const signal = (name: string, weight: number, action: string) => ({
    signal: name,
    category: 'network',
    weight,
    action,
  });
  await db
    .insertInto('risk_assessments')
    .values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.session_id,
      attempt: row.attempt,
      score: 35,
      level: 'medium',
      blocked_by: null,
      signals: JSON.stringify([
        signal('tor_exit', 30, 'flag'),
        signal('timezone_mismatch', 10, 'ignore'),
        signal('screen_photo', 5, 'flag'),
      ]),
      not_evaluated: [],
      evidence_sealed: null,
      evaluated_at: new Date(),
    })
    .execute();
}
