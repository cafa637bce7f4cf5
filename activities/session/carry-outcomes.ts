import { versionOfAttempt } from '../../shared/database/version-of-attempt';
import { layerOver, loadLayers, type OutcomeLayer } from '../../shared/attempt/outcome-layers';
import { loadExtracted, sealExtraction, writeExtraction } from '../../shared/attempt/readings';
import type { CheckName } from '../../shared/domain/checks/outcome';
import { openJson, sealJson } from '../../shared/crypto/seal';
import { keyToSeal, keyToWork, sealContext } from '../../shared/crypto/session-key';
import { sameConfig } from '../../shared/domain/graph/same-config';
import { askedConfigs, type AskedConfigs } from '../../shared/domain/graph/asked-configs';
import { onlyChecks } from '../../shared/domain/graph/only-checks';
import { newId } from '../../shared/domain/ids';
import type { EffectContext } from './effect';

/**
 * `resume-workflow`: the newest attempt's outcomes of the steps before the one that is begun from, and what
 * was read, as rows of the new attempt. They keep their engine and times: nothing was computed again. What
 * a reviewer overrode or corrected is carried as it stood, and says by which change. An outcome answers the
 * question it was asked: under another configuration, or over other documents, the check is run again.
 */
export async function carryOutcomes(
  { trx, writes, keyring, row, at }: EffectContext,
  checks: readonly CheckName[],
): Promise<void> {
  if (checks.length === 0) return;
  // The new attempt is compared with those before it.
  await writes.send();
  const asked = await askedOf(trx, row);
  const newest = await trx
    .selectFrom('check_runs')
    .selectAll()
    .distinctOn('check')
    .where('session_id', '=', row.id)
    .where('attempt', '<', row.attempt)
    .where('check', 'in', checks)
    .orderBy('check')
    .orderBy('attempt', 'desc')
    .execute();
  const before = newest.filter(({ check, attempt }) =>
    isSameQuestion(check, asked.get(attempt), asked.get(row.attempt)),
  );
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

interface Asked {
  readonly configs: AskedConfigs;
  readonly documentIds: readonly string[];
}

/** What each attempt of the session was asked, by its number. */
async function askedOf(
  trx: EffectContext['trx'],
  { id, checks }: EffectContext['row'],
): Promise<ReadonlyMap<number, Asked>> {
  const attempts = await trx
    .selectFrom('attempts')
    .innerJoin('workflow_versions', versionOfAttempt)
    .select(['attempt', 'document_ids', 'definition'])
    .where('session_id', '=', id)
    .execute();
  return new Map(
    attempts.map(({ attempt, document_ids: documentIds, definition }) => [
      attempt,
      { configs: askedConfigs(onlyChecks(definition.graph, checks)), documentIds },
    ]),
  );
}

function isSameQuestion(check: CheckName, then?: Asked, now?: Asked): boolean {
  const [was, is] = [then?.configs.get(check), now?.configs.get(check)];
  if (was === undefined || is === undefined || !sameConfig(check, was, is)) return false;
  return (
    [...(then?.documentIds ?? [])].sort().join() === [...(now?.documentIds ?? [])].sort().join()
  );
}

function reviewed(layer: OutcomeLayer | undefined) {
  if (layer === undefined) return {};
  const { status, reasons, changeId } = layer;
  return { status, reasons: [...reasons], engine: 'reviewer', engine_version: changeId };
}
