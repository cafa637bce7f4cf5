import { sql, type Selectable } from 'kysely';
import { calendarDay } from '../../../../shared/domain/dates/calendar-day';
import type { RecordedSession } from './recorded-session';
import { readableData } from '../../../../shared/domain/checks/extracted-data';
import { readKnownFields } from '../../../../shared/applicant/known-fields';
import type { Keyring } from '../../../../shared/crypto/keyring';
import { openJson } from '../../../../shared/crypto/seal';
import { keyToWork, sealContext } from '../../../../shared/crypto/session-key';
import type { CheckRunsTable, SessionRow } from '../../../../shared/database/schema';
import { askedConfigs } from '../../../../shared/domain/graph/asked-configs';
import { onlyChecks } from '../../../../shared/domain/graph/only-checks';
import type { SessionId } from '../../../../shared/domain/ids';
import { screeningRule } from '../../../../shared/domain/checks/screening-rule';
import type { OrganizationSettings } from '../../../../shared/domain/organization/settings';
import { loadGateAnswers } from '../../../../shared/attempt/gate-answers';
import { loadReadings } from '../../../../shared/attempt/readings';
import {
  loadLayers,
  overriddenChecks,
  underLayers,
} from '../../../../shared/attempt/outcome-layers';
import { riskLevelOf } from '../../../../shared/domain/risk/risk-level';
import { readStatedData } from '../../../../shared/applicant/stated-fields';
import type { ApiDeps } from '../../deps';
import type { JudgedAttempt } from './choose-sessions';

type RunRow = Selectable<CheckRunsTable>;

/** What these attempts left behind, opened; whatever their number by the same few queries. */
export async function loadRecorded(
  { db, keyring }: Pick<ApiDeps, 'db' | 'keyring'>,
  attempts: readonly JudgedAttempt[],
  settings: OrganizationSettings,
): Promise<ReadonlyMap<SessionId, RecordedSession>> {
  const ids = attempts.map(({ session }) => session.id);
  if (ids.length === 0) return new Map();
  const ofSessions = sql<boolean>`session_id = ANY(${ids})`;
  const [runs, readings, layers, gates] = await Promise.all([
    db.selectFrom('check_runs').selectAll().where(ofSessions).execute(),
    loadReadings(db, ids),
    loadLayers(db, ids),
    loadGateAnswers(db, ids),
  ]);
  const runsBySession = bySession(runs);
  const records = attempts.map((judged): [SessionId, RecordedSession] => {
    const { session, attempt, startedAt } = judged;
    const ref = { sessionId: session.id, attempt };
    const isOwn = (row: { readonly attempt: number }): boolean => row.attempt === attempt;
    const key = keyToWork(keyring, session);
    const own = (runsBySession.get(session.id) ?? []).filter(isOwn);
    const outcomes = underLayers(own, layers, ref);
    const extracted = readings.of(key, ref);
    const graph = onlyChecks(judged.definition.graph, session.checks);
    const today = calendarDay(startedAt, settings.time_zone ?? 'UTC');
    return [
      session.id,
      {
        graph,
        screening: screeningRule(session.environment, settings),
        outcomes: new Map(outcomes.map((outcome) => [outcome.check, outcome])),
        configs: askedConfigs(graph),
        overridden: overriddenChecks(layers, ref),
        gates: new Map(
          gates
            .filter((one) => one.sessionId === session.id && isOwn(one))
            .map(({ gate, answer }) => [gate, answer]),
        ),
        known: { ...knownOf(keyring, session, own), extracted, today },
        extracted: extracted === null ? null : readableData(extracted),
        documentType: session.document_type,
        documentCountry: session.document_country,
        today,
        stated: () => readStatedData(keyring, session),
        evidence: (check) =>
          openEvidence(
            key,
            own.find((run) => run.check === check),
          ),
      },
    ];
  });
  return new Map(records);
}

function bySession<T extends { readonly session_id: SessionId }>(
  rows: readonly T[],
): ReadonlyMap<SessionId, readonly T[]> {
  const groups = new Map<SessionId, T[]>();
  for (const row of rows) {
    const group = groups.get(row.session_id);
    if (group === undefined) groups.set(row.session_id, [row]);
    else group.push(row);
  }
  return groups;
}

function knownOf(keyring: Keyring, session: SessionRow, runs: readonly RunRow[]) {
  const risk = runs.find(({ check }) => check === 'risk_assessment')?.score ?? null;
  const score = risk === null ? null : Math.round(risk * 100);
  return {
    fields: readKnownFields(keyring, session),
    risk: score === null ? null : { level: riskLevelOf(score), score },
    country: session.document_country ?? session.country,
    documentType: session.document_type,
  };
}

function openEvidence(key: Buffer, run: RunRow | undefined): unknown {
  return run?.evidence_sealed == null
    ? null
    : openJson(key, sealContext.evidence(run.id), run.evidence_sealed);
}
