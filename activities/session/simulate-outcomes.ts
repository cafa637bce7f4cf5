import { versionOfAttempt } from '../../shared/database/version-of-attempt';
import { sealExtraction, writingExtraction } from '../../shared/attempt/readings';
import { ageConfigSchema } from '../../shared/domain/checks/check-config';
import { checkNames } from '../../shared/domain/checks/outcome';
import { sealJson } from '../../shared/crypto/seal';
import { keyToSeal, sealContext } from '../../shared/crypto/session-key';
import { attemptChecksOf } from '../../shared/domain/graph/always-run';
import type { Graph } from '../../shared/domain/graph/definition';
import { onlyChecks } from '../../shared/domain/graph/only-checks';
import { checksOf } from '../../shared/domain/graph/walk';
import { newId } from '../../shared/domain/ids';
import { readSettings } from '../../shared/organization/read-settings';
import {
  failingOf,
  isRead,
  madeUpOutcomes,
  madeUpRisk,
  type Failing,
} from './sandbox/made-up-outcomes';
import { madeUpPerson } from './sandbox/made-up-person';
import { calendarDay } from '../../shared/domain/dates/calendar-day';
import type { EffectContext } from './effect';

/**
 * What the checks would have found, in the transaction of the outcome that the tester chose: the only
 * outcomes that a sandbox session ever has. A decision that is run again is run over these.
 */
export async function simulateOutcomes(context: EffectContext): Promise<void> {
  const { event } = context.commit;
  if (event.type !== 'outcome' || event.simulated === undefined) return;
  // The attempt may have been begun by this very transition.
  await context.writes.send();
  const graph = await graphOf(context);
  const { check, reason } = event.simulated;
  const named = check === undefined || reason === undefined ? null : { check, reason };
  const failing = failingOf(event.outcome, graph, named);
  const asked = attemptChecksOf(graph).map((node) => node.check);
  const checks = checkNames.filter((one) => asked.includes(one));
  const outcomes = madeUpOutcomes(checks, failing);
  context.simulated.push(...outcomes);
  writeRuns(context, outcomes);
  writeRisk(context, failing);
  if (isRead(failing)) await writePerson(context, graph, failing);
}

/** By the version that this attempt is judged by. */
async function graphOf({ trx, row }: EffectContext): Promise<Graph> {
  const { definition } = await trx
    .selectFrom('attempts')
    .innerJoin('workflow_versions', versionOfAttempt)
    .select('definition')
    .where('session_id', '=', row.id)
    .where('attempt', '=', row.attempt)
    .executeTakeFirstOrThrow();
  return onlyChecks(definition.graph, row.checks);
}

function writeRuns(
  { trx, writes, row, at }: EffectContext,
  outcomes: ReturnType<typeof madeUpOutcomes>,
): void {
  writes.add(
    trx.insertInto('check_runs').values(
      outcomes.map(({ engineVersion, reasons, ...outcome }) => ({
        ...outcome,
        id: newId('check'),
        session_id: row.id,
        attempt: row.attempt,
        reasons: [...reasons],
        engine_version: engineVersion,
        evidence_sealed: null,
        started_at: at,
        duration_ms: 0,
      })),
    ),
  );
}

function writeRisk(
  { trx, writes, keyring, row, at }: EffectContext,
  failing: Failing | null,
): void {
  const { score, level, blockedBy, signals } = madeUpRisk(failing);
  const context = sealContext.riskEvidence(row.id, row.attempt);
  const evidence = Object.fromEntries(signals.map(({ signal }) => [signal, {}]));
  writes.add(
    trx.insertInto('risk_assessments').values({
      organization_id: row.organization_id,
      environment: row.environment,
      session_id: row.id,
      attempt: row.attempt,
      score,
      level,
      blocked_by: blockedBy,
      signals: JSON.stringify(signals),
      not_evaluated: [],
      evidence_sealed: sealJson(keyToSeal(keyring, row), context, evidence),
      evaluated_at: at,
    }),
  );
}

async function writePerson(
  { trx, writes, keyring, row, at }: EffectContext,
  graph: Graph,
  failing: Failing | null,
): Promise<void> {
  const { time_zone: zone } = await readSettings(trx, row);
  const ageNode = checksOf(graph).find(({ check }) => check === 'age');
  const person = madeUpPerson({
    today: calendarDay(at, zone ?? 'UTC'),
    documentType: row.document_type,
    country: row.document_country ?? row.country,
    reason: failing?.reason ?? null,
    minimumAge: ageConfigSchema.parse(ageNode?.config ?? {}).minimum_age,
  });
  const ref = { sessionId: row.id, attempt: row.attempt };
  const sealed = sealExtraction(keyToSeal(keyring, row), ref, person);
  writes.add(writingExtraction(trx, ref, sealed, at));
}
