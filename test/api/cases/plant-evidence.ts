import { sealJson } from '../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../shared/crypto/session-key';
import type { CheckName } from '../../../shared/domain/checks/outcome';
import { newId, type SessionId } from '../../../shared/domain/ids';
import type { RunningApi } from '../running-api';

/** As a judge seals it beside its outcome. */
export async function plantEvidence(
  { db, keyring }: Pick<RunningApi, 'db' | 'keyring'>,
  id: SessionId,
  check: CheckName,
  evidence: object,
): Promise<void> {
  const session = await db
    .selectFrom('sessions')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  await db
    .deleteFrom('check_runs')
    .where('session_id', '=', id)
    .where('check', '=', check)
    .execute();
  const run = newId('check');
  const failed = check === 'watchlist_screening';
  await db
    .insertInto('check_runs')
    .values({
      id: run,
      session_id: id,
      attempt: session.attempt,
      check,
      status: failed ? 'failed' : 'passed',
      score: null,
      reasons: failed ? ['watchlist_hit'] : [],
      evidence_sealed: sealJson(keyToWork(keyring, session), sealContext.evidence(run), evidence),
      engine: 'test',
      engine_version: '1',
      started_at: new Date(),
      duration_ms: 1,
    })
    .execute();
}
