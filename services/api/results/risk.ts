import type { Selectable } from 'kysely';
import { z } from 'zod';
import { attemptQuery } from '../lifecycle/session-fields';
import { openJson } from '../../../shared/crypto/seal';
import { keyToRead, sealContext } from '../../../shared/crypto/session-key';
import type { RiskAssessmentsTable } from '../../../shared/database/risk-tables';
import type { SessionRow } from '../../../shared/database/schema';
import { VerifaError } from '../../../shared/domain/errors/verifa-error';
import { riskLevels } from '../../../shared/domain/risk/risk-level';
import { signalActions } from '../../../shared/domain/risk/signal-actions';
import {
  signalCategories,
  signalNames,
  signalOf,
} from '../../../shared/domain/risk/signal-catalogue';
import type { ApiDeps } from '../deps';
import { answer } from '../http/answer';
import { freeObject, idOf, instant } from '../http/answer-values';
import { json } from '../http/declared-answer';
import { route, type Route } from '../http/route';
import { findSession, sessionParams } from '../lifecycle/find-session';

const signalName = z.enum(signalNames);

export const riskSignal = z.strictObject({
  signal: signalName,
  category: z.enum(signalCategories),
  weight: z.number(),
  action: z.enum(signalActions),
  /** With `source`: who says so, the server or the page (`reported`). */
  evidence: freeObject,
});

/** The final shape (`4-verification.md`, Risk), and the signals that nobody could judge. */
export const riskObject = z
  .strictObject({
    session_id: idOf('session'),
    risk_score: z.number().int(),
    risk_level: z.enum(riskLevels),
    signals: z.array(riskSignal).readonly(),
    blocked_by: signalName.nullable(),
    evaluated_at: instant.nullable(),
    attempt: z.number().int(),
    not_evaluated: z.array(signalName).readonly(),
  })
  .meta({ id: 'Risk' });
export type RiskView = z.output<typeof riskObject>;

type AssessmentRow = Selectable<RiskAssessmentsTable>;

const evidenceSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/** Of the newest assessed attempt, or of the one asked for, which is 404 where it was not assessed. */
export function sessionRisk(deps: ApiDeps): Route {
  return route({
    method: 'GET',
    path: '/api/v1/sessions/:id/risk',
    scope: 'verifications:read',
    params: sessionParams,
    query: attemptQuery,
    summary: "Get a session's risk and its signals",
    answers: { 200: json(riskObject) },
    handler: async ({ caller, params, query }) => {
      const session = await findSession(deps.db, caller, params.id);
      const row = await findAssessment(deps, session, query.attempt);
      if (row !== undefined) return answer(200, riskView(deps, session, row));
      if (query.attempt !== undefined) throw new VerifaError('not_found');
      return answer(200, notAssessed(session));
    },
  });
}

async function findAssessment(
  { db }: ApiDeps,
  session: SessionRow,
  attempt: number | undefined,
): Promise<AssessmentRow | undefined> {
  let newest = db
    .selectFrom('risk_assessments')
    .selectAll()
    .where('session_id', '=', session.id)
    .orderBy('attempt', 'desc');
  if (attempt !== undefined) newest = newest.where('attempt', '=', attempt);
  return newest.limit(1).executeTakeFirst();
}

function riskView(deps: ApiDeps, session: SessionRow, row: AssessmentRow): RiskView {
  return {
    session_id: session.id,
    risk_score: row.score,
    risk_level: row.level,
    signals: assessedSignals(deps, session, row),
    blocked_by: row.blocked_by,
    evaluated_at: row.evaluated_at,
    attempt: row.attempt,
    not_evaluated: row.not_evaluated,
  };
}

/** The signals of one assessment, each with what triggered it. */
export function assessedSignals(
  deps: Pick<ApiDeps, 'keyring'>,
  session: SessionRow,
  row: AssessmentRow,
): RiskView['signals'] {
  const evidence = readableEvidence(deps, session, row);
  return row.signals.map((assessed) => ({
    ...assessed,
    evidence: { source: signalOf(assessed.signal).source, ...evidence[assessed.signal] },
  }));
}

/** Nothing once the personal data has been hidden (retention) or its key destroyed (redaction). */
function readableEvidence(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  session: SessionRow,
  { attempt, evidence_sealed: sealed }: AssessmentRow,
): z.output<typeof evidenceSchema> {
  const key = keyToRead(keyring, session, 'risk_evidence');
  if (sealed === null || key === null) return {};
  const context = sealContext.riskEvidence(session.id, attempt);
  return evidenceSchema.parse(openJson(key, context, sealed));
}

/** Never evaluated, and the answer says so; `low` is what no signal at all adds up to. */
function notAssessed(session: SessionRow): RiskView {
  return {
    session_id: session.id,
    risk_score: 0,
    risk_level: 'low',
    signals: [],
    blocked_by: null,
    evaluated_at: null,
    attempt: session.attempt,
    not_evaluated: signalNames,
  };
}
