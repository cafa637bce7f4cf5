import { ApplicationFailure } from '@temporalio/common';
import type { Kysely } from 'kysely';
import type { Database } from '../../shared/database/schema';
import { VerifaError } from '../../shared/domain/errors/verifa-error';
import { alwaysRunOf } from '../../shared/domain/graph/always-run';
import { onlyChecks } from '../../shared/domain/graph/only-checks';
import { screeningRule } from '../../shared/domain/checks/screening-rule';
import type { SessionId } from '../../shared/domain/ids';
import { isReadableState } from '../../shared/domain/lifecycle/state-schema';
import { isDualReview } from '../../shared/domain/cases/dual-review-setting';
import { readAttempt } from '../../shared/attempt/read-attempt';
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
    .select(['state', 'sequence', 'deadline_at', 'last_request_id', 'result'])
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
    history: 'brief',
    result: row.result,
  };
}

/** What an attempt has come to so far: its definition, the outcomes written, the gates answered. */
export async function loadAttempt(db: Kysely<Database>, ref: AttemptRef): Promise<LoadedAttempt> {
  const found = await readAttempt(db, ref);
  if (found === null) throw new VerifaError('attempt_stale');
  const { session, definition, settings } = found;
  const graph = onlyChecks(definition.graph, session.checks);
  return {
    graph,
    always: alwaysRunOf(graph),
    outcomes: found.standing,
    gates: Object.fromEntries(found.gates.map(({ gate, answer }) => [gate, answer])),
    dualReview: isDualReview(definition, settings),
    ...screeningRule(session.environment, settings),
  };
}
