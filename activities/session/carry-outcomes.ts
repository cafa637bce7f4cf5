import { layerOver, loadLayers, type OutcomeLayer } from '../../shared/attempt/outcome-layers';
import { loadExtracted, sealExtraction, writeExtraction } from '../../shared/attempt/readings';
import type { CheckName } from '../../shared/checks/outcome';
import { openJson, sealJson } from '../../shared/crypto/seal';
import { keyToSeal, keyToWork, sealContext } from '../../shared/crypto/session-key';
import { newId } from '../../shared/ids';
import type { EffectContext } from './effect';

/**
 * `resume-workflow`: the newest attempt's outcomes of the steps before the one that is begun from, and what
 * was read, as rows of the new attempt. They keep their engine and times: nothing was computed again. What
 * a reviewer overrode or corrected is carried as it stood, and says by which change.
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
  const layers = await loadLayers(trx, [row.id]);
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
        ...reviewed(layerOver(layers, { ...run, sessionId: row.id })),
        id,
        attempt: row.attempt,
        evidence_sealed:
          evidence === null ? null : sealJson(key, sealContext.evidence(id), evidence),
      })
      .execute();
  }
  const [read] = before.filter(({ check }) => check === 'document_ocr');
  if (read === undefined) return;
  const ref = { sessionId: row.id, attempt: row.attempt };
  const extracted = await loadExtracted(trx, key, { ...ref, attempt: read.attempt });
  if (extracted !== null) {
    await writeExtraction(trx, ref, sealExtraction(keyToSeal(keyring, row), ref, extracted), at);
  }
}

function reviewed(layer: OutcomeLayer | undefined) {
  if (layer === undefined) return {};
  const { status, reasons, changeId } = layer;
  return { status, reasons: [...reasons], engine: 'reviewer', engine_version: changeId };
}
