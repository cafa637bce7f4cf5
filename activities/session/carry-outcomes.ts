import type { CheckName } from '../../shared/checks/outcome';
import { openJson, sealJson } from '../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../shared/crypto/session-key';
import { newId } from '../../shared/ids';
import type { EffectContext } from './effect';

/**
 * `resume-workflow`: the newest attempt's outcomes of the steps before the one that is begun from, and what
 * was read, as rows of the new attempt. They keep their engine and times: nothing was computed again.
 */
export async function carryOutcomes(
  { trx, keyring, row, at }: EffectContext,
  checks: readonly CheckName[],
): Promise<void> {
  if (checks.length === 0) return;
  const before = await trx
    .selectFrom('check_runs')
    .selectAll()
    .distinctOn('check')
    .where('session_id', '=', row.id)
    .where('attempt', '<', row.attempt)
    .where('check', 'in', checks)
    .orderBy('check')
    .orderBy('attempt', 'desc')
    .execute();
  const key = keyToWork(keyring, row);
  for (const run of before) {
    const id = newId('check');
    const evidence =
      run.evidence_sealed === null
        ? null
        : openJson(key, sealContext.evidence(run.id), run.evidence_sealed);
    await trx
      .insertInto('check_runs')
      .values({
        ...run,
        id,
        attempt: row.attempt,
        evidence_sealed:
          evidence === null ? null : sealJson(key, sealContext.evidence(id), evidence),
      })
      .execute();
  }
  const [read] = before.filter(({ check }) => check === 'document_ocr');
  if (read === undefined) return;
  const extraction = await trx
    .selectFrom('extractions')
    .select('fields_sealed')
    .where('session_id', '=', row.id)
    .where('attempt', '=', read.attempt)
    .executeTakeFirst();
  if (extraction?.fields_sealed == null) return;
  const fields = openJson(
    key,
    sealContext.extraction(row.id, read.attempt),
    extraction.fields_sealed,
  );
  await trx
    .insertInto('extractions')
    .values({
      session_id: row.id,
      attempt: row.attempt,
      fields_sealed: sealJson(key, sealContext.extraction(row.id, row.attempt), fields),
      created_at: at,
    })
    .execute();
}
