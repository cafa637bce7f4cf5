import { ApplicationFailure } from '@temporalio/common';
import type { Kysely } from 'kysely';
import { checkNames, type CheckOutcome } from '../../shared/domain/checks/outcome';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { alwaysRunOf } from '../../shared/domain/graph/always-run';
import { onlyChecks } from '../../shared/domain/graph/only-checks';
import { screeningRule } from '../../shared/domain/checks/screening-rule';
import type { SessionId } from '../../shared/domain/ids';
import { isReadableState } from '../../shared/domain/lifecycle/state-schema';
import { readSettings } from '../../shared/organization/read-settings';
import { loadGateAnswers } from '../../shared/attempt/gate-answers';
import { isDualReview } from '../../shared/domain/cases/dual-review-setting';
import { loadLayers, underLayers } from '../../shared/attempt/outcome-layers';
import { sessionUnreadable } from '../../shared/temporal/session-messages';
import type { Alert } from '../each-on-its-own';
import type { AttemptRef, LoadedAttempt, LoadedSession } from './contract';

/** @throws ApplicationFailure `session_unreadable`, not retryable, for a row that no workflow can go on from */
export async function loadSession(
  { db, alert }: { readonly db: Kysely<Database>; readonly alert: Alert },
  messageKey: string,
  sessionId: SessionId,
): Promise<LoadedSession> {
  const row = await db
    .selectFrom('sessions')
    .select(['state', 'sequence', 'deadline_at', 'last_request_id'])
    .where('id', '=', sessionId)
    // Waits for a link that is being made: its deadline counts, or it is refused for being too late.
    .forShare()
    .executeTakeFirst();
  if (row === undefined) throw new VerifaError('not_found');
  if (!isReadableState(row.state)) {
    alert("a session's state cannot be read; its workflow waits until the row is mended", {
      sessionId,
    });
    throw ApplicationFailure.nonRetryable('The state cannot be read.', sessionUnreadable);
  }
  return {
    state: row.state,
    sequence: row.sequence,
    deadlineAt: row.deadline_at?.toISOString() ?? null,
    lastRequestId: row.last_request_id,
    messageKey,
  };
}

/** What an attempt has come to so far: its definition, the outcomes written, the gates answered. */
export async function loadAttempt(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptRef,
): Promise<LoadedAttempt> {
  const row = await db
    .selectFrom('attempts')
    .innerJoin('workflow_versions', (join) =>
      join
        .onRef('workflow_versions.workflow_id', '=', 'attempts.workflow_id')
        .onRef('workflow_versions.version', '=', 'attempts.workflow_version'),
    )
    .innerJoin('sessions', 'sessions.id', 'attempts.session_id')
    .select(['workflow_versions.definition', 'sessions.checks'])
    .select(['sessions.organization_id', 'sessions.environment'])
    .where('attempts.session_id', '=', sessionId)
    .where('attempts.attempt', '=', attempt)
    .executeTakeFirst();
  if (row === undefined) throw new VerifaError('attempt_stale');
  const graph = onlyChecks(row.definition.graph, row.checks);
  const settings = await readSettings(db, row);
  return {
    graph,
    always: alwaysRunOf(graph),
    outcomes: await loadStanding(db, { sessionId, attempt }),
    gates: await loadGates(db, { sessionId, attempt }),
    dualReview: isDualReview(row.definition, settings),
    ...screeningRule(row.environment, settings),
  };
}

/** The outcomes as they count: the engines' own, under what reviewers laid over them. */
export async function loadStanding(
  db: Kysely<Database>,
  ref: AttemptRef,
): Promise<readonly CheckOutcome[]> {
  const [outcomes, layers] = [await loadOutcomes(db, ref), await loadLayers(db, [ref.sessionId])];
  return underLayers(outcomes, layers, ref);
}

/** As the engines said, whatever reviewers made of it. */
export async function loadOutcomes(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptRef,
): Promise<CheckOutcome[]> {
  const rows = await db
    .selectFrom('check_runs')
    .select(['check', 'status', 'score', 'reasons', 'engine', 'engine_version'])
    .where('session_id', '=', sessionId)
    .where('attempt', '=', attempt)
    .execute();
  return rows
    .map(({ engine_version: engineVersion, ...outcome }) => ({ ...outcome, engineVersion }))
    .sort((a, b) => checkNames.indexOf(a.check) - checkNames.indexOf(b.check));
}

async function loadGates(
  db: Kysely<Database>,
  { sessionId, attempt }: AttemptRef,
): Promise<LoadedAttempt['gates']> {
  const answered = await loadGateAnswers(db, [sessionId]);
  const own = answered.filter((one) => one.attempt === attempt);
  return Object.fromEntries(own.map(({ gate, answer }) => [gate, answer]));
}
