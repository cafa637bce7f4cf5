import { sql, type Selectable } from 'kysely';
import { keyToRead } from '../../../shared/crypto/session-key';
import type { CheckRunsTable, ResultsTable, SessionRow } from '../../../shared/database/schema';
import type { OrganizationSettings } from '../../../shared/domain/organization/settings';
import { loadReadings } from '../../../shared/attempt/readings';
import { loadLayers, underLayers } from '../../../shared/attempt/outcome-layers';
import { callerSettings } from '../caller-settings';
import type { ApiDeps } from '../deps';
import { openReason, type CaseRow } from '../cases/case-view';

export type ResultRow = Selectable<ResultsTable>;
export type CheckRunRow = Selectable<CheckRunsTable>;
/** As it counts: the engine's row, under what a reviewer laid over it. */
export type StandingRun = Omit<CheckRunRow, 'reasons'> & { readonly reasons: readonly string[] };

/** Everything that an answer about one attempt's result is made of. */
export interface ResultParts {
  readonly session: SessionRow;
  readonly result: ResultRow;
  readonly checks: readonly StandingRun[];
  /** When the attempt was begun: ages are as of that day. */
  readonly attemptAt: Date;
  /** Opened; null when nothing was read, or when it may not be shown any more. */
  readonly extracted: Readonly<Record<string, unknown>> | null;
  /** The reviewer's own words, opened. */
  readonly reviewReason: string | null;
  readonly settings: OrganizationSettings;
}

/** Loads what belongs to results of these sessions, in their order, whatever their number by the same queries. */
export async function loadResultParts(
  deps: Pick<ApiDeps, 'db' | 'keyring' | 'copies'>,
  sessions: readonly SessionRow[],
  results: readonly ResultRow[],
): Promise<readonly ResultParts[]> {
  const [first] = results;
  if (first === undefined) return [];
  const ids = [...new Set(results.map((result) => result.session_id))];
  const ofSessions = sql<boolean>`session_id = ANY(${ids})`;
  const { db } = deps;
  const [settings, runs, attempts, cases, layers, readings] = await Promise.all([
    callerSettings(deps, { organizationId: first.organization_id, environment: first.environment }),
    db.selectFrom('check_runs').selectAll().where(ofSessions).execute(),
    db
      .selectFrom('attempts')
      .select(['session_id', 'attempt', 'started_at'])
      .where(ofSessions)
      .execute(),
    // Only a rejection has a reviewer's words.
    results.some(({ status }) => status === 'rejected')
      ? db.selectFrom('cases').selectAll().where(ofSessions).execute()
      : [],
    loadLayers(db, ids),
    loadReadings(db, ids),
  ]);
  return results.map((result) => {
    const session = sessions.find((row) => row.id === result.session_id);
    if (session === undefined) throw new Error('a result without its session');
    const ofAttempt = (row: { readonly session_id: string; readonly attempt: number }): boolean =>
      row.session_id === result.session_id && row.attempt === result.attempt;
    const key = keyToRead(deps.keyring, session, 'extracted_data');
    const ref = { sessionId: session.id, attempt: result.attempt };
    return {
      session,
      result,
      checks: underLayers(runs.filter(ofAttempt), layers, ref),
      attemptAt: attempts.find(ofAttempt)?.started_at ?? result.created_at,
      extracted: key === null ? null : readings.of(key, ref),
      reviewReason: rejectionWords(deps, session, cases.find(ofAttempt)),
      settings,
    };
  });
}

function rejectionWords(
  { keyring }: Pick<ApiDeps, 'keyring'>,
  session: SessionRow,
  decided: CaseRow | undefined,
): string | null {
  return decided?.status === 'rejected' ? openReason(keyring, session, decided) : null;
}
